import type { Outcome } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Draft } from '../../../domain/draft.js';

/** The intake that is open again, when a referral was called back to change it. */
export const openDraftOf = async (read: Read, { state, draftId }: Referral): Promise<Draft | null> => {
  const draft = state === 'recalled' ? await read.draft(draftId) : null;
  return draft?.state === 'open' ? draft : null;
};

/** An intake that was open again to change a referral has nothing to send any more once that one is withdrawn. */
export const closedDraft = (draft: Draft | null): Required<Pick<Outcome, 'changes' | 'settled'>> =>
  draft === null
    ? { changes: [], settled: [] }
    : {
        changes: [{ put: 'draft', row: { ...draft, state: 'sent' } }],
        settled: [`draft:${draft.id}:tidy`, `draft:${draft.id}:expire`],
      };
