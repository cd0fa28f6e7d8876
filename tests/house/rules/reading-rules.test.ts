import { describe, expect, test } from '@jest/globals';
import { readingFaults } from './reading-rules.js';

const heading = { type: 'TextBlock', text: 'Kop', style: 'heading' };
const press = (title: string, data: object) => ({ type: 'Action.Execute', title, verb: 'show', data });
const row = (title: string, data: object) => ({ type: 'Container', items: [], selectAction: press(title, data) });
const input = (id: string, label?: string) => ({ type: 'Input.Text', id, ...(label === undefined ? {} : { label }) });
const wrong = (id: string) => ({ type: 'TextBlock', id: `error-${id}`, text: '▲ Vul dit in.' });
const faults = (...body: object[]): string[] => readingFaults({ type: 'AdaptiveCard', body } as never);

describe('a card that is heard', () => {
  test('is right with a heading, names that differ, labels and errors in their place', () => {
    const body = [
      heading,
      input('a', 'A'),
      wrong('a'),
      row('Eén, Bekijken', { id: 1 }),
      row('Twee, Bekijken', { id: 2 }),
    ];
    expect(faults(...body)).toEqual([]);
  });

  test('may be a short message without a heading, but not a form', () => {
    expect(faults({ type: 'TextBlock', text: 'Bewaard.' })).toEqual([]);
    expect(faults(input('a', 'A'))).toEqual(['has no heading (`"style": "heading"`)']);
    expect(faults(input('a', 'A'), heading)).toEqual(['Input.Text stands before the first heading']);
  });

  test('does not call two things the same, unless they do the same', () => {
    expect(faults(heading, row('Bekijken', { id: 1 }), row('Bekijken', { id: 2 }))).toEqual([
      '“Bekijken” does different things',
    ]);
    expect(faults(heading, row('Bekijken', { id: 1 }), row('Bekijken', { id: 1 }))).toEqual([]);
    expect(faults(heading, row(' ', {}))).toEqual(['something that can be pressed has no name']);
  });

  test('labels every field, each its own', () => {
    expect(faults(heading, input('a'), input('b', 'B'))).toEqual(['input a has no label']);
    expect(faults(heading, input('a', 'Dag'), input('b', 'Dag'))).toHaveLength(2);
  });

  test('says what is wrong right under the field', () => {
    expect(faults(heading, wrong('a'), input('a', 'A'))).toEqual([
      'what is wrong with a does not stand right under it',
    ]);
  });

  test('has no picture or icon that says something alone', () => {
    const columns = [{ type: 'Column', items: [{ type: 'Icon', name: 'Warning', fallback: 'drop' }] }];
    expect(faults(heading, { type: 'ColumnSet', columns })).toEqual(['body[1]: an icon alone']);
    expect(faults(heading, { type: 'Image', url: 'data:' })).toEqual(['body[1]: a picture without words']);
  });
});
