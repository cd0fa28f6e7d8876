import { meantWords, nameRing, nameWords, soundsOf } from '../../lib/names/index.js';
import type { Identity } from '../draft.js';
import type { ReferralState } from './states.js';
import type { Referral } from './referral.js';

/**
 * By what a pupil is known again under another spelling, each with the birth date in it. They are compared for being equal
 * and nothing else, so a digest of each does as well: that is what is stored.
 */
export interface PupilMarks {
  /** The name as people write it, order of the words and accents aside: this is the same pupil. */
  readonly whole: string;
  /** All letters, wherever the words are split and whichever name comes first. */
  readonly ring: string;
  /** Each word that tells people apart, in the sounds it may have. */
  readonly words: readonly (readonly string[])[];
}

/** `same`: written the same. `likely`: another spelling, or a name more or less; only a person knows. */
export type Likeness = 'same' | 'likely';

/** Name and birth date in one spelling: accents, case, order of the names and punctuation do not matter. */
export function wholeName({ name, birthDate }: Identity): string {
  const words =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return `${[...words].sort().join(' ')}|${birthDate}`;
}

/** The marks of a pupil, readable: to be digested before they are stored. */
export function pupilMarks(identity: Identity): PupilMarks {
  const mark = (kind: string, text: string): string => `${kind}|${text}|${identity.birthDate}`;
  return {
    whole: wholeName(identity),
    ring: mark('ring', nameRing(identity.name)),
    words: nameWords(identity.name).map((word) =>
      [...new Set(meantWords(word).flatMap(soundsOf))].map((sound) => mark('word', sound)),
    ),
  };
}

/** Whether every word of the one stands for a word of its own in the other. */
function allFound(words: PupilMarks['words'], among: PupilMarks['words']): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return true;
  return among.some(
    (other, at) =>
      other.some((sound) => word.includes(sound)) &&
      allFound(
        rest,
        among.filter((_other, index) => index !== at),
      ),
  );
}

/** A first and a family name; one word alone is what brothers and sisters share. */
const fewestWords = 2;
/** Nobody has more; what is longer is not compared word by word. */
const mostWords = 8;

/**
 * Whether two pupils with the same birth date, by one CLB, are or may be one. Likely: the same letters in another order of
 * names or split otherwise, or all words of the shorter name sound as words of the longer one ('Jan Claes', 'Jan Karel
 * Claes'). A word on either side that the other has not makes them two: twins share all but their first name. Null: two pupils.
 */
export function likenessOf(one: PupilMarks, other: PupilMarks): Likeness | null {
  if (one.whole === other.whole) return 'same';
  if (one.ring === other.ring) return 'likely';
  const [fewer, more] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  if (fewer.length < fewestWords || more.length > mostWords) return null;
  return allFound(fewer, more) ? 'likely' : null;
}

/** A live referral of the same pupil, or of one who looks like it. */
export interface SamePupil {
  readonly referral: Referral;
  readonly likeness: Likeness;
}

/** How far a referral is on the way to its start; what ended is not compared. */
const stage: Readonly<Record<ReferralState, number>> = {
  placed: 11,
  'place-free': 10,
  waitlisted: 9,
  'waitlist-proposed': 8,
  contacted: 7,
  delivered: 6,
  'to-phone': 5,
  dispatched: 4,
  registered: 3,
  held: 2,
  full: 1,
  recalled: 0,
  'no-match': -1,
  completed: -2,
  withdrawn: -3,
};

/** The same pupil before one who looks like it; among these the one that is furthest on its way, then the oldest. */
export const furthestFirst = (found: readonly SamePupil[]): readonly SamePupil[] =>
  [...found].sort(
    (one, other) =>
      Number(other.likeness === 'same') - Number(one.likeness === 'same') ||
      stage[other.referral.state] - stage[one.referral.state] ||
      one.referral.registeredAt.getTime() - other.referral.registeredAt.getTime(),
  );
