import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { formerSteps } from '../../../domain/draft.js';
import { inputsOf, intakeForms, type IntakeForm } from '../../../domain/intake/index.js';
import type { DraftId, ReferralId } from '../../../domain/ids.js';

export const draftId = id<DraftId>();
export const referralId = id<ReferralId>();

/** The button says which draft; everything else is read from the state. */
export const draftSubject = z.object({ draftId });

/** Which version of the draft a card shows, so that a press on an older card is known as such. */
export const drawn = z.coerce.number().nullish().catch(null);
/** What the buttons of a step carry. */
export const stepSubject = z.object({ draftId, drawn });

/** What an input gives, whatever the client makes of it: all may be missing or wrong, so that going back and saving never fail. */
/** What an input brings, as text. */
export const asTyped = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

/** The inputs of a form, as text. What is wrong with them is said by the step, not here. */
export const stepFields = (form: IntakeForm) =>
  z
    .record(z.string(), z.unknown())
    .transform((given) => Object.fromEntries(inputsOf(form).map((id) => [id, asTyped(given[id])])));

/** A step or form as a card of an earlier version calls it, by its present name. */
export const stepNow = (given: unknown): unknown => (typeof given === 'string' ? (formerSteps[given] ?? given) : given);

/** Where a press comes from: a form with its inputs, or a card without. */
export const comesFrom = z.preprocess(stepNow, z.enum([...intakeForms, 'review-referral']));
export type ComesFrom = z.output<typeof comesFrom>;

/** All inputs of whatever form the button stands in. */
export const anyFields = z.record(z.string(), z.unknown());
