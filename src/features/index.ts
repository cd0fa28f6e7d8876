import type { Feature } from '../contracts/action.js';
import { answers } from './answers/index.js';
import { checkIn } from './case/check-in/index.js';
import { catalogue } from './catalogue/index.js';
import { desk } from './desk/index.js';
import { dispatch } from './case/dispatch/index.js';
import { figures } from './figures/index.js';
import { helplines } from './helplines/index.js';
import { catchingUp } from './case/catching-up/index.js';
import { handingOver } from './case/handing-over/index.js';
import { inquiries } from './case/inquiry/index.js';
import { intake } from './case/intake/index.js';
import { lineImport } from './line-import/index.js';
import { linking } from './linking/index.js';
import { digest } from './case/digest/index.js';
import { matching } from './case/matching/index.js';
import { meetings } from './meetings/index.js';
import { openData } from './open-data/index.js';
import { questions } from './case/questions/index.js';
import { papers } from './case/papers/index.js';
import { privacy } from './case/privacy/index.js';
import { privacyNotice } from './privacy-notice/index.js';
import { referral } from './case/referral/index.js';
import { reconcile } from './case/reconcile/index.js';
import { roundTables } from './case/round-table/index.js';
import { school } from './case/school/index.js';
import { trajectories } from './case/trajectory/index.js';
import { schoolMaps } from './school-map/index.js';
import { signals } from './signals/index.js';
import { start } from './start/index.js';
import { survey } from './survey/index.js';
import { worker } from './worker/index.js';
import { waitlist } from './case/waitlist/index.js';

/** What the bot can do: one contents page per feature. */
export const features: readonly Feature[] = [
  start,
  linking,
  desk,
  intake,
  dispatch,
  privacy,
  papers,
  referral,
  waitlist,
  checkIn,
  matching,
  digest,
  questions,
  inquiries,
  handingOver,
  catchingUp,
  roundTables,
  trajectories,
  school,
  reconcile,
  catalogue,
  helplines,
  schoolMaps,
  lineImport,
  openData,
  answers,
  signals,
  meetings,
  figures,
  privacyNotice,
  survey,
  worker,
];
