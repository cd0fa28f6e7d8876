import { z } from 'zod';
import { loadActed, type Acted } from '../../contracts/acting.js';
import { action } from '../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import { outOfOrderReasons } from '../../domain/codes.js';
import type { ReferralId } from '../../domain/ids.js';
import { shortDay } from '../../texts/format.js';
import { textAt, texts } from '../../texts/index.js';
import { codeWord } from '../../texts/referral-words.js';
import { reasonChoices } from './free-place.js';
import { freedItAlready, freePlaceFor } from './freeing.js';
import { firstInOrder, loadList, maySeeService, serviceId, type ListFacts } from './list-facts.js';

interface ChooseFacts extends ListFacts {
  /** Who was chosen; null as long as nobody was, or when that one does not exist. */
  readonly chosen: Acted | null;
}

const mostChoices = 30;

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
  may: ({ service }, { actor }) => maySeeService(service, actor),
  form({ service, waiting }, { actor: { language }, calendar, now }, { typed }) {
    const say = texts(language);
    const first = firstInOrder(waiting);
    const others = waiting.filter(({ id, state }) => state === 'waitlisted' && id !== first?.id).slice(0, mostChoices);
    return {
      serviceId: service.id,
      service: service.name,
      order: first === null ? null : say('waitlist.choose-from-waitlist.order', { first: first.reference }),
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
  decide({ service, chosen }, fields, context): Outcome {
    const reply = { show: 'service-waitlist', with: { serviceId: service.id } };
    if (chosen !== null && freedItAlready(chosen, context.actor)) return { reply };
    const freed = chosen === null ? null : freePlaceFor(chosen, fields.reason, context);
    if (freed !== null) return { ...freed, reply: { ...reply, note: { key: 'place-freed' } } };
    const filled = { serviceId: service.id, chosen: fields.chosen, reason: fields.reason };
    return { reply: { form: 'choose-from-waitlist', with: filled, errors: { chosen: 'not-waiting' } } };
  },
});
