import { describe, expect, test } from '@jest/globals';
import { cardFaults } from './card-rules.js';

const button = (verb: string, more: object = {}) => ({
  type: 'Action.Execute',
  title: verb,
  verb,
  fallback: { type: 'Action.Submit', title: verb, data: { verb } },
  ...more,
});
const card = (more: object) => ({ type: 'AdaptiveCard', version: '1.5', body: [], ...more }) as never;
const text = (value: string, more: object = {}) => ({ type: 'TextBlock', text: value, wrap: true, ...more });

describe('a drawn card', () => {
  test('that is right has no faults', () => {
    const table = {
      type: 'Table',
      showGridLines: false,
      columns: [{ width: 1 }, { width: 2 }],
      rows: [
        {
          type: 'TableRow',
          style: 'emphasis',
          cells: [
            { type: 'TableCell', items: [text('a')] },
            { type: 'TableCell', items: [] },
          ],
        },
      ],
    };
    const body = [
      text('x', { id: 'x', style: 'heading' }),
      { type: 'Input.ChoiceSet', id: 'a', label: 'A', style: 'expanded', choices: [{ title: 't', value: 'v' }] },
      { type: 'ColumnSet', columns: [{ type: 'Column', width: 'stretch', items: [text('y')] }] },
      { type: 'FactSet', facts: [{ title: 't', value: 'v' }] },
      { type: 'Container', style: 'emphasis', items: [text('z')], selectAction: button('look') },
      { type: 'ActionSet', actions: [button('go', { style: 'positive', associatedInputs: 'none', tooltip: 't' })] },
      table,
    ];
    const whole = card({
      body,
      msteams: { width: 'Full' },
      refresh: { action: { type: 'Action.Execute', verb: 'show' }, userIds: ['29:a'] },
    });
    expect(cardFaults(whole)).toEqual([]);
  });

  test.each([
    ['an element nobody knows', { body: [{ type: 'Bogus' }] }, /Bogus/],
    ['a property nobody knows', { body: [text('a', { colour: 'x' })] }, /TextBlock has no property colour/],
    ['a property of a later version', { actions: [button('a', { role: 'Button' })] }, /has no property role/],
    [
      'the wrong spelling of the renderer',
      { body: [{ type: 'Table', firstRowAsHeaders: true, columns: [], rows: [] }] },
      /firstRowAsHeaders/,
    ],
    ['a value no property takes', { body: [text('a', { size: 'Huge' })] }, /renderer: .*Huge/],
    ['an open binding', { body: [text('${a}')] }, /left open/],
    ['a value that is not there', { body: [text('voor undefined')] }, /not there/],
    ['too large', { body: [text('x'.repeat(29_000))] }, /bytes/],
    ['an id twice', { body: [text('a', { id: 'a' }), text('b', { id: 'a' })] }, /id a stands twice/],
    [
      'a link in a coloured box',
      { body: [{ type: 'Container', style: 'warning', items: [text('[016](tel:016)')] }] },
      /link in a pressable or coloured box/,
    ],
    [
      'coloured text',
      { body: [text('laat', { color: 'Attention' })] },
      /coloured text that is not the word of a press/,
    ],
    ['accent that is no press', { body: [text('Wijzig', { color: 'Accent' })] }, /not the word of a press/],
    [
      'a coloured icon in a coloured box',
      {
        body: [
          {
            type: 'Container',
            style: 'attention',
            items: [{ type: 'Icon', name: 'Warning', color: 'Attention', fallback: 'drop' }],
          },
        ],
      },
      /a colour in a coloured box/,
    ],
    [
      'a chart whose table misses a bar',
      {
        body: [
          {
            type: 'Chart.HorizontalBar',
            title: 't',
            data: [{ x: 'a', y: 1 }],
            fallback: { type: 'Table', columns: [], rows: [] },
          },
        ],
      },
      /does not hold the same bars/,
    ],
    [
      'a bar without a number',
      { body: [{ type: 'Chart.HorizontalBar', title: 't', data: [{ x: 'a', y: '1' }], fallback: 'drop' }] },
      /bars without a word or a number/,
    ],
    ['five in a row', { actions: [...'abcde'].map((verb) => button(verb)) }, /5 buttons in a row/],
    [
      'seven buttons',
      {
        body: [{ type: 'ActionSet', actions: [...'abc'].map((v) => button(v)) }],
        actions: [...'defg'].map((v) => button(v)),
      },
      /7 buttons/,
    ],
    [
      'positive but not first',
      { actions: [button('a'), button('b', { style: 'positive' })] },
      /positive but not first/,
    ],
    ['no fallback', { actions: [button('a', { fallback: undefined })] }, /no Action.Submit fallback/],
    [
      'a fallback with another verb',
      { actions: [button('a', { fallback: { type: 'Action.Submit', data: { verb: 'b' } } })] },
      /no Action.Submit fallback/,
    ],
  ])('%s is a fault', (_name, more, fault) => {
    expect(cardFaults(card(more)).join('\n')).toMatch(fault);
  });
});
