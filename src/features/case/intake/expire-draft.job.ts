import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import { discarded } from './discard-draft.js';
import { draftSubject } from './draft-subject.js';
import { expireKey, expiresAt } from './keep-draft.js';

/** A draft that nobody touched for the time the desk has set is erased; one that was touched meanwhile is looked at later. */
export const expireDraft = job({
  name: jobNames.expireDraft,
  subject: draftSubject,
  load: (read, subject) => read.draft(subject.draftId),
  decide(draft, context) {
    if (draft.state !== 'open' || draft.referralId !== null) return {};
    const at = expiresAt(draft, context);
    if (at > context.now)
      return { dues: [{ key: expireKey(draft.id), job: jobNames.expireDraft, subject: { draftId: draft.id }, at }] };
    return { changes: discarded(draft, context.now) };
  },
});
