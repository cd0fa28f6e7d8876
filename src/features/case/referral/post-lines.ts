import type { ViewContext } from '../../../contracts/action.js';
import type { Language } from '../../../domain/language.js';
import type { Referral } from '../../../domain/case/referral.js';
import { moment, shortDay } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { stateWord } from '../../../texts/referral-words.js';
import type { PostFacts } from './post-facts.js';

/** `Laatste: op wachtlijst geplaatst · vr 15 jan., 10.12 u.`; null when nothing is known. */
export function lastLine({ history }: PostFacts, { language, now }: ViewContext): string | null {
  const told = history.flatMap(({ name, at }) => {
    const what = textAt(language, `referral.events.${name}`);
    return what === null ? [] : [{ what, moment: moment(at, language, now) }];
  });
  const last = told.at(-1);
  return last === undefined ? null : texts(language)('referral.referral-post.last', last);
}

/** `Eerder: 2026-0031 geen match · eerste aanmelding 12 jan. · Ook: 2026-0051`; null without other referrals (R12). */
export function trailLine({ referral, earlier, later }: PostFacts, context: ViewContext): string | null {
  const { language, calendar, now } = context;
  const say = texts(language);
  const first = shortDay(calendar.dayOf(referral.firstRegisteredAt), language, calendar.dayOf(now));
  const before = earlier.map((one) => `${one.reference} ${outcomeOf(one, context)}`).join(', ');
  const parts = [
    ...(before === '' ? [] : [say('referral.referral-post.earlier', { before, first })]),
    ...(later.length === 0
      ? []
      : [say('referral.referral-post.later', { references: later.map(({ reference }) => reference).join(', ') })]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

/** What became of it; 'no match' also when it was withdrawn afterwards. */
const outcomeOf = ({ state, noMatchReason }: Referral, { language }: ViewContext): string =>
  referrerState(state === 'withdrawn' && noMatchReason !== null ? 'no-match' : state, language).word.toLowerCase();

/** A state in the referrer's words: shorter where the box says the rest, and what is new to the provider is delivered. */
export function referrerState(state: Referral['state'], language: Language): { symbol: string; word: string } {
  const { symbol, word } = stateWord(language, state);
  return { symbol, word: textAt(language, `referral.states.${state}`) ?? word };
}

/** Symbol + word, for the right of the header. */
export function stateLine({ state }: Referral, { language }: Pick<ViewContext, 'language'>): string {
  const { symbol, word } = referrerState(state, language);
  return `${symbol} ${word}`;
}
