import type { ActionContext } from '../../../contracts/action.js';
import { isOf } from '../../../contracts/actor.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Draft } from '../../../domain/draft.js';
import type { DraftId } from '../../../domain/ids.js';
import type { Organisation } from '../../../domain/organisation.js';
import type { Referral } from '../../../domain/case/referral.js';
import { caseCards } from '../../../domain/case/cards.js';

/** A draft with what its steps need to know. */
export interface LoadedDraft {
  readonly draft: Draft;
  readonly clb: Organisation | null;
  /** The referral made from it, when it was sent before. */
  readonly referral: Referral | null;
  /** The version of the draft that the pressed card showed; null when it does not say. */
  readonly drawn: number | null;
}

interface DraftSubject {
  readonly draftId: DraftId;
  readonly drawn?: number | null | undefined;
}

/** Takes the draft of a button; refuses with `draft-gone` when there is none. */
export async function loadDraft(read: Read, subject: DraftSubject): Promise<LoadedDraft | Refusal> {
  const intake = await read.intakeOf(subject.draftId);
  return intake === null ? { refused: 'draft-gone' } : { ...intake, drawn: subject.drawn ?? null };
}

export type DraftStanding = 'open' | 'sent' | 'discarded';

/** Whether a draft can be worked on: not after sending, unless its referral was called back (R4). */
export function standingOf({ draft, referral }: Pick<LoadedDraft, 'draft' | 'referral'>): DraftStanding {
  if (draft.state === 'discarded') return 'discarded';
  if (draft.state === 'sent') return 'sent';
  return referral === null || referral.state === 'recalled' ? 'open' : 'sent';
}

/** Only who made the draft sees it, and only while he or she works for that CLB (R1). */
export function mayOpen<Loaded extends Pick<LoadedDraft, 'draft'>>(
  { draft }: Loaded,
  { actor }: Pick<ActionContext, 'actor'>,
): Refusal | null {
  if (draft.personId !== actor.person.id) return { refused: 'draft-gone' };
  return isOf(actor, draft.clbId) ? null : { refused: 'only-clb' };
}

/** As {@link mayOpen}, and there is still something to change; otherwise the receipt is shown. */
export function mayEdit<Loaded extends LoadedDraft>(loaded: Loaded, context: ActionContext): Refusal | null {
  const refusal = mayOpen(loaded, context);
  if (refusal !== null) return refusal;
  const show = caseCards.draft.instead({ draftId: loaded.draft.id });
  const standing = standingOf(loaded);
  if (standing === 'discarded') return { refused: 'draft-gone', show };
  return standing === 'sent' ? { refused: 'outdated', show } : null;
}
