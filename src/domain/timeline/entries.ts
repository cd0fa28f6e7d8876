import type { z } from 'zod';
import { sameField } from '../helpline/help-line.js';
import type {
  HelpLineId,
  Id,
  MeetingId,
  OrganisationId,
  PersonId,
  SchoolMapId,
  ServiceId,
  SignalId,
  SurveyId,
} from '../ids.js';
import {
  organisationEntries,
  serviceEntries,
  settingsEntries,
  toldChange,
  type ToldChange,
} from './directory-entries.js';
import { helpLineEntries } from './help-line-entries.js';
import { meetingEntries } from './meeting-entries.js';
import { signalEntries } from './signal-entries.js';
import { surveyEntries } from './survey-entries.js';
import { schoolMapEntries } from './school-map-entries.js';
import { workerEntries } from './worker-entries.js';

/**
 * Everything that is told of what is no referral, per subject: codes, ids, days, instants and numbers only. Checked when
 * written and when read. (What happens to a referral are the case events: its row is the fold of those.)
 */
export const entrySchemas = {
  signal: signalEntries,
  meeting: meetingEntries,
  'help-line': helpLineEntries,
  survey: surveyEntries,
  service: serviceEntries,
  organisation: organisationEntries,
  settings: settingsEntries,
  worker: workerEntries,
  'school-map': schoolMapEntries,
} as const;

/** The id of each kind of subject. */
interface SubjectIds {
  readonly signal: SignalId;
  readonly meeting: MeetingId;
  readonly 'help-line': HelpLineId;
  readonly survey: SurveyId;
  readonly service: ServiceId;
  readonly organisation: OrganisationId;
  readonly settings: Id<'settings'>;
  readonly worker: PersonId;
  readonly 'school-map': SchoolMapId;
}

export type EntrySubject = keyof typeof entrySchemas;
export type SubjectId<S extends EntrySubject> = SubjectIds[S];
export type EntryName<S extends EntrySubject> = keyof (typeof entrySchemas)[S] & string;
export type EntryData<S extends EntrySubject, N extends EntryName<S>> =
  (typeof entrySchemas)[S][N] extends z.ZodType<infer Data> ? Readonly<Data> : never;

/** One thing that happened to one subject. The platform adds the moment, who did it and for which organisation. */
export type Entry<S extends EntrySubject = EntrySubject> = {
  readonly [K in S]: {
    readonly [N in EntryName<K>]: {
      readonly subject: K;
      readonly id: SubjectIds[K];
      readonly name: N;
      readonly data: EntryData<K, N>;
    };
  }[EntryName<K>];
}[S];

/** An entry as it was told: when, by whom and for whom; the program by itself has no person. */
export type ToldEntry<S extends EntrySubject = EntrySubject> = Entry<S> & {
  readonly at: Date;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  /** The name of that organisation, as it is called now. */
  readonly organisation: string | null;
};

/** States what happened: the compiler knows which names a subject has, and the data of each. */
export const entry = <S extends EntrySubject, N extends EntryName<S>>(
  subject: S,
  id: SubjectId<S>,
  name: N,
  data: EntryData<S, N>,
) => ({ subject, id, name, data });

/** The settings are one: this stands for them. */
export const settingsId = '00000000-0000-0000-0000-000000000000' as SubjectId<'settings'>;

/** The data of an entry, checked; throws when there is no such entry, or when it holds something else. */
export function checkedEntry(subject: EntrySubject, name: string, data: unknown): unknown {
  const schema = (entrySchemas[subject] as Readonly<Record<string, z.ZodType | undefined>>)[name];
  if (schema === undefined) throw new Error(`no entry of a ${subject} is called ${name}`);
  return schema.parse(data);
}

/** Which of these fields are not the same any more, with what they were and became; null when all are the same. */
export function whatChanged<K extends string>(
  keys: readonly K[],
  before: Readonly<Partial<Record<K, unknown>>>,
  after: Readonly<Partial<Record<K, unknown>>>,
): { fields: K[]; values: Partial<Record<K, ToldChange>> } | null {
  const fields = fieldsChanged(keys, before, after);
  const values: Partial<Record<K, ToldChange>> = {};
  for (const key of fields) {
    const told = toldChange(before[key] ?? null, after[key] ?? null);
    if (told !== null) values[key] = told;
  }
  return fields.length === 0 ? null : { fields, values };
}

const fieldsChanged = <K extends string>(
  keys: readonly K[],
  before: Readonly<Partial<Record<K, unknown>>>,
  after: Readonly<Partial<Record<K, unknown>>>,
): K[] => keys.filter((key) => key in after && !sameField(before[key] ?? null, after[key] ?? null));
