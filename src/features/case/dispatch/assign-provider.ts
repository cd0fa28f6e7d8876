import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { ServiceId } from '../../../domain/ids.js';
import { deskChooses, usualService, type Offer } from '../../../domain/intake/index.js';
import { texts } from '../../../texts/index.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts } from '../act-on-case.js';
import { caseForms } from '../case-forms.js';
import { loadAroundOffers, type AroundOffers } from '../card/offered-by.js';
import { fittingRows, strangeRows } from '../card/provider-rows.js';
import { deskCard } from './deliver-now.js';
import { offersFor } from '../card/offers-for.js';

const subject = caseSubject.extend({
  /** The row that was pressed, and what is chosen. */
  serviceId: z.string().optional().catch(undefined),
});

interface AssignFacts extends ActFacts, AroundOffers {
  readonly offers: readonly Offer[];
  /** What stands chosen; '' for none. */
  readonly chosen: string;
}

async function load(
  read: Read,
  given: z.infer<typeof subject>,
  context: ActionContext,
): Promise<AssignFacts | Refusal> {
  const facts = await loadCase(read, given);
  if (isRefusal(facts)) return facts;
  const today = context.calendar.dayOf(context.now);
  const offers = offersFor(facts.referral, await read.servicesWithWaiting(), today);
  return {
    ...facts,
    ...(await loadAroundOffers(read, offers, context)),
    offers,
    chosen: given.serviceId ?? facts.referral.serviceId ?? usual(offers),
  };
}

/** The desk chooses itself: that is no choice here. */
const usual = (offers: readonly Offer[]): string => {
  const likeliest = usualService(offers);
  return likeliest === deskChooses ? '' : likeliest;
};

/**
 * The desk chooses where a held referral goes; it is delivered at once or at the next opening (R4, R7, R8). A row is
 * chosen by one press; what does not fit may still be chosen: the desk knows why. Errors: `service-missing`,
 * `service-full`, `service-gone`.
 */
export const assignProvider = action({
  slug: 'assign-provider',
  subject,
  fields: z.object({}),
  load,
  may: (facts, context) => mayAct(facts, ['assign'], context, deskCard(facts)),
  form(facts, context, _filled) {
    const { referral, offers } = facts;
    const say = texts(context.actor.language);
    const chosen = wrongWith(facts) === null ? facts.chosen : '';
    const given = { ...facts, chosen, press: rowPress(facts), forDesk: true };
    const shown = { language: context.actor.language, calendar: context.calendar, now: context.now };
    const [rows, others] = [fittingRows(given, shown), strangeRows(given, true, shown)];
    return {
      reference: say('case.card.reference', { reference: referral.reference }),
      referralId: referral.id,
      why: 'desk',
      // What was chosen though it does not fit stays in sight.
      rows: [...rows, ...others.filter(({ kind }) => kind === 'chosen')],
      others: others.filter(({ kind }) => kind !== 'chosen'),
      none: offers.length === 0 ? say('dispatch.assign-provider.none') : noneFits(rows.length, say),
      chosen: chosen || null,
    };
  },
  decide(facts, _fields, context): Outcome | Refusal {
    const wrong = wrongWith(facts);
    const service = facts.offers.find((one) => one.service.id === facts.chosen)?.service;
    if (wrong !== null || service === undefined) return again(facts, wrong ?? 'service-missing');
    return act(facts, { act: 'assign', service }, context, deskCard(facts));
  },
});

const noneFits = (count: number, say: ReturnType<typeof texts>): string | null =>
  count === 0 ? say('dispatch.assign-provider.none-fits') : null;

/** Why what is chosen cannot be: null when it can. */
function wrongWith({ offers, chosen }: AssignFacts): string | null {
  if (chosen === '') return 'service-missing';
  const offer = offers.find(({ service }) => service.id === chosen);
  if (offer === undefined) return 'service-gone';
  return offer.availability.kind === 'full' ? 'service-full' : null;
}

const rowPress =
  ({ referral }: AssignFacts) =>
  (service: string) => ({
    verb: builtInVerbs.openForm,
    data: caseForms.assign.onButton({ referralId: referral.id, why: 'desk', serviceId: service as ServiceId }),
  });

const again = ({ referral, chosen }: AssignFacts, error: string): Outcome => ({
  reply: caseForms.assign.again(
    { referralId: referral.id, why: 'desk', serviceId: chosen as ServiceId },
    { serviceId: error },
  ),
});
