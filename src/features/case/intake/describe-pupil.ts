import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { DraftId } from '../../../domain/ids.js';
import { identityIn } from '../../../domain/intake/index.js';
import type { SamePupil } from '../../../domain/case/same-pupil.js';
import { stepFields, stepSubject } from './draft-subject.js';
import { askToFollow, liveBeside } from './duplicate.js';
import { firstPartForm, loadFirstPart, submitFirstPart, type FirstPart } from './first-part.js';
import { mayEdit } from './load-draft.js';

const text = z.string().optional().catch(undefined);

interface Subject {
  readonly draftId: DraftId;
  readonly drawn?: number | null | undefined;
  readonly pupilName?: string | undefined;
  readonly birthDate?: string | undefined;
}

interface Loaded extends FirstPart {
  /** Live referrals by the same CLB of the pupil as just typed. */
  readonly live: readonly SamePupil[];
}

async function load(read: Read, subject: Subject, context: ActionContext): Promise<Loaded | Refusal> {
  const loaded = await loadFirstPart(read, subject);
  if (isRefusal(loaded)) return loaded;
  const typed = { pupilName: subject.pupilName ?? '', birthDate: subject.birthDate ?? '' };
  const identity = identityIn(typed, context.calendar.dayOf(context.now));
  return { ...loaded, live: await liveBeside(read, loaded.draft, identity) };
}

/**
 * The first part: may this be referred (R2, R20), the pupil (R6, R8) and the region (R7). Live referrals of the same pupil
 * by the same CLB are recognised as soon as name and birth date are known; so the subject also takes these two inputs.
 */
export const describePupil = action({
  slug: 'describe-pupil',
  formerly: { slugs: ['check-conditions', 'choose-region'] },
  subject: stepSubject.extend({ pupilName: text, birthDate: text }),
  fields: stepFields('describe-pupil'),
  load,
  may: mayEdit,
  form: (loaded, context) => firstPartForm(loaded, context, 'describe-pupil'),
  decide: (loaded, fields, context) =>
    submitFirstPart(loaded, context, 'describe-pupil', fields, (typed) =>
      askToFollow(loaded.draft, typed, loaded.live),
    ),
});
