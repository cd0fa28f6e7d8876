import type { Feature } from '../contracts/action.js';
import { desk } from './desk/index.js';
import { dispatch } from './dispatch/index.js';
import { intake } from './intake/index.js';
import { linking } from './linking/index.js';
import { privacy } from './privacy/index.js';
import { referral } from './referral/index.js';
import { start } from './start/index.js';
import { waitlist } from './waitlist/index.js';

/** What the bot can do: one contents page per feature. */
export const features: readonly Feature[] = [start, linking, desk, intake, dispatch, privacy, referral, waitlist];
