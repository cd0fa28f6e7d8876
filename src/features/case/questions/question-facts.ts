import { z } from 'zod';
import type { ActionContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { QuestionId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import type { Language } from '../../../domain/language.js';
import { caseSubject, loadCase, type ActFacts, type Present } from '../act-on-case.js';
import { presentAt, wayBack, type WayBack } from '../card/way-back.js';

/** What a button of a question carries. */
export const questionSubject = caseSubject.extend({ questionId: id<QuestionId>() });

/** A case in which something is asked or answered. */
export interface AskingFacts extends ActFacts {
  /** From which card, and as whom. */
  readonly way: WayBack;
  /** What is sealed was erased: nothing can be asked or answered any more. */
  readonly isErased: boolean;
}

/** Loads it for who presses; refuses with `not-found`. */
export async function loadAsking(
  read: Read,
  subject: z.output<typeof caseSubject>,
  { actor }: ActionContext,
): Promise<AskingFacts | Refusal> {
  const facts = await loadCase(read, subject);
  if (isRefusal(facts)) return facts;
  const isErased = await read.isErased(facts.referral.trailId);
  return { ...facts, isErased, way: wayBack(facts.referral, actor, subject.why ?? null) };
}

export const presentOf = ({ way, referral }: AskingFacts): Present => presentAt(way, referral);

/** What was sealed is gone: nothing new is kept under it. */
export function refusedWhenErased(facts: AskingFacts): Refusal | null {
  const { show: view, with: params } = presentOf(facts);
  return facts.isErased ? { refused: 'file-closed', show: { view, with: params } } : null;
}

/** What stands on top of the forms, and where “Terug” leads. */
export const headOf = ({ referral, way }: AskingFacts, language: Language) => ({
  reference: texts(language)('case.card.reference', { reference: referral.reference }),
  referralId: referral.id,
  round: referral.round,
  why: way.why,
  backTo: way.backTo,
});

/** What may be typed. Errors: `missing`, `too-long`. */
export const typedWords = z.string('missing').trim().min(1, 'missing').max(2000, 'too-long');
