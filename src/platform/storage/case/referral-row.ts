import type { Referral } from '../../../domain/case/referral.js';
import { jsonb } from '../rows/json.js';
import type { ReferralRow } from '../rows/schema.js';

/** A referral as its row; what an answer can be taken back to is kept as JSON. */
export const referralRow = (referral: Referral) => {
  const { undo, ...columns } = referral;
  return { ...(columns as Omit<ReferralRow, 'undo'>), undo: undo === null ? null : jsonb<unknown>(undo) };
};
