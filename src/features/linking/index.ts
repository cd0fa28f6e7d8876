import type { Feature } from '../../contracts/action.js';
import { codeUsed } from './code-used.js';
import { codesRefused } from './codes-refused.js';
import { createLinkCode } from './create-link-code.js';
import { linkCode } from './link-code.js';
import { linkPlace } from './link-place.js';
import { linkedPlace } from './linked-place.js';
import { placeSuspended } from './place-suspended.js';
import { recheckRoster } from './recheck-roster.js';
import { suspendPlace } from './suspend-place.js';
import { unlinkPlace } from './unlink-place.js';

/** Which conversation is whose place: linking, unlinking, losing it, and who is in it. */
export const linking: Feature = {
  name: 'linking',
  actions: [createLinkCode, linkPlace, unlinkPlace],
  reactions: [recheckRoster, suspendPlace],
  views: [codeUsed, codesRefused, linkCode, linkedPlace, placeSuspended],
  jobs: [],
};
