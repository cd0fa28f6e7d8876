import type { ActionContext } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { Change } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import type { Answer, AnswerWords, ShownAnswer } from '../../domain/answers/answer.js';
import type { AnswerId } from '../../domain/ids.js';

/** One answer as it stands now, and what the desk wrote of it before. */
export interface PresentAnswer {
  readonly id: AnswerId;
  /** Null: a new one, or one that was taken away. */
  readonly shown: ShownAnswer | null;
  readonly written: Answer | null;
}

export async function loadAnswer(read: Read, id: AnswerId, { actor }: ActionContext): Promise<PresentAnswer | null> {
  const shown = (await read.answers(actor.language)).find((one) => one.id === id) ?? null;
  const written = await read.writtenAnswer(id);
  return shown === null && written === null ? null : { id, shown, written };
}

const wordsOf = ({ question, text, asked, act }: AnswerWords): AnswerWords => ({ question, text, asked, act });

/** The answer in other words, or taken away or back; what it said until now is kept, with who changed it. */
export function changedAnswer(
  { id, shown, written }: PresentAnswer,
  words: AnswerWords,
  state: Answer['state'],
  { actor, now }: ActionContext,
): Change[] {
  const desk = actsFor(actor, 'desk');
  if (desk === null) return [];
  const before = written ?? shown;
  const until = { until: now.toISOString(), personId: actor.person.id };
  const row: Answer = {
    id,
    ...wordsOf(words),
    state,
    earlier: [...(before === null ? [] : [{ ...wordsOf(before), ...until }]), ...(written?.earlier ?? [])],
    changedAt: now,
    changedBy: actor.person.id,
    organisationId: desk.id,
    version: written?.version ?? 0,
  };
  return [{ put: 'answer', row }];
}
