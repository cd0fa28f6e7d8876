import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { remembered, takeAnswers } from '../../../domain/intake/index.js';
import { anyFields, comesFrom, draftId, drawn } from './draft-subject.js';
import { keep, tidyKey } from './keep-draft.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';

interface Subject {
  readonly draftId: LoadedDraft['draft']['id'];
  readonly drawn?: number | null | undefined;
  readonly from: z.output<typeof comesFrom>;
}

/** "Bewaren en sluiten": everything typed is kept, also what is wrong; the stored message says where it stands and stays closed. */
export const saveDraft = action({
  slug: 'save-draft',
  subject: z.object({ draftId, drawn, from: comesFrom }),
  fields: anyFields,
  async load(read, subject: Subject) {
    const loaded = await loadDraft(read, subject);
    return 'refused' in loaded ? loaded : { ...loaded, from: subject.from };
  },
  may: mayEdit,
  decide({ draft, from, drawn: shown }, fields, context) {
    const typed = from === 'review-referral' ? draft.typed : takeAnswers(draft, { form: from, fields, drawn: shown });
    const kept = keep(draft, { typed: { ...typed, [remembered.parked]: 'yes' } }, context);
    return {
      ...kept,
      dues: (kept.dues ?? []).filter((due) => due.key !== tidyKey(draft.id)),
      settled: [tidyKey(draft.id)],
      reply: { show: 'draft-post', with: { draftId: draft.id }, note: { key: 'done' } },
    };
  },
});
