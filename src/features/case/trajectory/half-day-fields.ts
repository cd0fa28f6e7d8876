import type { Filled } from '../../../contracts/action.js';
import type { ViewContext } from '../../../contracts/context.js';
import type { CountedTrajectory } from '../../../contracts/trajectory.js';
import type { Language } from '../../../domain/language.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { daysFrom, proposedCount } from '../../../domain/trajectory/half-days.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import { perCard } from './half-day-rows.js';

type Around = Pick<ViewContext, 'language' | 'calendar' | 'now'>;

/** The fields of a card, by number; whose they are, the card carries. */
export const countFields = Array.from({ length: perCard }, (_, index) => `count${index + 1}`);

/** `ma 23 nov.`: a day of the card. */
export const weekDay = (on: LocalDate, { language, calendar, now }: Around): string =>
  day(on, language, calendar.dayOf(now));

/** Says that what was counted last stands there, where it does; otherwise nothing. */
export const proposedLine = (rows: readonly CountedTrajectory[], week: LocalDate, language: Language): string | null =>
  rows.some(({ trajectory }) => proposedCount(trajectory.weeks, week) !== null)
    ? texts(language)('trajectory.count-half-days.proposed')
    : null;

/** `2026-0042 · 14–15 jaar · BSO · sinds wo 25 nov. · 1 dag afwezig`, with a number: what was counted, or last before. */
export function fieldOf(
  { trajectory, referral }: CountedTrajectory,
  week: LocalDate,
  id: string,
  context: Around,
  { typed }: Pick<Filled, 'typed'> = { typed: {} },
) {
  const { language } = context;
  const say = texts(language);
  const absent = trajectory.absences.filter(({ on }) => on >= week && on < daysFrom(week, 7)).length;
  const since = trajectory.startedOn === null ? '' : weekDay(trajectory.startedOn, context);
  const proposed = proposedCount(trajectory.weeks, week);
  return {
    id,
    label: [
      referral.reference,
      aboutWhom(referral, language),
      say('trajectory.count-half-days.since', { on: since }),
      ...(absent === 0 ? [] : [say('trajectory.count-half-days.absent', { count: absent })]),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    value: typed[id] === undefined ? proposed : Number(typed[id]),
  };
}
