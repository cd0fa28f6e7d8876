import type { Referral } from '../../../domain/case/referral.js';
import { jsonb } from '../rows/json.js';
import type { ReferralRow } from '../rows/schema.js';

/** A referral as its row; what an answer can be taken back to, the open questions, a place elsewhere in the trail and what is known of its place on a list and a match are kept as JSON. */
export const referralRow = (referral: Referral) => {
  const { undo, questions, besidePlace, listCheck, match, ...columns } = referral;
  return {
    ...(columns as Omit<ReferralRow, 'undo' | 'questions' | 'besidePlace' | 'listCheck' | 'match'>),
    undo: undo === null ? null : jsonb<unknown>(undo),
    questions: jsonb<unknown>(questions),
    besidePlace: besidePlace === null ? null : jsonb<unknown>(besidePlace),
    listCheck: listCheck === null ? null : jsonb<unknown>(listCheck),
    match: match === null ? null : jsonb<unknown>(match),
  };
};
