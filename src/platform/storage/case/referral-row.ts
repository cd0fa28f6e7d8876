import type { Referral } from '../../../domain/case/referral.js';
import { jsonb } from '../rows/json.js';
import type { ReferralRow } from '../rows/schema.js';

/** A referral as its row; what an answer can be taken back to, and the open questions, are kept as JSON. */
export const referralRow = (referral: Referral) => {
  const { undo, questions, ...columns } = referral;
  return {
    ...(columns as Omit<ReferralRow, 'undo' | 'questions'>),
    undo: undo === null ? null : jsonb<unknown>(undo),
    questions: jsonb<unknown>(questions),
  };
};
