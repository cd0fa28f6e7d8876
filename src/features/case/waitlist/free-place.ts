import { z } from 'zod';
import { loadActed, providerSide, type Acted } from '../../../contracts/acting.js';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { outOfOrderReasons } from '../../../domain/codes.js';
import type { Referral } from '../../../domain/case/referral.js';
import { texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import { whoWasFirst } from '../../../texts/who-was-first.js';
import { freedItAlready, freePlaceFor } from './freeing.js';
import { firstInOrder, referralId } from './list-facts.js';

interface FreeFacts extends Acted {
  readonly waiting: readonly Referral[];
  /** Pressed on the waiting list; otherwise on the offer. */
  readonly onList: boolean;
  /** The reason was asked already. */
  readonly asked: boolean;
}

const present = ({ referral, onList }: FreeFacts): { show: string; with: Record<string, string> } =>
  onList && referral.serviceId !== null
    ? { show: 'service-waitlist', with: { serviceId: referral.serviceId } }
    : { show: 'referral-offer', with: { referralId: referral.id } };
const presentView = (facts: FreeFacts) => ({ view: present(facts).show, with: present(facts).with });

/**
 * Plaats vrij for one referral: the first in order in one press, another with a reason (R11). Error: `reason-missing`.
 */
export const freePlace = action({
  slug: 'free-place',
  subject: z.object({
    referralId,
    from: z.literal('list').nullish(),
    asked: z.literal('yes').nullish(),
  }),
  fields: z.object({
    reason: z
      .enum([...outOfOrderReasons, ''], { error: 'reason-missing' })
      .optional()
      .transform((reason) => (reason === '' || reason === undefined ? null : reason)),
  }),
  async load(read, subject): Promise<FreeFacts | Refusal> {
    const acted = await loadActed(read, subject.referralId);
    if (isRefusal(acted)) return acted;
    const { serviceId } = acted.referral;
    if (serviceId === null) return { refused: 'not-found' };
    return {
      ...acted,
      waiting: await read.waitlist(serviceId),
      onList: subject.from === 'list',
      asked: subject.asked === 'yes',
    };
  },
  may(facts, { actor }) {
    if (providerSide(facts.referral, actor) === null) return { refused: 'only-provider' };
    if (facts.referral.state === 'waitlisted' || freedItAlready(facts, actor)) return null;
    return whoWasFirst(facts, actor, presentView(facts));
  },
  form(facts, { actor: { language } }, { typed }) {
    const say = texts(language);
    const { referral } = facts;
    const first = firstInOrder(facts.waiting);
    const isFirst = first === null || first.id === referral.id;
    return {
      referralId: referral.id,
      from: facts.onList ? 'list' : null,
      reference: say('waitlist.free-place.reference', { reference: referral.reference }),
      order: isFirst
        ? say('waitlist.free-place.first')
        : say('waitlist.free-place.not-first', { first: first.reference }),
      reasons: isFirst ? null : reasonChoices(language),
      backTo: present(facts).show,
      serviceId: referral.serviceId,
      typed: { reason: typed['reason'] ?? null },
    };
  },
  decide(facts, { reason }, context): Outcome | Refusal {
    const { referral, waiting } = facts;
    if (referral.state === 'place-free' && freedItAlready(facts, context.actor)) return { reply: present(facts) };
    const isFirst = firstInOrder(waiting)?.id === referral.id;
    if (!isFirst && reason === null) return askReason(facts);
    const freed = freePlaceFor(facts, isFirst ? null : reason, context);
    if (freed === null) return whoWasFirst(facts, context.actor, presentView(facts));
    return { ...freed, reply: { ...present(facts), note: { key: 'place-freed' } } };
  },
});

/** The choices of why another than the first in order is taken. */
export const reasonChoices = (language: Parameters<typeof codeWord>[0]) =>
  outOfOrderReasons.map((code) => ({ title: codeWord(language, 'out-of-order-reason', code), value: code }));

/** Never silently out of order: the reason is asked, and asked again when it was left out. */
const askReason = ({ referral, onList, asked }: FreeFacts): Outcome => ({
  reply: {
    form: 'free-place',
    with: { referralId: referral.id, from: onList ? 'list' : null, reason: '' },
    ...(asked ? { errors: { reason: 'reason-missing' } } : {}),
  },
});
