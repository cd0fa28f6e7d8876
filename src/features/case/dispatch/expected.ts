import type { ViewContext } from '../../../contracts/action.js';
import { moment } from '../../../texts/format.js';
import { texts, type TextKey, type Values } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { codeWord } from '../../../texts/referral-words.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { termOf } from '../../../domain/case/clocks.js';
import { termDay } from '../card/term-day.js';
import { dayLine } from './day-line.js';

type Said = readonly [TextKey, Values?] | null;

/** What the provider reads in the box: what is expected of it now, or how it ended. Null when the rest says it. */
export function expectedOf(facts: CaseFacts, context: ViewContext): string | null {
  const said = inState(facts, context);
  return said === null ? null : texts(context.language)(...said);
}

function inState(facts: CaseFacts, context: ViewContext): Said {
  const { referral, provider } = facts;
  const { language } = context;
  switch (referral.state) {
    case 'registered':
    case 'recalled':
    case 'held':
      return ['dispatch.referral-offer.expected.registered'];
    case 'dispatched':
    case 'to-phone':
      return ['dispatch.referral-offer.expected.underway'];
    case 'delivered':
      return untilContact(facts, context);
    case 'contacted':
      return ['dispatch.referral-offer.expected.contacted', { who: whoOf(facts), day: answerDay(facts, context) }];
    case 'placed':
      return provider?.roundTableBy === 'clb'
        ? ['dispatch.referral-offer.expected.placed-clb']
        : ['dispatch.referral-offer.expected.placed-provider'];
    case 'waitlist-proposed':
      return ['dispatch.referral-offer.expected.waitlist-proposed', { day: answerDay(facts, context) }];
    case 'waitlisted':
      return ['dispatch.referral-offer.expected.waitlisted'];
    case 'place-free':
      return ['dispatch.referral-offer.expected.place-free', { day: answerDay(facts, context) }];
    case 'full':
      return untilFull(facts, context);
    case 'no-match': {
      const reason = codeWord(language, 'no-match-reason', referral.noMatchReason ?? 'other');
      return ['dispatch.referral-offer.expected.no-match', { reason }];
    }
    case 'completed':
      return null;
    case 'withdrawn':
      return referral.withdrawReason === null
        ? ['dispatch.referral-offer.expected.withdrawn-before']
        : [
            'dispatch.referral-offer.expected.withdrawn',
            { reason: codeWord(language, 'withdraw-reason', referral.withdrawReason) },
          ];
  }
}

/** Until which day the next answer is expected; `none` as long as a question holds it up. */
const answerDay = ({ referral }: CaseFacts, context: ViewContext): string =>
  termOf(referral, context.calendar) === null ? 'none' : termDay(referral, context);

/** Whom to call: the referrer, else the CLB. */
const whoOf = ({ referrer, clb }: CaseFacts): string => plain(referrer?.name ?? clb?.name ?? 'CLB');

function untilContact(facts: CaseFacts, { language, now }: ViewContext): Said {
  const { referral } = facts;
  if (referral.contactBy === null) return null;
  const values = { who: whoOf(facts), moment: moment(referral.contactBy, language, now) };
  return referral.contactBy < now
    ? ['dispatch.referral-offer.expected.overdue', values]
    : ['dispatch.referral-offer.expected.delivered', values];
}

/** The service may be open again by now: then the day is told no more. */
function untilFull({ service }: CaseFacts, context: ViewContext): Said {
  return service?.fullUntil
    ? ['dispatch.referral-offer.expected.full', { day: dayLine(service.fullUntil, context) }]
    : ['dispatch.referral-offer.expected.full-before'];
}
