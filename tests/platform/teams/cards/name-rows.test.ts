import { expect, test } from '@jest/globals';
import { nameRow } from '../../../../src/platform/teams/cards/name-rows.js';
import type { JsonObject } from '../../../../src/platform/teams/cards/json-tree.js';

const text = (value: string, more: object = {}) => ({ type: 'TextBlock', text: value, ...more });
const row = (title: string, ...items: object[]): JsonObject =>
  ({
    type: 'Container',
    items,
    selectAction: { type: 'Action.Execute', title, verb: 'show', fallback: { type: 'Action.Submit', title } },
  }) as unknown as JsonObject;
const named = (part: JsonObject): unknown => (nameRow(part)['selectAction'] as JsonObject)['title'];

test('a row is called by all that can be read in it, then by what the press does', () => {
  const columns = [{ type: 'Column', items: [{ type: 'Badge', text: 'Dringend', fallback: text('Dringend') }] }];
  expect(named(row('Bekijken', text('NAFT VBO'), text('2 wachten'), { type: 'ColumnSet', columns }))).toBe(
    'NAFT VBO, 2 wachten, Dringend, Bekijken',
  );
});

test('a client without Action.Execute says the same', () => {
  const { selectAction } = nameRow(row('Bekijken', text('NAFT VBO')));
  expect(selectAction).toMatchObject({ title: 'NAFT VBO, Bekijken', fallback: { title: 'NAFT VBO, Bekijken' } });
});

test('signs, arrows and Markdown are not said, and a sentence that ends gets no comma', () => {
  const link = text('[Meer](https://voorbeeld.be) \\*nieuw\\*');
  const hidden = text('verborgen', { isVisible: false });
  expect(
    named(row('Bekijken', text('▲ **Te laat** sinds 9 u.'), link, hidden, text('7 × geen match'), text('›'))),
  ).toBe('Te laat sinds 9 u. Meer *nieuw*, 7 × geen match, Bekijken');
});

test('a name that says it all stays, and what the press does is not said twice', () => {
  expect(named(row('Gegevens van 2026-0042 sluiten', text('Sluiten')))).toBe('Gegevens van 2026-0042 sluiten');
  expect(named(row('Verdergaan', text('Regio'), text('Verdergaan ›')))).toBe('Regio, Verdergaan');
  expect(named(row('Laat kiezen', text('Laat kiezen'), text('Het zoekt mee.')))).toBe('Laat kiezen, Het zoekt mee.');
});

test('facts are read too; what cannot be pressed stays as it is', () => {
  expect(named(row('Wijzig', { type: 'FactSet', facts: [{ title: 'School', value: 'Atheneum' }] }))).toBe(
    'School, Atheneum, Wijzig',
  );
  const plain = { type: 'Container', items: [text('x')] } as unknown as JsonObject;
  expect(nameRow(plain)).toBe(plain);
});
