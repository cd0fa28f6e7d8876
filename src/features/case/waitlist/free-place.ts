import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { outOfOrderReasons } from '../../../domain/codes.js';
import type { Referral } from '../../../domain/case/referral.js';
import { texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { caseForms } from '../case-forms.js';
import { caseCards } from '../../../domain/case/cards.js';

interface FreeFacts extends ActFacts {
  /** The first in order for whom no place was told yet. */
  readonly first: Referral | null;
  /** Pressed on the waiting list; otherwise on the offer. */
  readonly onList: boolean;
  /** The reason was asked already. */
  readonly asked: boolean;
}

const present = ({ referral, onList }: FreeFacts): Present =>
  onList && referral.serviceId !== null
    ? caseCards.waitlist.shown({ serviceId: referral.serviceId })
    : caseCards.offer.shown({ referralId: referral.id });

/**
 * Plaats vrij for one referral: the first in order in one press, another with a reason (R11). Error: `reason-missing`.
 */
export const freePlace = action({
  slug: 'free-place',
  subject: caseSubject.extend({ from: z.literal('list').nullish(), asked: z.literal('yes').nullish() }),
  fields: z.object({
    reason: z
      .enum([...outOfOrderReasons, ''], { error: 'reason-missing' })
      .optional()
      .transform((reason) => (reason === '' || reason === undefined ? null : reason)),
  }),
  async load(read, subject): Promise<FreeFacts | Refusal> {
    const facts = await loadCase(read, subject);
    if (isRefusal(facts)) return facts;
    const { serviceId } = facts.referral;
    if (serviceId === null) return { refused: 'not-found' };
    const { first } = await read.waitingPage(serviceId, { offset: 0, limit: 1 });
    return { ...facts, first, onList: subject.from === 'list', asked: subject.asked === 'yes' };
  },
  may: (facts, context) => mayAct(facts, ['free-place'], context, present(facts)),
  form(facts, { actor: { language } }, { typed }) {
    const say = texts(language);
    const { referral, first } = facts;
    return {
      referralId: referral.id,
      round: referral.round,
      from: facts.onList ? 'list' : null,
      reference: say('case.card.reference', { reference: referral.reference }),
      order:
        first === null || isFirst(facts)
          ? say('waitlist.free-place.first')
          : say('waitlist.free-place.not-first', { first: first.reference }),
      reasons: isFirst(facts) ? null : reasonChoices(language),
      backTo: present(facts).show,
      serviceId: referral.serviceId,
      typed: { reason: typed['reason'] ?? null },
    };
  },
  decide(facts, { reason }, context): Outcome | Refusal {
    const isOutOfOrder = facts.referral.state === 'waitlisted' && !isFirst(facts);
    if (isOutOfOrder && reason === null) return askReason(facts);
    const note = { key: 'place-freed' };
    return act(facts, { act: 'free-place', reason: isOutOfOrder ? reason : null }, context, {
      ...present(facts),
      note,
    });
  },
});

const isFirst = ({ first, referral }: FreeFacts): boolean => first === null || first.id === referral.id;

/** The choices of why another than the first in order is taken. */
export const reasonChoices = (language: Parameters<typeof codeWord>[0]) =>
  outOfOrderReasons.map((code) => ({ title: codeWord(language, 'out-of-order-reason', code), value: code }));

/** Never silently out of order: the reason is asked, and asked again when it was left out. */
function askReason({ referral, onList, asked }: FreeFacts): Outcome {
  const { freePlace: form } = caseForms;
  const given = { referralId: referral.id, round: referral.round, from: onList ? 'list' : null, reason: '' } as const;
  return { reply: asked ? form.again(given, { reason: 'reason-missing' }) : form.opened(given) };
}
