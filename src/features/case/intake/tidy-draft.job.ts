import { job } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import { draftPost } from '../../../domain/case/posts.js';
import { isUntouched } from '../../../domain/intake/index.js';
import { draftSubject } from './draft-subject.js';

/**
 * Half an hour after the last touch: the stored message says the present step. Earlier it would wipe what is being typed, and
 * there is no case yet whose posts it could be among.
 */
export const tidyDraft = job({
  name: jobNames.tidyDraft,
  subject: draftSubject,
  load: (read, subject) => read.draft(subject.draftId),
  decide: (draft) => (draft.state === 'open' && !isUntouched(draft) ? { refresh: [draftPost(draft.id)] } : {}),
});
