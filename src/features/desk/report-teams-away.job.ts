import { z } from 'zod';
import { job } from '../../contracts/action.js';
import { jobNames } from '../../contracts/jobs.js';
import { postKey } from '../../domain/reference-to.js';
import { deskCards } from './desk-cards.js';

/**
 * Teams took nothing for a long time: one post before the desk, which is brought up to date when it is over. It waits for Teams as
 * well, unless the Meldpunt is reached at another address: whoever manages the bot sees it at /health and /metrics meanwhile.
 */
export const reportTeamsAway = job({
  name: jobNames.reportTeamsAway,
  subject: z.object({ since: z.iso.datetime() }),
  async load(read, { since }) {
    const [desk] = await read.organisations('desk');
    return desk === undefined ? null : { since, desk };
  },
  decide({ since, desk }) {
    const key = postKey(`teams-away:${since}`);
    return {
      refresh: [key],
      notices: [{ key, ...deskCards.teamsAway.with({ since }), to: { organisation: desk.id } }],
    };
  },
});
