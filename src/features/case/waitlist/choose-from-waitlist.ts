import { z } from 'zod';
import { loadActed, type Acted } from '../../../contracts/acting.js';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { outOfOrderReasons } from '../../../domain/codes.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Referral } from '../../../domain/case/referral.js';
import { shortDay } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import { reasonChoices } from './free-place.js';
import { freedItAlready, freePlaceFor } from './freeing.js';
import { firstInOrder, loadList, maySeeService, serviceId, type ListFacts } from './list-facts.js';

interface ChooseFacts extends ListFacts {
  /** Who was chosen; null as long as nobody was, or when that one does not exist. */
  readonly chosen: Acted | null;
}

const mostChoices = 100;
/** More than this many are easier to find in a folded list. */
const mostUnfolded = 8;

/**
 * Iemand anders kiezen: a free place for another than the first in order, with the reason, which stands in the history
 * (R11). Errors: `chosen-missing`, `not-waiting`, `reason-missing`.
 */
export const chooseFromWaitlist = action({
  slug: 'choose-from-waitlist',
  subject: z.object({ serviceId, chosen: z.string().optional().catch(undefined) }),
  fields: z.object({
    chosen: z.uuid({ error: 'chosen-missing' }),
    reason: z.enum(outOfOrderReasons, { error: 'reason-missing' }),
  }),
  async load(read, subject): Promise<ChooseFacts | Refusal> {
    const list = await loadList(read, subject.serviceId);
    if (list === null) return { refused: 'not-found' };
    const isId = z.uuid().safeParse(subject.chosen).success;
    const acted = isId ? await loadActed(read, subject.chosen as ReferralId) : null;
    const chosen = acted === null || isRefusal(acted) || acted.referral.serviceId !== list.service.id ? null : acted;
    return { ...list, chosen };
  },
  may(facts, { actor }) {
    const refusal = maySeeService(facts.service, actor);
    if (refusal !== null || othersOf(facts).length > 0) return refusal;
    const isRepeat = facts.chosen !== null && freedItAlready(facts.chosen, actor);
    return isRepeat ? null : { refused: 'outdated', show: list(facts) };
  },
  form(facts, { actor: { language }, calendar, now }, { typed }) {
    const { service } = facts;
    const say = texts(language);
    const first = firstInOrder(facts.waiting);
    const others = othersOf(facts).slice(0, mostChoices);
    return {
      serviceId: service.id,
      service: service.name,
      order: first === null ? null : say('waitlist.choose-from-waitlist.order', { first: first.reference }),
      style: others.length > mostUnfolded ? 'compact' : 'expanded',
      choices: others.map((one) => ({
        title: [
          one.reference,
          (one.ageBand && textAt(language, `waitlist.ages.${one.ageBand}`)) ?? codeWord(language, 'target', one.target),
          say('waitlist.choose-from-waitlist.since', {
            day: shortDay(calendar.dayOf(one.firstRegisteredAt), language, calendar.dayOf(now)),
          }),
          ...(one.urgency === 'urgent' ? [codeWord(language, 'urgency', 'urgent')] : []),
        ].join(' · '),
        value: one.id,
      })),
      reasons: reasonChoices(language),
      typed: { chosen: typed['chosen'] ?? null, reason: typed['reason'] ?? null },
    };
  },
  decide(facts, fields, context): Outcome {
    const { service, chosen } = facts;
    const reply = { show: list(facts).view, with: list(facts).with };
    if (chosen !== null && freedItAlready(chosen, context.actor)) return { reply };
    const freed = chosen === null ? null : freePlaceFor(chosen, isFirst(facts) ? null : fields.reason, context);
    if (freed !== null) return { ...freed, reply: { ...reply, note: { key: 'place-freed' } } };
    const filled = { serviceId: service.id, chosen: fields.chosen, reason: fields.reason };
    return { reply: { form: 'choose-from-waitlist', with: filled, errors: { chosen: 'not-waiting' } } };
  },
});

const list = ({ service }: ListFacts) => ({ view: 'service-waitlist', with: { serviceId: service.id } });

/** Who waits behind the first in order. */
const othersOf = ({ waiting }: ListFacts): readonly Referral[] =>
  waiting.filter(({ state }) => state === 'waitlisted').slice(1);

/** Whoever was first went in between: then it is no choice out of order. */
const isFirst = ({ waiting, chosen }: ChooseFacts): boolean => firstInOrder(waiting)?.id === chosen?.referral.id;
