import { deskReasonsOf, type DeskReason } from '../domain/case/posts.js';
import { toAnswer } from '../domain/case/question.js';
import type { Referral } from '../domain/case/referral.js';
import type { WorklistRow } from '../contracts/case-lists.js';
import type { Language } from '../domain/language.js';
import { plain } from './plain.js';
import { texts } from './index.js';

/** Why a referral stands before the desk, as what it asks: “Bel de aanbieder”; null when there is no reason any more. */
export function deskWord(referral: Referral, language: Language): string | null {
  const reasons = deskReasonsOf(referral).map((reason) => texts(language)(`dispatch.desk-referral.title.${reason}`));
  return reasons.length === 0 ? null : reasons.join(' · ');
}

/** What a referral that lies with the desk itself asks of it; null for one that lies with somebody else. */
export const deskAsks = (referral: Referral, language: Language): string | null =>
  referral.state === 'held' || referral.state === 'to-phone' ? deskWord(referral, language) : null;

type Listed = Pick<Extract<WorklistRow, { kind: 'referral' }>, 'referral' | 'sides'>;
type CalledSide = 'clb' | 'provider';

/** Whom the desk calls for each reason; nobody for what it decides itself. */
const called: Partial<Readonly<Record<DeskReason, CalledSide | ((referral: Referral) => CalledSide)>>> = {
  overdue: 'provider',
  'no-channel': 'provider',
  question: (referral) => (toAnswer(referral, 'clb').some(({ reminded }) => reminded === 'desk') ? 'clb' : 'provider'),
  beside: 'clb',
  unconfirmed: 'clb',
  left: ({ state }) => (state === 'contacted' ? 'provider' : 'clb'),
};

const keepNumber = (phone: string): string => plain(phone).replaceAll(' ', '\u00A0');

/** Whom the desk is to call, with the number, or that it is missing; null where nobody is to be called. */
export function deskCalls({ referral, sides }: Listed, language: Language): string | null {
  const [whom] = deskReasonsOf(referral).flatMap((reason) => called[reason] ?? []);
  if (whom === undefined) return null;
  const side = sides[typeof whom === 'string' ? whom : whom(referral)];
  const say = texts(language);
  return side === null
    ? null
    : say('dispatch.desk-referral.call', {
        name: plain(side.name),
        phone: side.phone === null ? say('dispatch.desk-referral.no-number') : keepNumber(side.phone),
      });
}
