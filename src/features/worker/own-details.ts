import type { ActionContext } from '../../contracts/action.js';
import type { Change, Refusal } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { phoneQuestionPost } from '../../contracts/worker-cards.js';
import { postKeysOf } from '../../domain/case/posts.js';
import type { Inquiry } from '../../domain/inquiry/inquiry.js';
import { postKeysOfInquiry } from '../../domain/inquiry/posts.js';
import type { Referral } from '../../domain/case/referral.js';
import { unknownDetails, type WorkerDetails } from '../../domain/worker.js';
import type { PostKey } from '../../domain/reference-to.js';

/** A worker's own details, and the open referrals and questions whose cards show them. */
export interface OwnDetails {
  readonly details: WorkerDetails;
  readonly shownWith: readonly Referral[];
  readonly asked: readonly Inquiry[];
}

/** More than one worker asks at a time: cards beyond it follow with their next change. */
const mostAsked = 200;

export async function loadOwn(read: Read, _subject: object, { actor, now }: ActionContext): Promise<OwnDetails> {
  const { id } = actor.person;
  const organisationIds = actor.organisations.map((one) => one.id);
  const asked =
    organisationIds.length === 0
      ? []
      : (await read.inquiriesOf({ side: 'clb', organisationIds, personId: id, now, offset: 0, limit: mostAsked })).rows;
  return {
    details: (await read.worker(id)) ?? unknownDetails(id),
    shownWith: await read.openReferralsWith(id),
    asked: asked.map(({ inquiry }) => inquiry),
  };
}

/** Who works for nobody here stands on no card. */
export const mayHave = (_own: OwnDetails, { actor }: ActionContext): Refusal | null =>
  actor.organisations.length > 0 ? null : { refused: 'not-a-member' };

/** The new details, and every card that shows them: they say the same from then on. */
export const changed = (own: OwnDetails, row: WorkerDetails): { changes: Change[]; refresh: PostKey[] } => ({
  changes: [{ put: 'worker', row }],
  refresh: [
    phoneQuestionPost(row.personId),
    ...new Set([...own.shownWith.flatMap(postKeysOf), ...own.asked.flatMap(postKeysOfInquiry)]),
  ],
});
