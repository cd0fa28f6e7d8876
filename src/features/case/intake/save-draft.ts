import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { remembered, takeAnswers } from '../../../domain/intake/index.js';
import { anyFields, comesFrom, draftId, drawn } from './draft-subject.js';
import { discardForm } from './intake-form.js';
import { keep, reopened, tidyKey } from './keep-draft.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';
import { caseCards } from '../../../domain/case/cards.js';

interface Subject {
  readonly draftId: LoadedDraft['draft']['id'];
  readonly drawn?: number | null | undefined;
  readonly from: z.output<typeof comesFrom>;
  /** It is kept because it may be thrown away next: that is asked first. */
  readonly ask?: 'discard' | undefined;
}

const ask = z.literal('discard').optional().catch(undefined);

/**
 * "Later verder": everything typed is kept, also what is wrong; the stored message says where it stands and stays closed. "Weggooien" in a
 * part keeps it as well, and asks: who does not throw it away finds everything as it was.
 */
export const saveDraft = action({
  slug: 'save-draft',
  subject: z.object({ draftId, drawn, from: comesFrom, ask }),
  fields: anyFields,
  async load(read, subject: Subject) {
    const loaded = await loadDraft(read, subject);
    return 'refused' in loaded ? loaded : { ...loaded, from: subject.from, ask: subject.ask };
  },
  may: mayEdit,
  decide({ draft, from, ask: asked, drawn: shown }, fields, context) {
    const typed = from === 'review-referral' ? draft.typed : takeAnswers(draft, { form: from, fields, drawn: shown });
    if (asked === 'discard')
      return { ...keep(draft, { typed: reopened(typed) }, context), reply: discardForm.opened({ draftId: draft.id }) };
    const kept = keep(draft, { typed: { ...typed, [remembered.parked]: 'yes' } }, context);
    return {
      ...kept,
      dues: (kept.dues ?? []).filter((due) => due.key !== tidyKey(draft.id)),
      settled: [tidyKey(draft.id)],
      reply: { ...caseCards.draft.shown({ draftId: draft.id }), note: { key: 'done' } },
    };
  },
});
