import type { ViewContext } from '../../../contracts/context.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import { besideTerm } from '../../../domain/case/beside.js';
import type { Referral } from '../../../domain/case/referral.js';
import { isLive } from '../../../domain/case/states.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import type { Reader } from './strip.js';

/** Whether the CLB is still to say if it is needed beside the place that another referral of the trail has. */
export const isBeside = ({ besidePlace, state }: Referral): boolean =>
  besidePlace !== null && !besidePlace.kept && isLive(state) && state !== 'placed';

/** Until when the CLB says so, or since when that is late. */
export function besideWord({ besidePlace }: Referral, { language, calendar, now }: ViewContext): string {
  const say = texts(language);
  if (besidePlace === null) return '';
  const term = besideTerm(besidePlace, calendar);
  return term < now
    ? say('case.card.late', { moment: moment(term, language, now) })
    : say('case.card.decide-by', { word: '', day: day(calendar.dayOf(term), language, calendar.dayOf(now)) });
}

/** The strip of a referral that still runs beside a place elsewhere in its trail: the CLB closes it or lets it stand. */
export function withBeside(strip: Strip, referral: Referral, reader: Reader, context: ViewContext): Strip {
  const { besidePlace } = referral;
  if (besidePlace === null || !isLive(referral.state) || referral.state === 'placed') return strip;
  const say = texts(context.language);
  // Let stand: no second start, so it is said why none is offered.
  if (besidePlace.kept) {
    const why = say(reader === 'provider' ? 'case.beside.kept-provider' : 'case.beside.kept', {
      reference: besidePlace.reference,
    });
    return { ...strip, next: strip.next === null ? why : `${strip.next} ${why}` };
  }
  if (reader === 'provider') return { ...looks.waits, state: strip.state, next: say('case.beside.provider') };
  const isLate = besideTerm(besidePlace, context.calendar) < context.now;
  const next = say(`case.beside.${reader}`, { reference: besidePlace.reference });
  // Late wins: what was late already stays so.
  if (strip.style === looks.late.style && !isLate) return { ...strip, next };
  return { ...(isLate ? looks.late : looks.decide), state: besideWord(referral, context), next };
}
