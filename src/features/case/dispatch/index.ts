import type { Feature } from '../../../contracts/action.js';
import { askOpenAgain } from './ask-open-again.job.js';
import { assignProvider } from './assign-provider.js';
import { correctAnswer } from './correct-answer.js';
import { endUndo } from './end-undo.job.js';
import { followUpReferral } from './follow-up-referral.job.js';
import { hearFull } from './hear-full.job.js';
import { missReferral } from './miss-referral.job.js';
import { notePhoned } from './note-phoned.js';
import { receiveReferral } from './receive-referral.job.js';
import { spreadFull } from './spread-full.job.js';
import { confirmContact } from './confirm-contact.js';
import { contactReminder } from './contact-reminder.js';
import { deliverNow } from './deliver-now.js';
import { deliverReferral } from './deliver-referral.job.js';
import { deskReferral } from './desk-referral.js';
import { extendFull } from './extend-full.js';
import { markFull } from './mark-full.js';
import { offerPlace } from './offer-place.js';
import { offerUpdate } from './offer-update.js';
import { openAgain } from './open-again.js';
import { putOnWaitlist } from './put-on-waitlist.js';
import { referralOffer } from './referral-offer.js';
import { refuseMatch } from './refuse-match.js';
import { remindContact } from './remind-contact.job.js';
import { reopenService } from './reopen-service.js';
import { undoAnswer } from './undo-answer.js';

/** The provider's side of a referral: delivery, the clock until contact, the answers; and the desk in its name. */
export const dispatch: Feature = {
  name: 'dispatch',
  actions: [
    confirmContact,
    offerPlace,
    putOnWaitlist,
    refuseMatch,
    markFull,
    undoAnswer,
    correctAnswer,
    notePhoned,
    reopenService,
    extendFull,
    deliverNow,
    assignProvider,
  ],
  views: [referralOffer, offerUpdate, deskReferral, contactReminder, openAgain],
  jobs: [
    deliverReferral,
    receiveReferral,
    missReferral,
    remindContact,
    followUpReferral,
    endUndo,
    spreadFull,
    hearFull,
    askOpenAgain,
  ],
};
