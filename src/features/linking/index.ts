import type { Feature } from '../../contracts/action.js';
import { codeUsed } from './code-used.js';
import { codesRefused } from './codes-refused.js';
import { createLinkCode } from './create-link-code.js';
import { linkCode } from './link-code.js';
import { linkChannel } from './link-channel.js';
import { linkedChannel } from './linked-channel.js';
import { channelSuspended } from './channel-suspended.js';
import { channelRestored } from './channel-restored.js';
import { recheckRoster } from './recheck-roster.js';
import { restoreChannel } from './restore-channel.js';
import { suspendChannel } from './suspend-channel.js';
import { tidiesEachNight, tidyRefusedCodes } from './tidy-refused-codes.job.js';
import { unlinkChannel } from './unlink-channel.js';

/** Which conversation is whose channel: linking, unlinking, losing it, and who is in it. */
export const linking: Feature = {
  name: 'linking',
  actions: [createLinkCode, linkChannel, unlinkChannel],
  reactions: [recheckRoster, restoreChannel, suspendChannel],
  views: [codeUsed, codesRefused, linkCode, linkedChannel, channelSuspended, channelRestored],
  jobs: [tidyRefusedCodes],
  schedules: [tidiesEachNight],
};
