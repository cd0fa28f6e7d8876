import type { Feature } from '../../../contracts/action.js';
import { answerInquiry } from './answer-inquiry.js';
import { askAnother } from './ask-another.js';
import { askInquiry } from './ask-inquiry.js';
import { forwardInquiry } from './forward-inquiry.js';
import { inquiry } from './inquiry.js';
import { inquiryMention } from './inquiry-mention.js';
import { inquiryUpdate } from './inquiry-update.js';
import { missInquiry } from './miss-inquiry.job.js';
import { openedInquiry } from './opened-inquiry.js';
import { referInquiry } from './refer-inquiry.js';
import { refuseInquiry } from './refuse-inquiry.js';
import { wakeInquiry } from './wake-inquiry.job.js';
import { withdrawInquiry } from './withdraw-inquiry.js';
import { writeAnswer } from './write-answer.js';

/** Questions before referring (“past dit bij u?”): without pupil data, to a provider or the desk, and a referral with nothing typed again. */
export const inquiries: Feature = {
  name: 'inquiry',
  actions: [
    askInquiry,
    answerInquiry,
    refuseInquiry,
    writeAnswer,
    withdrawInquiry,
    askAnother,
    forwardInquiry,
    referInquiry,
  ],
  views: [inquiry, inquiryUpdate, inquiryMention, openedInquiry],
  jobs: [wakeInquiry, missInquiry],
};
