import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { loadActed, notedBy, referrerSide, type Acted } from '../../../contracts/acting.js';
import { action } from '../../../contracts/action.js';
import { clbPost } from '../../../contracts/jobs.js';
import { livingPosts, postsBehind, tellProvider, tellReferrer } from '../../../contracts/notices.js';
import { isRefusal, type Change, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { withdrawReasons, type WithdrawReason } from '../../../domain/codes.js';
import type { Draft } from '../../../domain/draft.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Side } from '../../../domain/case/states.js';
import { step, type Referral } from '../../../domain/case/referral.js';
import { waitingStates } from '../../../domain/waitlist.js';
import { texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import { whoWasFirst } from '../../../texts/who-was-first.js';

interface WithdrawFacts extends Acted {
  /** Who waits at the service, when this one does. */
  readonly waiting: readonly Referral[];
  readonly trail: readonly Referral[];
  /** The intake that is open again, when the referral was called back to change it. */
  readonly draft: Draft | null;
  /** The form was sent in, not opened. */
  readonly sent: boolean;
}

const post = ({ referral }: Acted) => ({ view: 'referral-post', with: { referralId: referral.id } });

/**
 * Intrekken: ends a referral at any open moment, with a coded reason; the provider and who waits behind it are told. It
 * cannot be taken back, which the form says. Error: `reason-missing`.
 */
export const withdrawReferral = action({
  slug: 'withdraw-referral',
  subject: z.object({ referralId: id<ReferralId>(), sent: z.literal('yes').optional() }),
  fields: z.object({ reason: z.enum(withdrawReasons, { error: 'reason-missing' }) }),
  async load(read, { referralId, sent }): Promise<WithdrawFacts | Refusal> {
    const acted = await loadActed(read, referralId);
    if (isRefusal(acted)) return acted;
    const { referral } = acted;
    const waits = waitingStates.some((state) => state === referral.state) && referral.serviceId !== null;
    return {
      ...acted,
      waiting: waits ? await read.waitlist(referral.serviceId!) : [],
      trail: await read.referrals({ trailId: referral.trailId }),
      draft: referral.state === 'recalled' ? await read.draft(referral.draftId) : null,
      sent: sent === 'yes',
    };
  },
  may(facts, { actor }) {
    if (referrerSide(facts.referral, actor) === null) return { refused: 'only-referrer' };
    const isOver = facts.referral.state === 'withdrawn' && !facts.sent;
    return isOver ? whoWasFirst(facts, actor, post(facts)) : null;
  },
  form: ({ referral }, { actor: { language } }, { typed }) => ({
    referralId: referral.id,
    reference: texts(language)('referral.referral-post.reference', { reference: referral.reference }),
    reasons: withdrawReasons.map((code) => ({ title: codeWord(language, 'withdraw-reason', code), value: code })),
    typed: { reason: typed['reason'] ?? null },
  }),
  decide(facts, { reason }, { actor, now }) {
    const side = referrerSide(facts.referral, actor);
    if (side === null) return { refused: 'only-referrer' };
    if (facts.referral.state === 'withdrawn')
      return whenWithdrawn(facts, reason, () => whoWasFirst(facts, actor, post(facts)));
    const done = step(facts.referral, 'withdraw', side, { withdrawReason: reason, closedAt: now });
    if ('refused' in done) return whoWasFirst(facts, actor, post(facts));
    return {
      ...withdrawn(facts, done.referral, side),
      reply: { show: post(facts).view, with: post(facts).with, note: { key: 'withdrawn' } },
    };
  },
});

/** The same press again shows what it did; another reason comes too late. */
const whenWithdrawn = (facts: WithdrawFacts, reason: WithdrawReason, refusal: () => Refusal): Outcome | Refusal =>
  facts.referral.withdrawReason === reason ? { reply: { show: post(facts).view, with: post(facts).with } } : refusal();

/** What is stored and told when a referral is withdrawn. */
function withdrawn(facts: WithdrawFacts, next: Referral, side: Side): Outcome {
  const told = { reason: next.withdrawReason, ...notedBy(side) };
  return {
    changes: [{ put: 'referral', row: next }, ...closeDraft(facts)],
    happened: [{ referralId: next.id, name: 'withdrawn', data: told }],
    notices: [
      ...tellProvider(next, 'withdrawn', { reason: next.withdrawReason }),
      ...(side === 'desk' ? [tellReferrer(next, 'withdrawn', told)] : []),
    ],
    refresh: [
      ...livingPosts(next),
      ...facts.trail.map(({ id }) => clbPost(id)),
      ...(facts.waiting.length === 0 ? [] : postsBehind(facts.waiting, next)),
    ],
    settled: [...settledWith(next), ...draftKeys(facts.draft)],
  };
}

/** Keys of what would still happen to an open referral: its delivery and the clock until contact. */
export const settledWith = ({ id }: Pick<Referral, 'id'>): string[] => [
  `referral:${id}:deliver`,
  `referral:${id}:remind`,
];

/** An intake that was open again to change the referral has nothing to send any more. */
const closeDraft = ({ draft }: WithdrawFacts): Change[] =>
  draft?.state === 'open' ? [{ put: 'draft', row: { ...draft, state: 'sent' } }] : [];

const draftKeys = (draft: Draft | null): string[] =>
  draft === null ? [] : [`draft:${draft.id}:tidy`, `draft:${draft.id}:expire`];
