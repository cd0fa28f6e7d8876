import type { ToldChange, ToldValue } from '../../domain/timeline/directory-entries.js';
import type { LocalDate } from '../../domain/local-date.js';
import { municipalityOfNis } from '../../lib/region/index.js';
import { codeWord } from '../../texts/referral-words.js';
import { day } from '../../texts/format.js';
import { texts, type TextKey } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import type { Language } from '../../domain/language.js';

/** What the words of a value may need. */
export interface Telling {
  readonly language: Language;
  readonly today: LocalDate;
  /** Names of the people whose ids stand among the values. */
  readonly people: ReadonlyMap<string, string>;
}

type Words = (value: string | number, telling: Telling) => string;

const hours: Words = (minutes, { language }) =>
  texts(language)('desk.directory-history.hours', { count: Number(minutes) / 60 });
const weeks: Words = (count, { language }) => texts(language)('desk.directory-history.weeks', { count: Number(count) });
const wordOf =
  (section: string): Words =>
  (code, { language }) =>
    texts(language)(`${section}.${code}` as TextKey);

/** How a field tells its values; null: by its name only, because they take more than a few words. */
const wordsOf: Readonly<Record<string, Words | null>> = {
  regions: wordOf('common.common.region'),
  schoolForms: (code, { language }) => codeWord(language, 'school-form', String(code) as never),
  offeredForms: (code, { language }) => codeWord(language, 'wanted-form', String(code) as never),
  language: wordOf('desk.languages'),
  roundTableBy: wordOf('desk.round-table'),
  municipality: (nis) => municipalityOfNis(String(nis))?.name ?? String(nis),
  coordinatorId: (id, { people }) => plain(people.get(String(id)) ?? '…'),
  assuredOn: (on, { language, today }) => day(String(on) as LocalDate, language, today),
  contactWithinMinutes: hours,
  escalateAfterMinutes: hours,
  draftDays: (days, { language }) => texts(language)('desk.directory-history.days', { count: Number(days) }),
  checkInWeeks: weeks,
  lookWeeks: weeks,
  about: null,
  rulesOff: null,
  keptDays: null,
  weeklyHours: null,
  closedPeriods: null,
};

function valueWords(field: string, value: ToldValue, telling: Telling): string {
  const say = texts(telling.language);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return say('desk.directory-history.nothing');
  if (typeof value === 'boolean') return say(value ? 'desk.directory-history.yes' : 'desk.directory-history.no');
  const words = wordsOf[field] ?? ((one: string | number) => plain(String(one)));
  return (Array.isArray(value) ? value : [value]).map((one) => words(one, telling)).join(', ');
}

/** What an entry keeps of a change; one that is no change keeps nothing. */
interface Changed {
  readonly fields?: readonly string[];
  readonly values?: Readonly<Partial<Record<string, ToldChange>>> | undefined;
}

/** `Telefoon: leeg → 016 12 34 56`, for each field of which values were kept. */
export const toldLines = ({ fields = [], values }: Changed, telling: Telling): string[] =>
  fields.flatMap((field) => {
    const change = values?.[field];
    if (change === undefined || wordsOf[field] === null) return [];
    const [from, to] = [change.from, change.to].map((value) => valueWords(field, value, telling));
    const name = texts(telling.language)(`timeline.fields.${field}` as TextKey);
    return [`${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${from} → ${to}`];
  });
