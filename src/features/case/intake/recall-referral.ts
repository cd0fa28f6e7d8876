import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal } from '../../../contracts/outcome.js';
import { caseSubject, happens, loadCase, mayAct, type CaseSubject } from '../act-on-case.js';
import { keep } from './keep-draft.js';
import { loadDraft, mayOpen } from './load-draft.js';
import { caseCards } from '../../../domain/case/cards.js';
import { caseViews } from '../case-views.js';

/** "Wijzigen" until delivery (R4): the referral is called back and its draft open again, at the review. Pressed twice it shows the review. */
export const recallReferral = action({
  slug: 'recall-referral',
  subject: caseSubject,
  fields: z.object({}),
  async load(read, subject: CaseSubject) {
    const facts = await loadCase(read, subject);
    if (isRefusal(facts)) return facts;
    const loaded = await loadDraft(read, { draftId: facts.referral.draftId });
    if (isRefusal(loaded)) return loaded;
    const { trailId, id } = facts.referral;
    // Once the other side had it, the intake was emptied: what was sent is there still.
    const isEmpty = Object.keys(loaded.draft.typed).length === 0;
    const typed = isEmpty ? ((await read.caseFile(id))?.typed ?? {}) : loaded.draft.typed;
    return { ...facts, draft: { ...loaded.draft, typed }, hint: (await read.hintsOf([trailId])).get(trailId) ?? '' };
  },
  may(loaded, context) {
    const { draft, referral } = loaded;
    if (referral.referrerId !== context.actor.person.id) return { refused: 'only-author' };
    const refusal = mayOpen(loaded, context);
    if (refusal !== null || referral.state === 'recalled') return refusal;
    return mayAct(loaded, ['recall'], context, caseCards.draft.shown({ draftId: draft.id }));
  },
  decide(loaded, _fields, context) {
    const { draft, referral } = loaded;
    const reply = caseViews.review.shown({ draftId: draft.id });
    if (referral.state === 'recalled') return { reply };
    const called = happens(loaded, { act: 'recall' }, context, caseCards.draft.shown({ draftId: draft.id }));
    if (isRefusal(called)) return called;
    // The hint may have been changed since it was sent.
    const typed = { ...draft.typed, memoryHint: loaded.hint };
    const kept = keep(draft, { typed, state: 'open', step: 'review-referral', referralId: referral.id }, context);
    return { ...kept, cases: [called], reply };
  },
});
