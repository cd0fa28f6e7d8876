import type { Person, Pressed } from './fake-teams/index.js';
import { fillsIn, fillsInPart, parts, type Inputs, type Intake, type Part } from './refer.js';
import type { Stage } from './stage.js';

/** Types `aanmelden`: the message that comes is the first part. */
export async function begins(stage: Pick<Stage, 'settled'>, who: Person): Promise<void> {
  await who.says('aanmelden');
  await stage.settled();
}

/** Goes on to the next part, or stays where something is wrong. */
export const goesOn = (who: Person, inputs: Inputs = {}): Promise<Pressed> =>
  who.presses('Verder', inputs, { in: who.personal });

/** From the first part through ordinary ones, up to the one that is named. */
export async function goesTo(
  stage: Pick<Stage, 'settled'>,
  who: Person,
  part: Part | 'review',
  changed: Partial<Intake> = {},
): Promise<void> {
  await begins(stage, who);
  await fillsInUpTo(who, part, changed);
}

/** The parts before the one that is named, in an intake that is open at the first. */
export async function fillsInUpTo(who: Person, part: Part | 'review', changed: Partial<Intake> = {}): Promise<void> {
  for (const each of Object.keys(parts) as Part[]) {
    if (each === part) return;
    await fillsInPart(who, each, changed);
  }
}

/** Sends what stands on the review; gives the receipt and its reference. */
export async function sends(stage: Stage, who: Person): Promise<{ receipt: Pressed; reference: string }> {
  const receipt = await who.presses('Verzenden', {}, { in: who.personal });
  await stage.settled();
  const reference = /\d{4}-\d{4}/.exec(receipt.text)?.[0];
  if (reference === undefined) throw new Error(`no reference on the receipt: ${receipt.text}`);
  return { receipt, reference };
}

/** A whole intake that is like an ordinary one but for some steps, sent. */
export async function fillsInAndSends(stage: Stage, who: Person, changed: Partial<Intake>) {
  await fillsIn(stage, who, changed);
  return sends(stage, who);
}
