import type { Feature } from '../../../contracts/action.js';
import { chooseProvider } from './choose-provider.js';
import { continueDraft } from './continue-draft.js';
import { describeGroup } from './describe-group.js';
import { describePupil } from './describe-pupil.js';
import { describeQuestion } from './describe-question.js';
import { discardDraft } from './discard-draft.js';
import { draftPost } from './draft-post.js';
import { duplicateFound } from './duplicate-found.js';
import { expireDraft } from './expire-draft.job.js';
import { followReferral } from './follow-referral.js';
import { goToStep } from './go-to-step.js';
import { intakeStopped } from './intake-stopped.js';
import { openDrafts } from './open-drafts.js';
import { recallReferral } from './recall-referral.js';
import { recordConsent } from './record-consent.js';
import { referAnyway } from './refer-anyway.js';
import { reviewReferral } from './review-referral.js';
import { saveDraft } from './save-draft.js';
import { sendReferral } from './send-referral.js';
import { startIntake } from './start-intake.js';
import { tidyDraft } from './tidy-draft.job.js';

/** The intake: one card that updates itself, from "aanmelden" to the receipt. */
export const intake: Feature = {
  name: 'intake',
  actions: [
    startIntake,
    continueDraft,
    describePupil,
    describeGroup,
    describeQuestion,
    recordConsent,
    chooseProvider,
    goToStep,
    saveDraft,
    referAnyway,
    followReferral,
    discardDraft,
    sendReferral,
    recallReferral,
  ],
  views: [draftPost, openDrafts, intakeStopped, duplicateFound, reviewReferral],
  jobs: [tidyDraft, expireDraft],
};
