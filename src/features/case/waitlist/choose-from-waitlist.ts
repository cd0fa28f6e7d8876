import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { outOfOrderReasons } from '../../../domain/codes.js';
import { can } from '../../../domain/case/policy.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { ReferralId } from '../../../domain/ids.js';
import { shortDay } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import { act, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { caseActor } from '../case-actor.js';
import { reasonChoices } from './free-place.js';
import { loadList, maySeeService, serviceId, type ListFacts } from './list-facts.js';
import { caseForms } from '../case-forms.js';
import { caseCards } from '../../../domain/case/cards.js';

interface ChooseFacts extends ListFacts {
  /** Who waits behind the first in order, as far as a card can name them. */
  readonly others: readonly Referral[];
  /** Who was chosen; null as long as nobody was, or when that one does not exist or waits elsewhere. */
  readonly chosen: ActFacts | null;
}

/** So many fit in one card; whoever stands further is called from the list itself, which the card says. */
const mostChoices = 60;
/** More than this many are easier to find in a folded list. */
const mostUnfolded = 8;

const present = ({ service }: ListFacts): Present => caseCards.waitlist.shown({ serviceId: service.id });

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
    const facts = isId ? await loadCase(read, { referralId: subject.chosen as ReferralId }) : null;
    const chosen = facts === null || isRefusal(facts) || facts.referral.serviceId !== list.service.id ? null : facts;
    return { ...list, others: await read.waitingBehindFirst(subject.serviceId, mostChoices), chosen };
  },
  may(facts, context) {
    const refusal = maySeeService(facts.service, context.actor);
    if (refusal !== null || facts.others.length > 0) return refusal;
    if (facts.chosen !== null) return mayAct(facts.chosen, ['free-place'], context, present(facts));
    return { refused: 'outdated', show: { view: present(facts).show, with: present(facts).with } };
  },
  form(facts, context, { typed }) {
    const { service, others, list } = facts;
    const { language } = context.actor;
    const say = texts(language);
    const { first } = list;
    const more = Math.max(0, list.callable - 1 - others.length);
    return {
      serviceId: service.id,
      service: service.name,
      order: first === null ? null : say('waitlist.choose-from-waitlist.order', { first: first.reference }),
      style: others.length > mostUnfolded ? 'compact' : 'expanded',
      choices: others.map((one) => choiceOf(one, context)),
      more: more === 0 ? null : say('waitlist.choose-from-waitlist.more', { count: more }),
      reasons: reasonChoices(language),
      typed: { chosen: typed['chosen'] ?? null, reason: typed['reason'] ?? null },
    };
  },
  decide(facts, fields, context): Outcome | Refusal {
    const { service, chosen, list } = facts;
    if (chosen === null || !mayBeFreed(chosen, context)) {
      const filled = { serviceId: service.id, chosen: fields.chosen, reason: fields.reason };
      return { reply: caseForms.chooseFromWaitlist.again(filled, { chosen: 'not-waiting' }) };
    }
    /** Whoever was first went in between: then it is no choice out of order. */
    const reason = list.first?.id === chosen.referral.id ? null : fields.reason;
    const note = { key: 'place-freed' };
    return act(chosen, { act: 'free-place', reason }, context, { ...present(facts), note });
  },
});

const choiceOf = (one: Referral, { actor: { language }, calendar, now }: ActionContext) => ({
  title: [
    one.reference,
    (one.ageBand && textAt(language, `waitlist.ages.${one.ageBand}`)) ?? codeWord(language, 'target', one.target),
    texts(language)('waitlist.choose-from-waitlist.since', {
      day: shortDay(calendar.dayOf(one.firstRegisteredAt), language, calendar.dayOf(now)),
    }),
    ...(one.urgency === 'urgent' ? [codeWord(language, 'urgency', 'urgent')] : []),
  ].join(' · '),
  value: one.id as string,
});

/** Still waiting, or told by this very press before. */
const mayBeFreed = ({ referral, lastBy, history }: ActFacts, { actor, now }: ActionContext): boolean =>
  'side' in can(caseActor(actor, referral), 'free-place', referral, now) ||
  (history.at(-1)?.name === 'place-freed' && lastBy?.id === actor.person.id);
