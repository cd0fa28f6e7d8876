import { action } from '../../../contracts/action.js';
import { remembered } from '../../../domain/intake/index.js';
import { z } from 'zod';
import { draftSubject } from './draft-subject.js';
import { keep, reopened, replyAt } from './keep-draft.js';
import { loadDraft, mayOpen, standingOf } from './load-draft.js';
import { caseCards } from '../../../domain/case/cards.js';

/**
 * "Verdergaan", and what the stored message refreshes itself with for the person whose draft it is: the present step.
 * A refresh by itself stores nothing. After sending it is the receipt.
 */
export const continueDraft = action({
  slug: 'continue-draft',
  subject: draftSubject,
  fields: z.object({}),
  load: loadDraft,
  may: mayOpen,
  decide(loaded, _fields, context) {
    const { draft } = loaded;
    if (standingOf(loaded) !== 'open') return { reply: caseCards.draft.shown({ draftId: draft.id }) };
    const reply = replyAt(draft, draft.step);
    const parked = remembered.parked in draft.typed;
    return parked ? { ...keep(draft, { typed: reopened(draft.typed) }, context), reply } : { reply };
  },
});
