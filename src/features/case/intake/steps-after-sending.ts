import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/action.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { ReferralState } from '../../../domain/case/states.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';

/** A step on the way of a referral: done, or to come, with when. */
export interface Step {
  readonly icon: 'CheckmarkCircle' | 'Circle';
  readonly look: 'Filled' | 'Regular';
  readonly sign: string;
  readonly what: string;
  readonly when: string;
}

const done = (what: string, when: string): Step => ({ icon: 'CheckmarkCircle', look: 'Filled', sign: '✓', what, when });
const toCome = (what: string, when: string): Step => ({ icon: 'Circle', look: 'Regular', sign: '○', what, when });

const soonMs = 60_000;

/** Whether it leaves now, or only when the desk is active again (R4). */
export const leavesSoon = ({ deliverAt }: Referral<'registered'>, now: Date): boolean =>
  deliverAt.getTime() - now.getTime() < soonMs;

/** Before anybody answered: afterwards the card itself says how it stands. */
const unanswered: readonly ReferralState[] = ['registered', 'held', 'dispatched', 'to-phone', 'delivered'];

/** "Wat gebeurt er nu?": what is done and what comes next, as long as nobody answered; nothing is promised that nobody knows of. */
export function stepsAfterSending(facts: CaseFacts, context: ViewContext): Step[] {
  const { referral } = facts;
  if (!unanswered.includes(referral.state)) return [];
  const t = texts(context.language);
  return [
    done(t('intake.receipt.steps.sent'), moment(referral.registeredAt, context.language, context.now)),
    delivery(facts, context),
    contact(facts, context),
    toCome(t('intake.receipt.steps.answer'), t('intake.receipt.follow')),
  ];
}

/** The name of who has it or gets it, for a sentence. */
export const receiverOf = ({ provider, service }: CaseFacts, { language }: ViewContext): string =>
  plain(provider?.name ?? service?.name ?? texts(language)('intake.receipt.steps.somebody'));

function delivery(facts: CaseFacts, context: ViewContext): Step {
  const { referral } = facts;
  const { language, now } = context;
  const t = texts(language);
  const provider = receiverOf(facts, context);
  if (referral.state === 'delivered')
    return done(t('intake.receipt.steps.delivered', { provider }), moment(referral.deliveredAt, language, now));
  const change = t('intake.receipt.steps.change');
  if (referral.state === 'held')
    return toCome(t(`intake.receipt.steps.${referral.serviceId === null ? 'chooses' : 'looks'}`), change);
  if (referral.state === 'to-phone') return toCome(t('intake.receipt.steps.phones', { provider }), change);
  const gets = t('intake.receipt.steps.gets', { provider });
  if (referral.state !== 'registered') return toCome(gets, t('intake.receipt.steps.under-way'));
  return toCome(gets, leavesSoon(referral, now) ? change : moment(referral.deliverAt, language, now));
}

function contact(facts: CaseFacts, context: ViewContext): Step {
  const { referral } = facts;
  const { language, now } = context;
  const t = texts(language);
  const when =
    referral.state === 'delivered'
      ? t('intake.receipt.steps.contact-by', { at: moment(referral.contactBy, language, now) })
      : t('intake.receipt.steps.contact-soon');
  return toCome(t('intake.receipt.steps.contact', { provider: receiverOf(facts, context) }), when);
}
