import { daysLater, type LocalDate } from '../local-date.js';

/** What was confirmed in so many days before a round is not asked again in it. */
const justConfirmedDays = 7;

/** Twice a year keepers are asked whether their lines are still right: 1 April and 1 October. */
const roundDays = ['04-01', '10-01'] as const;

/** The day of the round that is going on: the last 1 April or 1 October, that day itself included. */
export function roundOf(day: LocalDate): LocalDate {
  const year = Number(day.slice(0, 4));
  const [spring, autumn] = roundDays;
  if (day < `${year}-${spring}`) return `${year - 1}-${autumn}`;
  return day < `${year}-${autumn}` ? `${year}-${spring}` : `${year}-${autumn}`;
}

/** The day of the first round after this day. */
export function nextRound(day: LocalDate): LocalDate {
  const year = Number(day.slice(0, 4));
  const [spring, autumn] = roundDays;
  if (day >= `${year}-${autumn}`) return `${year + 1}-${spring}`;
  return day >= `${year}-${spring}` ? `${year}-${autumn}` : `${year}-${spring}`;
}

/**
 * In a round every line is asked after that was last confirmed before this day: all but those of the last week. So between
 * two questions about a line lies half a year, whenever it was confirmed, and never almost a whole one.
 */
export const askedBefore = (round: LocalDate): LocalDate => daysLater(round, -justConfirmedDays);
