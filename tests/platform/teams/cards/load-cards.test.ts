import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadCards, MAX_CARD_BYTES, type Cards } from '../../../../src/platform/teams/cards/load-cards.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cards-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(path: string, content: unknown): void {
  const file = join(directory, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

function loaded(card: object): Cards {
  write('area/thing.json', { type: 'AdaptiveCard', version: '1.5', body: [], ...card });
  return loadCards(directory);
}

const body = (cards: Cards, root: object, host: object = {}): unknown[] =>
  cards.render('thing', { root, host })['body'] as unknown[];

const text = (value: string, more: object = {}) => ({ type: 'TextBlock', text: value, ...more });
const execute = (verb: string, more: object = {}) => ({ type: 'Action.Execute', title: verb, verb, ...more });

describe('drawing a card', () => {
  test('labels come from the text section, data from the root', () => {
    const cards = loaded({ body: [text('${$host.title}: ${count}')] });
    expect(body(cards, { count: 3 }, { title: 'Wachtlijst' })).toEqual([text('Wachtlijst: 3', { wrap: true })]);
  });

  test('a binding to nothing is an error that names card, path and binding, not the value', () => {
    const cards = loaded({ body: [{ type: 'Container', items: [text('Voor ${name} tegen ${until}')] }] });
    expect(() => body(cards, { name: 'Geheim' })).toThrow(
      'card thing: body[0].items[0].text: nothing to bind to ${until}',
    );
    expect(() => body(cards, { name: 'Geheim' })).not.toThrow(/Geheim/);
  });

  test('null within a sentence is an error that names the path', () => {
    const cards = loaded({ body: [text('Tot ${until}')] });
    expect(() => body(cards, { until: null })).toThrow('card thing: body[0].text: an expression cannot be worked out');
  });

  test('what a person typed is never taken for a binding', () => {
    const cards = loaded({
      body: [text('${name}'), { type: 'Input.Text', id: 'note', label: 'n', value: '${typed}' }],
    });
    expect(body(cards, { name: 'a ${b}', typed: '${$host.x} ${' })).toMatchObject([
      { text: 'a ${b}' },
      { value: '${$host.x} ${' },
    ]);
  });

  test('null takes away its property, its text block, its fact and the box it leaves empty', () => {
    const cards = loaded({
      body: [
        text('${gone}'),
        { type: 'Container', items: [text('${gone}')] },
        {
          type: 'FactSet',
          facts: [
            { title: 'a', value: '${gone}' },
            { title: 'b', value: 'here' },
          ],
        },
        { type: 'Input.Text', id: 'note', label: 'n', value: '${gone}' },
      ],
    });
    expect(body(cards, { gone: null })).toEqual([
      { type: 'FactSet', facts: [{ title: 'b', value: 'here' }] },
      { type: 'Input.Text', id: 'note', label: 'n' },
    ]);
  });

  test('loops keep their order and know the text section; over nothing they draw nothing', () => {
    const cards = loaded({ body: [text('${name} ${$host.years}', { $data: '${pupils}' })] });
    const host = { years: 'jaar' };
    expect(body(cards, { pupils: [{ name: 'a' }, { name: 'b' }] }, host)).toMatchObject([
      { text: 'a jaar' },
      { text: 'b jaar' },
    ]);
    expect(body(cards, { pupils: [] }, host)).toEqual([]);
    expect(body(cards, { pupils: null }, host)).toEqual([]);
    expect(() => body(cards, {}, host)).toThrow('body[0]: nothing to bind $data to');
  });

  test('$when with a bare name means: is there', () => {
    const cards = loaded({ body: [text('x', { $when: '${reason}' })] });
    const drawn = [{ reason: 'r' }, { reason: true }, { reason: false }, { reason: null }, {}].map(
      (root) => body(cards, root).length,
    );
    expect(drawn).toEqual([1, 1, 0, 0, 0]);
  });

  test('numbers become text where text belongs, and stay numbers in numeric inputs and in the data of buttons', () => {
    const cards = loaded({
      body: [text('${n}'), { type: 'Input.Number', id: 'days', label: 'd', value: '${n}' }],
      actions: [execute('go', { data: { n: '${n}', none: '${none}' } })],
    });
    const card = cards.render('thing', { root: { n: 3, none: null }, host: {} });
    expect(card).toMatchObject({ body: [{ text: '3' }, { value: 3 }], actions: [{ data: { n: 3, none: null } }] });
  });

  test('the data is left as it was', () => {
    const cards = loaded({ body: [], actions: [execute('go', { data: "${setProperty(with, 'a', 2)}" })] });
    const root = { with: { a: 1 } };
    expect(cards.render('thing', { root, host: {} })['actions']).toMatchObject([{ data: { a: 2 } }]);
    expect(root).toEqual({ with: { a: 1 } });
  });

  test('a note stands on top in a box', () => {
    const cards = loaded({ body: [text('x')] });
    const [note] = cards.render('thing', { root: {}, host: {}, note: 'Bewaard.' })['body'] as unknown[];
    expect(note).toMatchObject({ style: 'emphasis', bleed: true, items: [text('Bewaard.', { wrap: true })] });
  });

  test('a card that is too large is refused', () => {
    const cards = loaded({ body: [text('${x}')] });
    expect(() => body(cards, { x: 'é'.repeat(MAX_CARD_BYTES / 2) })).toThrow(/card thing: is \d+ bytes/);
  });

  test('data that is not plain JSON is refused', () => {
    const cards = loaded({ body: [text('${at}')] });
    expect(() => body(cards, { at: new Date(0) })).toThrow('card thing: at: the data is not plain JSON');
  });
});

describe('a wrong field', () => {
  const card = { body: [{ type: 'Input.Text', id: 'reason', label: 'Reden' }, text('after')] };

  const form = {
    needed: 'Alles met *.',
    'one-to-check': 'Nog 1 ding',
    'to-check': 'Nog # dingen',
    kept: 'Bewaard.',
  };
  const host = { common: { form } };

  test('is told right under its input, with a sign and in bold', () => {
    expect(body(loaded(card), { errors: { reason: 'Kies een reden.' } })[1]).toMatchObject({
      id: 'error-reason',
      columns: [
        { items: [{ type: 'Icon', fallback: { text: '!' } }] },
        { items: [{ text: 'Kies een reden.', weight: 'Bolder' }] },
      ],
    });
  });

  test('is counted and named on top of the form', () => {
    const drawn = (errors: object) => JSON.stringify(body(loaded(card), { errors }, host)[0]);
    expect(drawn({ reason: 'Kies een reden.' })).toMatch(/attention.*Nog 1 ding.*Reden\. Bewaard\./);
    expect(drawn({ reason: 'Kies een reden.', other: 'Anders.' })).toContain('Nog 2 dingen');
    expect(drawn({ reason: null })).toContain('Input.Text');
  });

  test('what must be filled in carries a mark, and one line says what that is', () => {
    const note = { type: 'Input.Text', id: 'note', label: 'Nota' };
    const needed = { fields: ['reason'], ticks: [] };
    const cards = loaded({ body: [text('before'), ...card.body, note] });
    expect(cards.render('thing', { root: {}, host, needed })['body']).toMatchObject([
      { text: 'before' },
      { text: 'Alles met *.' },
      { label: 'Reden *' },
      { text: 'after' },
      { label: 'Nota' },
    ]);
  });

  test.each([[{}], [{ errors: {} }], [{ errors: { other: 'x' } }], [{ errors: null }]])(
    'is not told for %j',
    (root) => {
      expect(body(loaded(card), root)).toHaveLength(2);
    },
  );
});

describe('buttons', () => {
  test('each Action.Execute has a fallback that carries its data and verb', () => {
    const cards = loaded({
      actions: [execute('go', { style: 'positive', data: { id: '${id}' }, associatedInputs: 'none' })],
      refresh: { action: execute('show') },
    });
    const card = cards.render('thing', { root: { id: 7 }, host: {} });
    expect(card['actions']).toMatchObject([
      {
        verb: 'go',
        fallback: {
          type: 'Action.Submit',
          title: 'go',
          style: 'positive',
          associatedInputs: 'none',
          data: { id: 7, verb: 'go' },
        },
      },
    ]);
    expect(card['refresh']).toEqual({ action: execute('show') });
  });
});

test('what comes after the third button of a row goes to the menu, its fallback with it', () => {
  const actions = ['a', 'b', 'c', 'd'].map((verb) => execute(verb, verb === 'b' ? { mode: 'secondary' } : {}));
  const [row] = body(loaded({ body: [{ type: 'ActionSet', actions: [...actions, execute('e')] }] }), {});
  const modes = (row as { actions: { mode?: string; fallback: { mode?: string } }[] }).actions.map((one) => [
    one.mode ?? null,
    one.fallback.mode ?? null,
  ]);
  const menu = ['secondary', 'secondary'];
  expect(modes).toEqual([[null, null], menu, [null, null], [null, null], menu]);
});

describe('parts', () => {
  test('are filled with parameters, may leave some out, and are laid into a list', () => {
    write('_parts/pair.json', [text('{{a}}'), text('{{b?}}', { size: 'Small' })]);
    const cards = loaded({
      body: [
        { $include: 'pair', a: '${x}' },
        { $include: 'pair', a: 'y', b: 'z' },
      ],
    });
    expect(body(cards, { x: 1 }).map((block) => (block as { text: unknown }).text)).toEqual(['1', 'y', 'z']);
  });

  test('carry $when', () => {
    write('_parts/one.json', text('{{a}}'));
    expect(body(loaded({ body: [{ $include: 'one', a: 'x', $when: '${yes}' }] }), { yes: false })).toEqual([]);
  });

  test.each([
    [{ $include: 'none' }, 'no part called none'],
    [{ $include: 'one' }, 'parameter a is missing'],
    [{ $include: 'one', a: 'x', c: 'y' }, 'there is no parameter c'],
  ])('%j stops the start', (call, reason) => {
    write('_parts/one.json', text('{{a}}'));
    expect(() => loaded({ body: [call] })).toThrow(reason);
  });
});

describe('a broken card stops the start', () => {
  const input = { type: 'Input.Text', id: 'a', label: 'A' };
  test.each([
    [{ type: 'Card' }, 'type: must be AdaptiveCard'],
    [{ version: '1.6' }, 'version: must be 1.5'],
    [{ body: undefined }, 'body: is missing'],
    [{ body: [text('${a')] }, 'body[0].text: an expression is not closed'],
    [{ body: [text('${a b}')] }, 'body[0].text: is not an expression'],
    [{ body: [text('x', { $when: 'yes' })] }, 'body[0].$when: must be one expression'],
    [{ body: [text('x', { color: 'Attention' })] }, 'color attention is unreadable'],
    [{ body: [{ type: 'Container', style: 'purple', items: [] }] }, 'box style purple'],
    [{ body: [{ type: 'Icon', name: 'Send' }] }, 'Icon needs a fallback'],
    [{ body: [{ ...input, label: undefined }] }, 'an input needs a label'],
    [{ body: [{ ...input, id: 'a-b' }] }, 'an input id is camelCase'],
    [{ body: [{ ...input, id: '${id}-b' }] }, 'an input id is camelCase'],
    [{ body: [{ ...input, isRequired: true }] }, 'a required input needs an errorMessage'],
    [{ actions: [execute('a'), execute('b', { style: 'positive' })] }, 'the positive button is the first'],
    [{ actions: [{ type: 'Action.Submit', title: 'x' }] }, 'write Action.Execute'],
    [{ actions: [{ type: 'Action.Execute', title: 'x' }] }, 'needs a verb'],
  ])('%j', (card, reason) => {
    expect(() => loaded(card)).toThrow(reason);
    expect(() => loaded(card)).toThrow('area/thing.json');
  });

  test('more than six buttons', () => {
    const row = { type: 'ActionSet', actions: ['a', 'b', 'c', 'd'].map((verb) => execute(verb)) };
    expect(() => loaded({ body: [row, row] })).toThrow('has 8 buttons, at most 6');
  });

  test('text that is not JSON', () => {
    write('area/other.json', '{');
    expect(() => loadCards(directory)).toThrow(/other\.json: cannot be read/);
  });

  test('one slug in two folders', () => {
    write('other/thing.json', { type: 'AdaptiveCard', version: '1.5', body: [] });
    expect(() => loaded({})).toThrow('the slug is also in area');
  });
});

test('sample data is not a card, and cards know their folder', () => {
  write('area/thing.sample.json', {});
  const cards = loaded({});
  expect(cards.slugs).toEqual(['thing']);
  expect(cards.featureOf('thing')).toBe('area');
  expect(cards.has('thing.sample')).toBe(false);
  expect(() => cards.render('nope', { root: {}, host: {} })).toThrow('there is no such card');
});
