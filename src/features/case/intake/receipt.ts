import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/action.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { caseCard, type CaseCard } from '../card/case-card.js';
import { caseLine } from '../card/case-line.js';
import { actsOnCard } from '../viewer.js';
import { leavesSoon, receiverOf, stepsAfterSending, type Step } from './steps-after-sending.js';

/** Where it is and until when it can be changed (R4), honestly: outside the desk's hours it says when. */
function whereItIs(facts: CaseFacts, context: ViewContext): string {
  const { language, now, calendar } = context;
  const { referral } = facts;
  const t = texts(language);
  const provider = receiverOf(facts, context);
  switch (referral.state) {
    case 'registered':
      return leavesSoon(referral, now)
        ? t('intake.receipt.now', { provider })
        : t('intake.receipt.later', { at: moment(referral.deliverAt, language, now) });
    case 'held': {
      const why = referral.region === 'outside' ? 'outside' : referral.serviceId === null ? 'chooses' : 'looks';
      const at = moment(calendar.nextOpening(now), language, now);
      const back = calendar.isOpen(now) ? [] : [t('intake.receipt.active', { at })];
      return [t(`intake.receipt.${why}`), ...back].join(' ');
    }
    case 'dispatched':
    case 'to-phone':
      return t(`intake.receipt.${referral.state}`, { provider });
    case 'delivered':
      return t('intake.receipt.contact-by', { provider, at: moment(referral.contactBy, language, now) });
    case 'withdrawn':
      return t('intake.receipt.withdrawn');
    default:
      return t('intake.receipt.follow');
  }
}

/** R16: only who is enrolled has a school that registers an absence. */
const codeP = ({ referral }: CaseFacts, { language }: ViewContext): string | null =>
  referral.target === 'pupil' && referral.enrolment === 'enrolled' && referral.state !== 'withdrawn'
    ? texts(language)('intake.receipt.code-p')
    : null;

/**
 * The receipt: the case card of the referrer in his or her own chat, with what happens next and by when, and that the school
 * registers code P. Nothing personal.
 */
export function receiptOf(facts: CaseFacts, context: ViewContext): CaseCard & { readonly steps: readonly Step[] } {
  const { service, referral } = facts;
  const t = texts(context.language);
  const card = caseCard(
    facts,
    {
      reader: 'clb',
      may: actsOnCard(context, referral, 'clb'),
      title: service === null ? t('intake.draft-post.desk') : t('intake.receipt.to', { service: plain(service.name) }),
      line: caseLine(facts, context),
      next: whereItIs(facts, context),
      notes: [codeP(facts, context)],
    },
    context,
  );
  return { ...card, steps: stepsAfterSending(facts, context) };
}
