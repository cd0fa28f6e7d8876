import type { Language } from '../domain/language.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Entry, EntryName, EntrySubject, ToldEntry } from '../domain/timeline/entries.js';
import type { ReminderKind } from '../domain/workgroup/meeting.js';
import { availabilityWords } from './availability-words.js';
import { day, moment } from './format.js';
import { texts, type TextKey, type Values } from './index.js';
import { plain } from './plain.js';

type EntryKey = { readonly [S in EntrySubject]: `timeline.${S}.${EntryName<S>}` }[EntrySubject];

/** The sentence of an entry. One that has none in the Dutch texts does not compile; a test says so of the other languages. */
const sentenceOf = ({ subject, name }: Entry): TextKey => `timeline.${subject}.${name}` as EntryKey;

/** In which language, and when it is read. */
export interface Wording {
  readonly language: Language;
  readonly now: Date;
  readonly calendar: { dayOf(at: Date): LocalDate };
}

/** What happened, in a few words. */
export const entryWords = (one: Entry, wording: Wording): string =>
  texts(wording.language)(sentenceOf(one), valuesOf(one, wording));

/** `Afgesloten: het is opgelost · Meldpunt · ma 16 nov., 10 u.`: what, for which organisation, when. Escaped for a card. */
export const entryLine = (told: ToldEntry, wording: Wording): string =>
  [
    entryWords(told, wording),
    told.personId === null
      ? texts(wording.language)('timeline.automatic')
      : told.organisation === null
        ? null
        : plain(told.organisation),
    moment(told.at, wording.language, wording.now),
  ]
    .filter((part) => part !== null)
    .join(' · ');

/** What the sentences of a subject are told with; codes that the sentence itself chooses by go along as they are. */
function valuesOf(one: Entry, wording: Wording): Values {
  switch (one.subject) {
    case 'signal':
      return signalValues(one, wording);
    case 'meeting':
      return meetingValues(one, wording);
    case 'help-line':
      return helpLineValues(one, wording);
    case 'survey':
      return one.name === 'opened' ? { ...one.data, day: onDay(one.data.closesOn, wording) } : one.data;
    case 'service':
      return serviceValues(one, wording);
    case 'school-map':
      return one.name === 'kind-asked'
        ? { kind: texts(wording.language)(`helplines.kinds.${one.data.kind}.name`) }
        : {};
    case 'worker':
      return { references: one.data.references.join(', ') };
    case 'organisation':
    case 'settings':
      return 'fields' in one.data ? { fields: fieldsIn(one.data.fields, wording) } : {};
  }
}

const onDay = (on: LocalDate, { language, now, calendar }: Wording): string => day(on, language, calendar.dayOf(now));

const signalValues = (one: Entry<'signal'>, { language }: Wording): Values => {
  if (one.name === 'closed') return { reason: texts(language)(`signals.close-reasons.${one.data.reason}`) };
  return one.name === 'received' || one.name === 'counted' ? one.data : {};
};

/** By what a sentence chooses: it knows no dashes. */
const reminders: Readonly<Record<ReminderKind, string>> = {
  'three-weeks': 'weeks',
  'three-days': 'days',
  'same-day': 'day',
};

function meetingValues(one: Entry<'meeting'>, { language, now }: Wording): Values {
  switch (one.name) {
    case 'planned':
      return { when: moment(one.data.startsAt, language, now) };
    case 'moved':
      return { what: one.data.what, when: moment(one.data.to, language, now) };
    case 'reminded':
      return { which: reminders[one.data.which] };
    case 'decision-made':
      return {};
    default:
      return one.data;
  }
}

function helpLineValues(one: Entry<'help-line'>, { language }: Wording): Values {
  const say = texts(language);
  if ('fields' in one.data) {
    const names = one.data.fields.map((field) => say(`helplines.history-fields.${field}`).toLowerCase());
    return { fields: names.length === 0 ? say('timeline.fields.none') : names.join(', ') };
  }
  return one.name === 'reported' ? { reason: say(`helplines.reasons.${one.data.reason}`) } : { ...one.data };
}

function serviceValues(one: Entry<'service'>, wording: Wording): Values {
  switch (one.name) {
    case 'full-until': {
      const { to } = one.data;
      return to === null ? { full: 'no', day: '' } : { full: 'yes', day: onDay(to, wording) };
    }
    case 'availability-set':
      return { availability: availabilityOf(one.data, wording) };
    case 'edited':
      return { fields: fieldsIn(one.data.fields, wording) };
    case 'added':
      return {};
  }
}

type Availability = Extract<Entry<'service'>, { readonly name: 'availability-set' }>['data'];

function availabilityOf({ weeks, fullUntil }: Availability, { language, now, calendar }: Wording): string {
  const today = calendar.dayOf(now);
  if (fullUntil !== null) return availabilityWords({ kind: 'full', until: fullUntil }, language, today);
  if (weeks === null) return availabilityWords({ kind: 'unknown' }, language, today);
  return availabilityWords(weeks === 0 ? { kind: 'place' } : { kind: 'waitlist', weeks, waiting: 0 }, language, today);
}

type Field = Extract<Entry<'service' | 'organisation' | 'settings'>, { readonly data: { readonly fields: unknown } }>;

const fieldsIn = (fields: Field['data']['fields'], { language }: Wording): string =>
  fields.length === 0
    ? texts(language)('timeline.fields.none')
    : fields.map((field) => texts(language)(`timeline.fields.${field}`)).join(', ');
