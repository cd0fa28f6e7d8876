import { describe, expect, test } from '@jest/globals';
import type { View } from '../../../src/contracts/action.js';
import { emptyImport } from '../../../src/contracts/hsds/stored-import.js';
import type { Read } from '../../../src/contracts/read.js';
import type { Language } from '../../../src/domain/language.js';
import type { BadRecord } from '../../../src/lib/hsds/check-document.js';
import { lineImportDone } from '../../../src/features/line-import/line-import-done.js';
import { lineImportDoor } from '../../../src/features/line-import/line-import-door.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { actor, organisation, viewContext } from '../../support/given.js';
import { dirk, importId, readOf, uploaded } from './world.js';

const desk = actor({ person: dirk, organisations: [organisation({ kind: 'desk' })] });

const bad: BadRecord = { path: '[0]', what: 'service', name: null, faults: [] };
const counts = { fresh: 12, changed: 1, same: 0 };
/** A file that was taken in, in which so many records were bad; so many lines have no kind yet. */
const applied = (times: number, unplaced: number): Read =>
  readOf(
    uploaded(
      { ...emptyImport, bad: Array.from({ length: times }, () => bad), counts, leftOut: Math.min(times, 2) },
      { state: 'applied' },
    ),
    unplaced,
  );

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
  drawing(lineImportDoor, 'in the channel', {}, applied(0, 0)),
  drawing(lineImportDoor, 'for one person', {}, applied(0, 0), true),
  drawing(lineImportDone, 'all good', { importId }, applied(0, 0)),
  drawing(lineImportDone, 'work left', { importId }, applied(5, 3)),
]);

describe('the cards of line-import', () => {
  test('an import that is not taken in has nothing to tell', async () => {
    expect(await lineImportDone.load(readOf(uploaded(emptyImport)), { importId }, viewContext())).toBeNull();
  });

  test('only the desk opens them', () => {
    const clb = actor();
    expect(lineImportDoor.may?.({}, clb)).toEqual({ refused: 'only-desk' });
    expect(lineImportDone.may?.({} as never, clb)).toEqual({ refused: 'only-desk' });
  });
});
