import { describe, expect, test } from '@jest/globals';
import type { View } from '../../../src/contracts/action.js';
import type { Read } from '../../../src/contracts/read.js';
import type { Language } from '../../../src/domain/language.js';
import { lineImportDone } from '../../../src/features/line-import/line-import-done.js';
import { lineImportDoor } from '../../../src/features/line-import/line-import-door.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { actor, monday10, organisation, person, viewContext } from '../../support/given.js';

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

const drawing = (view: unknown, name: string, params: object, read: Read, mine = false): Drawing => ({
  feature: 'line-import',
  slug: (view as View).slug,
  name,
  data: (language) => drawn(view as View, params, read, language, mine),
});

checkDrawings([
  drawing(lineImportDoor, 'in the channel', {}, readOf(0, 0)),
  drawing(lineImportDoor, 'for one person', {}, readOf(0, 0), true),
  drawing(lineImportDone, 'all good', { importId }, readOf(0, 0)),
  drawing(lineImportDone, 'work left', { importId }, readOf(5, 3)),
]);

describe('the cards of line-import', () => {
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
