import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { readProvider, type Offer } from '../../../domain/intake/index.js';
import { draftId } from './draft-subject.js';
import { keep, reopened } from './keep-draft.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';
import { loadOffers } from './load-offers.js';
import { caseViews } from '../case-views.js';

interface Subject {
  readonly draftId: LoadedDraft['draft']['id'];
  readonly service?: string | undefined;
}

interface Loaded extends LoadedDraft {
  readonly service: string;
  readonly offers: readonly Offer[];
}

/**
 * A row of providers in the review: it is chosen, and the review drawn anew. One that is full or does not fit (any more)
 * changes nothing: the review tells how each stands.
 */
export const chooseProvider = action({
  slug: 'choose-provider',
  subject: z.object({ draftId, service: z.string().max(100).optional() }),
  fields: z.object({}),
  async load(read: Read, subject: Subject, context: ActionContext): Promise<Loaded | Refusal> {
    const loaded = await loadDraft(read, subject);
    if (isRefusal(loaded)) return loaded;
    return { ...loaded, service: subject.service ?? '', offers: await loadOffers(read, loaded.draft, context) };
  },
  may: mayEdit,
  decide({ draft, service, offers }, _fields, context) {
    const reply = caseViews.review.shown({ draftId: draft.id });
    const typed = { ...reopened(draft.typed), service };
    return readProvider(typed, offers).ok ? { ...keep(draft, { typed }, context), reply } : { reply };
  },
});
