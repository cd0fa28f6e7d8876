import type { LocalDate } from '../local-date.js';
import { findingKinds, findPersonalData, type FindingKind } from '../../lib/personal-data/index.js';
import { phoneDigits } from './same-line.js';

/** The fields of a line in which people write; `organisation` is the name of who offers it. */
export const writtenFields = [
  'name',
  'organisation',
  'description',
  'howToRefer',
  'alert',
  'hoursNote',
  'eligibility',
  'phone',
  'email',
] as const;
export type WrittenField = (typeof writtenFields)[number];
/** `address` is not looked at: it is what the field is for. */
export type WrittenTexts = Partial<Readonly<Record<WrittenField | 'address', string | null>>>;

/** What may not stand in a public line: personal data as in a signal, and contacts that look like somebody's own. */
export const lineFindingKinds = [...findingKinds, 'private-phone', 'private-email', 'family'] as const;
export type LineFindingKind = (typeof lineFindingKinds)[number];

/** What was found in one field: kinds only, never the words. */
export interface CheckedField {
  readonly field: WrittenField;
  /** The most certain first; never empty. */
  readonly kinds: readonly LineFindingKind[];
}

export interface CheckedLine {
  /** Only the fields in which something was found. */
  readonly found: readonly CheckedField[];
  /** Whether the writer may say that all of it is of the work after all. */
  readonly mayInsist: boolean;
}

/** A pupil's own: whatever the writer says, these are of no service. */
const neverPublic: readonly LineFindingKind[] = ['national-number', 'birth-date'];
/** A line is about services, schools among them: their names are its content. */
const noFault: readonly FindingKind[] = ['school-name'];

/** A mobile number may be of the work or somebody's own: the writer knows. Fixed, free and short numbers are of the work. */
const isMobile = (phone: string): boolean => /^04[5-9]\d{7}$/.test(phoneDigits(phone));

/** Where people have an address of their own; an organisation has its own name behind the @. */
const freeMail =
  /@(?:[\w-]+\.)*(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|proton|protonmail|pm|gmx|aol|mail|telenet|skynet|proximus|pandora|scarlet|belgacom|voo|zeelandnet|ziggo|free|orange|laposte|wanadoo)\.(?:com|be|nl|fr|net|me|ch|de|org)$/i;

/** 'mama van …': a contact in somebody's family. Plural words ('ouders van jonge kinderen') say for whom a line is. */
const family =
  /(?<!\p{L})(?:(?:pleeg|stief|plus|groot)?(?:moeder|vader|mama|papa)|mam|mams|paps|oma|opa|tante|nonkel|oom|broer|zus|mother|father|mum|dad)\s+(?:van|of)(?!\p{L})/iu;

/** The line's own contacts: in a text they tell nothing new. */
type Own = Readonly<Record<'phone' | 'email' | 'address', string | null>>;

const isOwn = (words: string, kind: FindingKind, { phone, email, address }: Own): boolean => {
  if (kind === 'phone') return phone !== null && phoneDigits(words) === phoneDigits(phone);
  if (kind === 'address') return address !== null && address.toLowerCase().includes(words.toLowerCase());
  return kind === 'email' && email !== null && words.toLowerCase() === email.toLowerCase();
};

function kindsIn(text: string, own: Own, today: LocalDate): LineFindingKind[] {
  const found = findPersonalData(text, today).filter(
    ({ kind, at, length }) => !noFault.includes(kind) && !isOwn(text.slice(at, at + length), kind, own),
  );
  return [...found.map(({ kind }) => kind), ...(family.test(text) ? (['family'] as const) : [])];
}

function kindsOf(field: WrittenField, text: string, own: Own, today: LocalDate): LineFindingKind[] {
  if (field === 'phone') return isMobile(text) ? ['private-phone'] : [];
  if (field === 'email') return freeMail.test(text.trim()) ? ['private-email'] : [];
  return kindsIn(text, own, today);
}

/**
 * Looks at what somebody writes in a help line, which everybody can read, as at a signal (R19). A line's own number and
 * address of the work are what its fields are for; a mobile number, a mail address as people have at home, and what looks
 * personal in a text may stand there when the writer says that it is of the work. What the line said already
 * (`before`) was answered for when it was written.
 */
export function checkLine(typed: WrittenTexts, before: WrittenTexts, today: LocalDate): CheckedLine {
  const ownOf = (field: keyof Own): string | null => typed[field] ?? before[field] ?? null;
  const own = { phone: ownOf('phone'), email: ownOf('email'), address: ownOf('address') };
  const found = writtenFields.flatMap((field): CheckedField[] => {
    const text = typed[field] ?? '';
    if (text.trim() === '' || text === before[field]) return [];
    const inField = new Set(kindsOf(field, text, own, today));
    const kinds = lineFindingKinds.filter((kind) => inField.has(kind));
    return kinds.length === 0 ? [] : [{ field, kinds }];
  });
  return checkedAs(found);
}

/** What was found in the fields of a line, with whether the writer may insist. */
export function checkedAs(found: readonly CheckedField[]): CheckedLine {
  const kinds = found.flatMap((one) => one.kinds);
  return { found, mayInsist: kinds.length > 0 && !kinds.some((kind) => neverPublic.includes(kind)) };
}

/** Whether a line may be kept: nothing was found, or only what the writer may and does call of the work. */
export const mayBePublic = ({ found, mayInsist }: CheckedLine, insists: boolean): boolean =>
  found.length === 0 || (mayInsist && insists);
