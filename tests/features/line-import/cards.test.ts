import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { View } from '../../../src/contracts/action.js';
import type { Read } from '../../../src/contracts/read.js';
import { languages, type Language } from '../../../src/domain/language.js';
import { lineImportDone } from '../../../src/features/line-import/line-import-done.js';
import { lineImportDoor } from '../../../src/features/line-import/line-import-door.js';
import { loadCards } from '../../../src/platform/teams/cards/load-cards.js';
import type { Json } from '../../../src/platform/teams/cards/json-tree.js';
import { sectionOf } from '../../../src/texts/index.js';
import { cardFaults } from '../../house/rules/card-rules.js';
import { actor, monday10, organisation, person, viewContext } from '../../support/given.js';

const root = resolve(import.meta.dirname, '../../../cards');
const cards = loadCards(root);
const importId = '00000000-0000-4000-8000-0000000000a1';
const dirk = person({ id: '00000000-0000-4000-8000-0000000000d1' as never, name: 'Dirk Jacobs' });
const desk = actor({ person: dirk, organisations: [organisation({ kind: 'desk' })] });

const readOf = (bad: number, unplaced: number): Read =>
  ({
    lineImport: async () => ({
      id: importId,
      personId: dirk.id,
      at: monday10,
      document: { bad: Array.from({ length: bad }), counts: { fresh: 12, changed: 1, same: 0 } },
      state: 'applied',
    }),
    person: async () => dirk,
    countHelpLines: async () => unplaced,
  }) as unknown as Read;

const drawn = async (view: View, params: object, read: Read, language: Language, mine = false) => {
  const context = viewContext({ language, actor: mine ? desk : null });
  return view.fill(await view.load(read, view.params.parse(params), context), context);
};

const drawings = [
  {
    slug: 'line-import-door',
    name: 'in the channel',
    data: (l: Language) => drawn(lineImportDoor as View, {}, readOf(0, 0), l),
  },
  {
    slug: 'line-import-door',
    name: 'for one person',
    data: (l: Language) => drawn(lineImportDoor as View, {}, readOf(0, 0), l, true),
  },
  {
    slug: 'line-import-done',
    name: 'all good',
    data: (l: Language) => drawn(lineImportDone as View, { importId }, readOf(0, 0), l),
  },
  {
    slug: 'line-import-done',
    name: 'work left',
    data: (l: Language) => drawn(lineImportDone as View, { importId }, readOf(5, 3), l),
  },
];

describe('the cards of line-import', () => {
  test.each(drawings)('$slug ($name) is drawn in both languages', async ({ slug, data }) => {
    for (const language of languages) {
      const card = cards.render(slug, { root: await data(language), host: sectionOf(language, 'line-import', slug) });
      expect(cardFaults(card as Json)).toEqual([]);
    }
  });

  test.each(['line-import-door', 'line-import-done'])('the samples of %s are what it really fills', async (slug) => {
    const samples = JSON.parse(readFileSync(join(root, 'line-import', `${slug}.sample.json`), 'utf8')) as unknown;
    const filled = drawings
      .filter((one) => one.slug === slug)
      .map(async ({ name, data }) => ({ name, data: await data('nl') }));
    expect(samples).toEqual(JSON.parse(JSON.stringify(await Promise.all(filled))));
  });

  test('an import that is not taken in has nothing to tell', async () => {
    const read = { lineImport: async () => ({ document: { bad: [], counts: null } }) } as unknown as Read;
    expect(await lineImportDone.load(read, { importId }, viewContext())).toBeNull();
  });

  test('only the desk opens them', () => {
    const clb = actor();
    expect(lineImportDoor.may?.({}, clb)).toEqual({ refused: 'only-desk' });
    expect(lineImportDone.may?.({} as never, clb)).toEqual({ refused: 'only-desk' });
  });
});
