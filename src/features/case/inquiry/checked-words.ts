import { z } from 'zod';
import type { ActionContext, Filled } from '../../../contracts/action.js';
import { checkText, isHarmless } from '../../../domain/workgroup/check-text.js';
import { texts } from '../../../texts/index.js';
import { personalDataWords } from '../../../texts/personal-data-words.js';

/** So many signs: a sentence or two. */
export const longestWords = 400;

/** What may be typed. Error: `too-long`. */
export const typedWords = z.string().trim().max(longestWords, 'too-long').catch('');

/** The box with which somebody says that what looks personal is not. */
export const insists = z
  .string()
  .optional()
  .transform((ticked) => ticked === 'true');

type At = Pick<ActionContext, 'calendar' | 'now'>;

/** Whether the words may be kept: no pupil can be known by them, by the same check as a signal. */
export const mayKeepWords = (text: string, insisted: boolean, { calendar, now }: At): boolean =>
  isHarmless(checkText(text, calendar.dayOf(now)), insisted);

/** What the form says of words that were typed, under their field, and whether the box to insist is there. */
export function wordsFault(field: string, { typed, errors }: Filled, context: ActionContext) {
  const checked = checkText(typed[field] ?? '', context.calendar.dayOf(context.now));
  const { language } = context.actor;
  const found = personalDataWords(checked.kinds, language);
  if (found === null) return { mayInsist: null, errors };
  if (isHarmless(checked, typed['notPersonal'] === 'true')) return { mayInsist: 'yes', errors };
  const advice = texts(language)(checked.mayInsist ? 'signals.found.reword-or-insist' : 'signals.found.reword');
  return { mayInsist: checked.mayInsist ? 'yes' : null, errors: { ...errors, [field]: `${found} ${advice}` } };
}
