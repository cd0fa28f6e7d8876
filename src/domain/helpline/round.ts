import { daysLater, type LocalDate } from '../local-date.js';

/** What was confirmed in so many days before a round is not asked again in it. */
const justConfirmedDays = 7;

/** Twice a year keepers are asked whether their lines are still right: 1 April and 1 October. */
const roundDays = ['04-01', '10-01'] as const;

const roundsAround = (day: LocalDate): LocalDate[] => {
  const year = Number(day.slice(0, 4));
  return [year - 1, year, year + 1].flatMap((one) => roundDays.map((at) => `${one}-${at}`));
};

/** The day of the round that is going on: the last 1 April or 1 October, that day itself included. */
export const roundOf = (day: LocalDate): LocalDate => roundsAround(day).findLast((round) => round <= day)!;

/** The day of the first round after this day. */
export const nextRound = (day: LocalDate): LocalDate => roundsAround(day).find((round) => round > day)!;

/**
 * In a round every line is asked after that was last confirmed before this day: all but those of the last week. So between
 * two questions about a line lies half a year, whenever it was confirmed, and never almost a whole one.
 */
export const askedBefore = (round: LocalDate): LocalDate => daysLater(round, -justConfirmedDays);
