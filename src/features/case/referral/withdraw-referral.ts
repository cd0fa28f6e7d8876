import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { withdrawReasons } from '../../../domain/codes.js';
import type { Draft } from '../../../domain/draft.js';
import { texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import { isBeside } from '../card/beside-on-case.js';
import { caseSubject, happens, loadCase, mayAct, whoWasFirst, type ActFacts, type Present } from '../act-on-case.js';
import { closedDraft, openDraftOf } from './closed-draft.js';
import { caseCards } from '../../../domain/case/cards.js';

interface WithdrawFacts extends ActFacts {
  readonly draft: Draft | null;
  /** The form was sent in, not opened. */
  readonly sent: boolean;
}

const present = ({ referral }: ActFacts): Present => caseCards.post.shown({ referralId: referral.id });

/**
 * Intrekken: ends a referral at any open moment, with a coded reason; the provider and who waits behind it are told. It
 * cannot be taken back, which the form says. Error: `reason-missing`.
 */
export const withdrawReferral = action({
  slug: 'withdraw-referral',
  subject: caseSubject.extend({ sent: z.literal('yes').optional() }),
  fields: z.object({ reason: z.enum(withdrawReasons, { error: 'reason-missing' }) }),
  async load(read, subject): Promise<WithdrawFacts | Refusal> {
    const facts = await loadCase(read, subject);
    if (isRefusal(facts)) return facts;
    return { ...facts, draft: await openDraftOf(read, facts.referral), sent: subject.sent === 'yes' };
  },
  may(facts, context) {
    const refusal = mayAct(facts, ['withdraw'], context, present(facts));
    const isOver = facts.referral.state === 'withdrawn' && !facts.sent;
    return refusal ?? (isOver ? whoWasFirst(facts, context, present(facts)) : null);
  },
  form: ({ referral }, { actor: { language } }, { typed }) => ({
    referralId: referral.id,
    reference: texts(language)('case.card.reference', { reference: referral.reference }),
    reasons: withdrawReasons.map((code) => ({ title: codeWord(language, 'withdraw-reason', code), value: code })),
    typed: { reason: typed['reason'] ?? (isBeside(referral) ? 'elsewhere' : null) },
  }),
  decide(facts, { reason }, context): Outcome | Refusal {
    const change = happens(facts, { act: 'withdraw', reason }, context, present(facts));
    if (isRefusal(change)) return change;
    if (change.events.length === 0) return { reply: present(facts) };
    return {
      cases: [change],
      ...closedDraft(facts.draft),
      reply: { ...present(facts), note: { key: 'withdrawn' } },
    };
  },
});
