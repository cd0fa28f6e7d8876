import type { Feature } from '../../../contracts/action.js';
import { amendAnswer } from './amend-answer.js';
import { caseHistory } from './case-history.js';
import { changeHint } from './change-hint.js';
import { chooseOtherProvider } from './choose-other-provider.js';
import { findCase } from './find-case.js';
import { keepBeside } from './keep-beside.js';
import { keepOnWaitlist } from './keep-on-waitlist.js';
import { listMyReferrals } from './list-my-referrals.js';
import { myReferrals } from './my-referrals.js';
import { namedReferrals } from './named-referrals.js';
import { readLog } from './read-log.js';
import { referralMention } from './referral-mention.js';
import { referralPost } from './referral-post.js';
import { referralUpdate } from './referral-update.js';
import { remindBeside } from './remind-beside.job.js';
import { showHistory } from './show-history.js';
import { showNames } from './show-names.js';
import { showStatus } from './show-status.js';
import { withdrawReferral } from './withdraw-referral.js';

/** The referrer's side: the post in the CLB's channel, the choices, one's own list. */
export const referral: Feature = {
  name: 'referral',
  actions: [
    amendAnswer,
    keepOnWaitlist,
    keepBeside,
    withdrawReferral,
    chooseOtherProvider,
    listMyReferrals,
    showStatus,
    showHistory,
    showNames,
    changeHint,
  ],
  views: [referralPost, referralUpdate, referralMention, myReferrals, namedReferrals, caseHistory, readLog],
  jobs: [remindBeside],
  searches: [findCase],
};
