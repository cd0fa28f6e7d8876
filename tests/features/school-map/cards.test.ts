import type { Action, Filled, View } from '../../../src/contracts/action.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { MapEntryId, SchoolMapId } from '../../../src/domain/ids.js';
import { editMapLine } from '../../../src/features/school-map/edit-map-line.js';
import { editMapNotes } from '../../../src/features/school-map/edit-map-notes.js';
import { schoolMap } from '../../../src/features/school-map/school-map.js';
import { schoolMapList } from '../../../src/features/school-map/school-map-list.js';
import { schoolMapPost } from '../../../src/features/school-map/school-map-post.js';
import { startMap } from '../../../src/features/school-map/start-map.js';
import { textAt } from '../../../src/texts/index.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { viewContext } from '../../support/given.js';
import { brug, jac, uuid } from '../helplines/world.js';
import { bySofie, entryOf, map, read, school } from './world.js';

const ofMap = { mapId: map.id };

const view = (one: unknown, name: string, params: object): Drawing => ({
  feature: 'school-map',
  slug: (one as View).slug,
  name,
  async data(language) {
    const context = viewContext({ language, actor: bySofie.actor });
    const { load, params: schema, fill } = one as View;
    return fill((await load(read(), schema.parse(params), context))!, context);
  },
});

const form = (one: unknown, name: string, data: object, filled: Partial<Filled> = {}): Drawing => ({
  feature: 'school-map',
  slug: (one as Action).slug,
  name,
  async data(language) {
    const action = one as Action;
    const newId = <T extends string>() => uuid<T>('77');
    const context = { ...bySofie, newId, actor: { ...bySofie.actor, language } };
    const loaded = await action.load(read(), action.subject.parse(data), context);
    if (isRefusal(loaded)) throw new Error(loaded.refused);
    const errors = Object.fromEntries(
      Object.entries(filled.errors ?? {}).map(([field, code]) => [
        field,
        textAt(language, `school-map.${action.slug}.errors.${code}`) ?? `no text for ${code}`,
      ]),
    );
    const shown = action.form!(loaded, context, { typed: {}, ...filled, errors });
    return { ...shown, errors: { ...errors, ...(shown as { errors?: object }).errors } };
  },
});

checkDrawings([
  view(schoolMapPost, 'in the channel', ofMap),
  view(schoolMapPost, 'asked after', { ...ofMap, mapId: uuid<SchoolMapId>('a2'), why: 'check' }),
  view(schoolMapPost, 'a line changed', { ...ofMap, why: 'changed', lines: [jac.id] }),
  view(schoolMapPost, 'in a message elsewhere', { ...ofMap, apart: 'yes' }),
  view(schoolMap, 'whole', ofMap),
  view(schoolMapList, 'two', { organisationId: school.id }),
  form(startMap, 'of a school', {}),
  form(startMap, 'errors', {}, { typed: { name: '' }, errors: { name: 'name-missing' } }),
  form(editMapLine, 'new', { ...ofMap, lineId: brug.id }),
  form(editMapLine, 'change', { ...ofMap, entryId: entryOf(jac).id }),
  form(
    editMapLine,
    'not agreed',
    { ...ofMap, entryId: uuid<MapEntryId>('b1') },
    { typed: { contactName: 'Karim Voorbeeld', agreed: 'false' }, errors: { agreed: 'not-agreed' } },
  ),
  form(editMapNotes, 'empty', ofMap),
  form(editMapNotes, 'personal', ofMap, {
    typed: { notes: 'Elif Yildiz, geboren op 9/3/2012, gaat er al.' },
    errors: { notes: 'personal' },
  }),
]);
