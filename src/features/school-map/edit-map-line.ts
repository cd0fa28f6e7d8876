import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import { helpLineKinds, type HelpLineKind } from '../../domain/helpline/kinds.js';
import type { HelpLineId, MapEntryId } from '../../domain/ids.js';
import type { Contact, MapEntry, SchoolMap } from '../../domain/school-map/school-map.js';
import { entry } from '../../domain/timeline/entries.js';
import { findPersonalData, type FindingKind } from '../../lib/personal-data/index.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { entryId, lineId, mapId, teamOnly } from './map-access.js';
import { mapCards, mapForms } from './map-cards.js';
import { kindWord } from './told/map-words.js';

/** A contact person has a name, a phone and an address; these are of somebody else. */
const ofPupil: readonly FindingKind[] = ['national-number', 'birth-date', 'pupil-name'];

/** More choices than this do not fit in a card of Teams. */
const mostLines = 150;

interface LineFacts {
  readonly map: SchoolMap;
  readonly present: MapEntry | null;
  readonly contact: Contact | null;
  /** How many the region has. */
  readonly there: number;
  /** What can be chosen: of the region, not on the map yet. */
  readonly lines: readonly HelpLine[];
  readonly chosen: HelpLineId | null;
  readonly entries: readonly MapEntry[];
}

const line = z.string().trim().max(120, 'contact-long').default('');

/**
 * With whom the school works: a line of the region, since when, and its own contact person there, only with his or her
 * agreement. Errors: `line-missing`, `year-strange`, `not-agreed`, `contact-long`, `personal`.
 */
export const editMapLine = action({
  slug: 'edit-map-line',
  subject: z.object({
    mapId,
    entryId: entryId.nullish(),
    lineId: lineId.nullish(),
    kind: z.enum(helpLineKinds).nullish().catch(null),
  }),
  fields: z.object({
    line: z.string().default(''),
    since: z
      .string()
      .trim()
      .default('')
      .refine((typed) => typed === '' || /^(19|20)\d\d$/.test(typed), 'year-strange'),
    contactName: line,
    contactPhone: line,
    contactEmail: line,
    agreed: z
      .string()
      .optional()
      .transform((ticked) => ticked === 'true'),
  }),
  load: loadLine,
  may: ({ map }, { actor }) => teamOnly(map, actor),
  form({ map, present, contact, lines, chosen, there }, { actor: { language } }, { typed }) {
    const fixed = present === null ? null : (lines.find(({ id }) => id === present.lineId) ?? null);
    return {
      mapId: map.id,
      entryId: present?.id ?? null,
      name: fixed === null ? plain(map.name) : plain(fixed.name),
      more:
        fixed !== null || there <= mostLines
          ? null
          : texts(language)('school-map.edit-map-line.more', { there, most: mostLines }),
      choices:
        fixed === null
          ? lines.map(({ id, name, kind }) => ({ title: `${name} (${kindWord(kind, language)})`, value: id as string }))
          : null,
      typed: {
        line: typed['line'] ?? chosen,
        since: typed['since'] ?? (present?.sinceYear == null ? null : String(present.sinceYear)),
        contactName: typed['contactName'] ?? contact?.name ?? null,
        contactPhone: typed['contactPhone'] ?? contact?.phone ?? null,
        contactEmail: typed['contactEmail'] ?? contact?.email ?? null,
        agreed: typed['agreed'] ?? (present?.isAgreed === true ? 'true' : 'false'),
      },
    };
  },
  decide(facts, typed, context): Outcome {
    const { map, present } = facts;
    const contact = { name: typed.contactName, phone: typed.contactPhone, email: typed.contactEmail };
    const errors = errorsOf(facts, typed, contact, context);
    if (Object.keys(errors).length > 0)
      return { reply: mapForms.line.again({ mapId: map.id, entryId: present?.id }, errors) };
    return kept(facts, typed, contact, context);
  },
});

interface OfLine {
  readonly mapId: SchoolMap['id'];
  readonly entryId?: MapEntryId | null | undefined;
  readonly lineId?: HelpLineId | null | undefined;
  readonly kind?: HelpLineKind | null | undefined;
}

async function loadLine(read: Read, subject: OfLine): Promise<LineFacts | Refusal> {
  const map = await read.schoolMap(subject.mapId);
  if (map === null) return { refused: 'not-found' };
  const present = subject.entryId ? await read.mapEntry(subject.entryId) : null;
  if (subject.entryId && present?.mapId !== map.id) return { refused: 'not-found' };
  const entries = await read.mapEntries(map.id);
  const all = await read.helpLines({
    region: map.region,
    limit: mostLines,
    ...(subject.kind ? { kind: subject.kind } : {}),
  });
  const there = await read.countHelpLines({ region: map.region });
  const lines = all.filter(({ id }) => id === present?.lineId || entries.every((one) => one.lineId !== id));
  const contact = present === null ? null : ((await read.mapContacts(map)).get(present.id) ?? null);
  return { map, present, contact, lines, chosen: subject.lineId ?? null, entries, there };
}

interface TypedLine {
  readonly line: string;
  readonly since: string;
  readonly agreed: boolean;
}

const isEmpty = ({ name, phone, email }: Contact): boolean => name === '' && phone === '' && email === '';

function errorsOf(
  { present, lines }: LineFacts,
  { line: chosen, agreed }: TypedLine,
  contact: Contact,
  { calendar, now }: ActionContext,
): Record<string, string> {
  const found = findPersonalData(Object.values(contact).join('\n'), calendar.dayOf(now));
  return {
    ...(present === null && lines.every(({ id }) => id !== chosen) ? { line: 'line-missing' } : {}),
    ...(found.some(({ kind }) => ofPupil.includes(kind)) ? { contactName: 'personal' } : {}),
    ...(!isEmpty(contact) && !agreed ? { agreed: 'not-agreed' } : {}),
  };
}

function kept(
  { map, present, entries }: LineFacts,
  { line: chosen, since }: TypedLine,
  contact: Contact,
  { now, newId }: ActionContext,
): Outcome {
  const of = present?.lineId ?? (chosen as HelpLineId);
  const before = present ?? entries.find((one) => one.lineId === of) ?? null;
  const row: MapEntry = {
    id: before?.id ?? newId<MapEntryId>(),
    mapId: map.id,
    lineId: of,
    sinceYear: since === '' ? null : Number(since),
    isAgreed: !isEmpty(contact),
    toldAt: now,
    state: 'shown',
    version: before?.version ?? 0,
  };
  return {
    changes: [{ put: 'mapEntry', row: { ...row, trailId: map.trailId, contact: isEmpty(contact) ? null : contact } }],
    entries: [entry('school-map', map.id, before === null ? 'line-added' : 'line-edited', { lineId: of })],
    inNameOf: map.organisationId,
    reply: { ...mapCards.whole.shown({ mapId: map.id }), note: { key: 'done' } },
  };
}
