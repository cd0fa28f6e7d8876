import type { ViewContext } from '../../../contracts/context.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import { checkInTerm, isCheckedNow, mayReturn, returnUntil } from '../../../domain/case/check-in.js';
import type { Referral } from '../../../domain/case/referral.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import type { Reader } from './strip.js';

/** Until when the CLB says whether its place on a list is still needed, or since when that is late; and how that looks. */
export function checkInStrip(askedAt: Date, { language, calendar, now }: ViewContext): Omit<Strip, 'next'> {
  const say = texts(language);
  const term = checkInTerm(askedAt, calendar);
  return term < now
    ? { ...looks.late, state: say('case.card.late', { moment: moment(term, language, now) }) }
    : {
        ...looks.decide,
        state: say('case.check-in.by', { day: day(calendar.dayOf(term), language, calendar.dayOf(now)) }),
      };
}

/** The strip of a referral on a waiting list of which is asked whether it is still needed, or that may come back on it. */
export function withCheckIn(strip: Strip, referral: Referral, reader: Reader, context: ViewContext): Strip {
  const say = texts(context.language);
  const { listCheck } = referral;
  if (mayReturn(referral, context.now) && listCheck?.leftAt && reader === 'clb') {
    const until = context.calendar.dayOf(returnUntil(listCheck.leftAt));
    const told = say('case.check-in.return', {
      day: day(until, context.language, context.calendar.dayOf(context.now)),
    });
    return { ...strip, next: strip.next === null ? told : `${strip.next} ${told}` };
  }
  if (!isCheckedNow(referral) || !listCheck?.asked || reader === 'desk') return strip;
  return reader === 'clb'
    ? { ...checkInStrip(listCheck.asked.at, context), next: say('case.check-in.clb') }
    : { ...strip, next: say('case.check-in.provider') };
}
