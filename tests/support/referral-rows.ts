import type { Referral } from '../../src/domain/case/referral.js';
import { draft } from './given.js';
import type { Rows } from './read-over.js';

/** Referrals with the trails and the intakes that they came from; their organisations, service and people stand there already. */
export function referralRows(referrals: readonly Referral[]): Rows[] {
  return [
    {
      into: 'trail',
      rows: referrals.map(({ trailId: id, registeredAt: at }) => ({
        ...{ id, firstRegisteredAt: at, createdAt: at, version: 1 },
      })),
    },
    {
      into: 'draft',
      rows: referrals.map(({ draftId, trailId, referrerId, clbId, id }) =>
        draft({ id: draftId, trailId, personId: referrerId, clbId, state: 'sent', referralId: id }),
      ),
    },
    { into: 'referral', rows: referrals },
  ];
}
