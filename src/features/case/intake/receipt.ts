import type { ViewContext } from '../../../contracts/action.js';
import type { Service } from '../../../domain/organisation.js';
import { can, type CaseActor } from '../../../domain/case/policy.js';
import type { Referral } from '../../../domain/case/referral.js';
import { isUnderway } from '../../../domain/case/states.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { aboutWhom, questionLine, regionLine, stateWord } from '../../../texts/referral-words.js';

const soonMs = 60_000;

/** Whose receipt it is: it stands in his or her personal chat. */
const theAuthor: CaseActor = { sides: ['clb'], isAuthor: true };

/** Where it is and until when it can be changed (R4), honestly: outside the desk's hours it says when. */
function whereItIs(referral: Referral, { language, now, calendar }: ViewContext): string {
  const t = texts(language);
  if (referral.state === 'registered') {
    const { deliverAt } = referral;
    if (deliverAt.getTime() - now.getTime() < soonMs) return t('intake.receipt.now');
    return t('intake.receipt.later', { at: moment(deliverAt, language, now) });
  }
  if (referral.state === 'held') {
    const why = referral.region === 'outside' ? 'outside' : referral.serviceId === null ? 'chooses' : 'looks';
    const open = calendar.isOpen(now);
    const back = open ? [] : [t('intake.receipt.active', { at: moment(calendar.nextOpening(now), language, now) })];
    return [t(`intake.receipt.${why}`), ...back].join(' ');
  }
  if (referral.state === 'withdrawn') return t('intake.receipt.withdrawn');
  if (referral.state === 'dispatched' || referral.state === 'to-phone') return t(`intake.receipt.${referral.state}`);
  if (referral.deliveredAt === null) return t('intake.receipt.follow');
  return t('intake.receipt.delivered', { at: moment(referral.deliveredAt, language, now) });
}

/** What happens next; nothing more to promise once somebody has answered. */
function whatIsNext(referral: Referral, { language, now }: ViewContext): string | null {
  const t = texts(language);
  if (referral.state === 'delivered')
    return t('intake.receipt.contact-by', { at: moment(referral.contactBy, language, now) });
  if (referral.state === 'registered' || isUnderway(referral.state)) return t('intake.receipt.contact');
  return ['held', 'withdrawn'].includes(referral.state) ? null : t('intake.receipt.follow');
}

/** R16: only who is enrolled has a school that registers an absence. */
const codeP = (referral: Referral, { language }: ViewContext): string | null =>
  referral.target === 'pupil' && referral.enrolment === 'enrolled' && referral.state !== 'withdrawn'
    ? texts(language)('intake.receipt.code-p')
    : null;

/** The receipt: reference, provider, when it is delivered, until when it can be changed, code P, what is next. Nothing personal. */
export function receiptOf(referral: Referral, service: Service | null, context: ViewContext) {
  const { language } = context;
  const t = texts(language);
  const { symbol, word } = stateWord(language, referral.state);
  const changeable = 'side' in can(theAuthor, 'recall', referral, context.now);
  return {
    reference: t('intake.receipt.reference', { reference: referral.reference }),
    title: service?.name ?? t('intake.draft-post.desk'),
    state: `${symbol} ${word}`,
    facts: [
      { title: t('intake.receipt.about'), value: aboutWhom(referral, language) || null },
      { title: t('intake.receipt.region'), value: regionLine(referral, language) },
      { title: t('intake.receipt.question'), value: questionLine(referral, language) || null },
    ],
    expected: whereItIs(referral, context),
    next: whatIsNext(referral, context),
    codeP: codeP(referral, context),
    recallId: changeable ? referral.id : null,
  };
}
