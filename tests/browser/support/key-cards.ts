/** The cards whose looks are kept: what people see every day. By slug and sample. */
export const keyCards = [
  ['referral-offer', 'new'],
  ['referral-offer', 'urgent and late'],
  ['referral-post', 'waiting list proposed'],
  ['referral-post', 'placed'],
  ['referral-post', 'on the waiting list'],
  ['referral-update', 'a choice is asked'],
  ['referral-update', 'the choice was made'],
  ['opened-file', 'pupil, for the provider'],
  ['my-referrals', 'a CLB worker'],
  ['desk-menu', 'open'],
  ['describe-pupil', 'first'],
  ['draft-post', 'delivered soon'],
] as const;
