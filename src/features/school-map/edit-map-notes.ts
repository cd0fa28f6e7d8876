import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { helpLineKinds } from '../../domain/helpline/kinds.js';
import type { SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { checkText, isHarmless } from '../../domain/workgroup/check-text.js';
import { personalDataWords } from '../../texts/personal-data-words.js';
import { texts } from '../../texts/index.js';
import { ofMap, teamOnly } from './map-access.js';
import { mapCards, mapForms } from './map-cards.js';
import { kindWord } from './told/map-words.js';

interface NotesFacts {
  readonly map: SchoolMap;
  readonly notes: string;
}

/** Wat zoeken we, and notes that stay with the team: nothing of pupils. Errors: `notes-long`, `personal`. */
export const editMapNotes = action({
  slug: 'edit-map-notes',
  subject: ofMap,
  fields: z.object({
    seeks: z.string().default(''),
    notes: z.string().trim().max(1500, 'notes-long').default(''),
    notPersonal: z
      .string()
      .optional()
      .transform((ticked) => ticked === 'true'),
  }),
  async load(read, { mapId }): Promise<NotesFacts | Refusal> {
    const map = await read.schoolMap(mapId);
    return map === null ? { refused: 'not-found' } : { map, notes: await read.mapNotes(map) };
  },
  may: ({ map }, { actor }) => teamOnly(map, actor),
  form({ map, notes }, { actor: { language }, calendar, now }, { typed, errors }) {
    const checked = checkText(typed['notes'] ?? '', calendar.dayOf(now));
    const found = personalDataWords(checked.kinds, language);
    const isFault = found !== null && !isHarmless(checked, typed['notPersonal'] === 'true');
    const advice = texts(language)(`school-map.edit-map-notes.${checked.mayInsist ? 'reword-or-insist' : 'reword'}`);
    return {
      mapId: map.id,
      kinds: helpLineKinds.map((value) => ({ title: kindWord(value, language), value: value as string })),
      mayInsist: checked.mayInsist,
      typed: {
        seeks: typed['seeks'] ?? map.seeks.join(','),
        notes: typed['notes'] ?? notes,
        notPersonal: typed['notPersonal'] ?? 'false',
      },
      errors: isFault ? { ...errors, notes: `${found} ${advice}` } : errors,
    };
  },
  decide({ map }, { seeks, notes, notPersonal }, { calendar, now }): Outcome {
    if (!isHarmless(checkText(notes, calendar.dayOf(now)), notPersonal))
      return { reply: mapForms.notes.again({ mapId: map.id }, { notes: 'personal' }) };
    const chosen = seeks.split(',');
    const row = { ...map, seeks: helpLineKinds.filter((kind) => chosen.includes(kind)), notes };
    return {
      changes: [{ put: 'schoolMap', row }],
      entries: [entry('school-map', map.id, 'notes-edited', {})],
      inNameOf: map.organisationId,
      reply: { ...mapCards.whole.shown({ mapId: map.id }), note: { key: 'done' } },
    };
  },
});
