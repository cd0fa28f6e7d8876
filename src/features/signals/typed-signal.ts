import { z } from 'zod';
import type { ActionContext, Filled } from '../../contracts/action.js';
import type { KnownNames } from '../../lib/personal-data/index.js';
import { checkText, isHarmless } from '../../domain/workgroup/check-text.js';
import { texts } from '../../texts/index.js';
import { personalDataWords } from '../../texts/personal-data-words.js';

/** A text that must be there. Its errors are `<name>-missing` and `<name>-long`. */
export const requiredText = (name: string, most: number) =>
  z
    .string({ error: `${name}-missing` })
    .trim()
    .min(1, { error: `${name}-missing` })
    .max(most, { error: `${name}-long` });

/** The box with which somebody says that what looks personal is not. */
export const insists = z
  .string()
  .optional()
  .transform((ticked) => ticked === 'true');

/** What a text is compared with: what the case knows, and whether there is a case. */
export interface Compared {
  readonly known: KnownNames;
  readonly ofCase: boolean;
}

const nothingKnown: Compared = { known: {}, ofCase: false };

/** Whether a text may be kept (R19): nothing personal was found, or only what may be and is called harmless. */
export function mayKeep(
  text: string,
  insisted: boolean,
  { calendar, now }: Pick<ActionContext, 'calendar' | 'now'>,
  { known, ofCase }: Compared = nothingKnown,
): boolean {
  return isHarmless(checkText(text, calendar.dayOf(now), known, ofCase), insisted);
}

/**
 * What the form tells about a text that was typed: a sentence per kind of personal data under the field (over `errors`),
 * and whether the box to insist is there. Nothing before something was found.
 */
export function personalFault(
  field: string,
  { typed, errors }: Filled,
  { calendar, now, actor }: ActionContext,
  { known, ofCase }: Compared = nothingKnown,
): { readonly mayInsist: boolean; readonly errors: Readonly<Record<string, string>> } {
  const checked = checkText(typed[field] ?? '', calendar.dayOf(now), known, ofCase);
  const found = personalDataWords(checked.kinds, actor.language);
  if (found === null) return { mayInsist: false, errors };
  if (isHarmless(checked, typed['notPersonal'] === 'true')) return { mayInsist: true, errors };
  const say = texts(actor.language);
  const advice = say(checked.mayInsist ? 'signals.found.reword-or-insist' : 'signals.found.reword');
  return { mayInsist: checked.mayInsist, errors: { ...errors, [field]: `${found} ${advice}` } };
}
