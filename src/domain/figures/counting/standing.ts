import { word, type CountedReferral, type Told } from './trail.js';

/** What a provider can answer, as it is called in the history: with each of these the referrer was contacted (R9). */
const answerNames: ReadonlySet<string> = new Set([
  'contacted',
  'placed',
  'waitlist-proposed',
  'waitlisted',
  'no-match',
  'full',
]);

/** What taking back calls the state that an answer led to. */
const undoneAs = (name: string): string => (name === 'place-freed' ? 'place-free' : name);

/**
 * What was told and not taken back, whenever that happened. An answer can only be given again after it was taken back, so
 * the first answers of a kind belong to the takings-back of that kind, each to one.
 */
export function standingOf({ told }: Pick<CountedReferral, 'told'>): Told[] {
  const takenBack = new Map<string, number>();
  for (const one of told)
    if (one.name === 'answer-undone') {
      const of = word(one, 'answer') ?? '';
      takenBack.set(of, (takenBack.get(of) ?? 0) + 1);
    }
  return told.filter(({ name }) => {
    const left = takenBack.get(undoneAs(name)) ?? 0;
    takenBack.set(undoneAs(name), left - 1);
    return left <= 0;
  });
}

/** An answer of a provider: one definition for every figure that counts answers. */
export const isAnswer = ({ name }: Told): boolean => answerNames.has(name);

/** Has a place: at once, or from the waiting list and confirmed (R11). */
export const isPlace = ({ name }: Told): boolean => name === 'placed' || name === 'place-confirmed';

/** The first sending of a referral: one that was called back and sent again counts once. */
export const isRegistration = (told: Told): boolean => told.name === 'registered' && word(told, 'again') !== 'true';

/** Referred on from here: the other side of it is told on the next referral. */
export const isReferredOn = (told: Told): boolean => told.name === 'referred-on' && word(told, 'to') !== null;
