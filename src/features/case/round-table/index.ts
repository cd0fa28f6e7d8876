import type { Feature } from '../../../contracts/action.js';
import { cancelRoundTable } from './cancel-round-table.js';
import { confirmRoundTable } from './confirm-round-table.js';
import { handOverRoundTable } from './hand-over-round-table.js';
import { missRoundTable } from './miss-round-table.js';
import { moveRoundTable } from './move-round-table.js';
import { planRoundTable } from './plan-round-table.js';
import { roundTableInvitation } from './round-table-invitation.js';
import { roundTableUpdate } from './round-table-update.js';
import { roundTable } from './round-table.js';
import { wakeRoundTable } from './wake-round-table.job.js';

/** The round tables of a referral (R10, R15): who plans them and by when, when and where they are, whether they were held. */
export const roundTables: Feature = {
  name: 'round-table',
  actions: [planRoundTable, moveRoundTable, cancelRoundTable, confirmRoundTable, missRoundTable, handOverRoundTable],
  views: [roundTable, roundTableUpdate],
  jobs: [wakeRoundTable],
  documents: [roundTableInvitation],
};
