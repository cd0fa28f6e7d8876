import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { action, type ActionContext } from '../../../contracts/action.js';
import { actsFor } from '../../../contracts/actor.js';
import { deskReasons, type DeskReason } from '../../../contracts/jobs.js';
import { livingPosts } from '../../../contracts/notices.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import type { ReferralId, ServiceId } from '../../../domain/ids.js';
import { isFullOn, type Service } from '../../../domain/organisation.js';
import { step, type Referral } from '../../../domain/case/referral.js';
import { texts } from '../../../texts/index.js';
import { deliverAt } from './deliver.js';
import { serviceChoices } from './service-choices.js';

interface AssignFacts {
  readonly referral: Referral;
  readonly why: DeskReason;
  readonly services: readonly Service[];
  /** How many wait, per service. */
  readonly waiting: ReadonlyMap<ServiceId, number>;
}

/**
 * The desk chooses where a held referral goes; it is delivered at once or at the next opening (R4, R7, R8). What does
 * not fit may still be chosen: the desk knows why. Errors: `service-missing`, `service-full`, `service-gone`.
 */
export const assignProvider = action({
  slug: 'assign-provider',
  subject: z.object({
    referralId: id<ReferralId>(),
    why: z.enum(deskReasons).default('chooses'),
  }),
  fields: z.object({
    serviceId: id<ServiceId>('service-missing'),
  }),
  async load(read, { referralId, why }): Promise<AssignFacts | Refusal> {
    const referral = await read.referral(referralId);
    if (referral === null) return { refused: 'not-found' };
    const services = await read.services();
    const counts = await Promise.all(services.map(async ({ id }) => [id, (await read.waitlist(id)).length] as const));
    return { referral, why, services, waiting: new Map(counts) };
  },
  may(facts, { actor }) {
    if (actsFor(actor, 'desk') === null) return { refused: 'only-desk' };
    return isOpenToChoice(facts) ? null : outdated(facts);
  },
  form({ referral, why, services, waiting }, context, { typed }) {
    const { language } = context.actor;
    const day = context.calendar.dayOf(context.now);
    return {
      reference: texts(language)('dispatch.facts.reference', { reference: referral.reference }),
      referralId: referral.id,
      why,
      choices: services.length === 0 ? null : serviceChoices(referral, services, waiting, { language, day }),
      none: services.length === 0 ? texts(language)('dispatch.assign-provider.none') : null,
      typed: { serviceId: typed['serviceId'] ?? referral.serviceId },
    };
  },
  decide(facts, { serviceId }, context) {
    const { referral, why, services } = facts;
    if (referral.state !== 'held') return { reply: deskCard(facts) };
    const service = services.find(({ id }) => id === serviceId);
    const again = (error: string): Outcome => ({
      reply: {
        form: 'assign-provider',
        with: { referralId: referral.id, why, serviceId },
        errors: { serviceId: error },
      },
    });
    if (service === undefined) return again('service-gone');
    if (isFullOn(service, context.calendar.dayOf(context.now))) return again('service-full');
    return assign(facts, service, context);
  },
});

/** Held, or given to a provider by the desk already and not delivered yet: the same press again shows the present state. */
const isOpenToChoice = ({ referral }: AssignFacts): boolean =>
  referral.state === 'held' || referral.state === 'registered';

function assign(facts: AssignFacts, service: Service, context: ActionContext): Outcome | Refusal {
  const at = context.calendar.nextOpening(context.now);
  const chosen = { serviceId: service.id, providerId: service.organisationId, deliverAt: at };
  const done = step(facts.referral, 'assign', 'desk', chosen);
  if ('refused' in done) return outdated(facts);
  const next = done.referral;
  return {
    changes: [{ put: 'referral', row: next }],
    happened: [{ referralId: next.id, name: 'assigned', data: { serviceId: service.id, deliverAt: at.toISOString() } }],
    refresh: livingPosts(next),
    dues: [deliverAt(next, at)],
    reply: deskCard(facts),
  };
}

const deskCard = ({ referral, why }: AssignFacts) =>
  ({ show: 'desk-referral', with: { referralId: referral.id, why } }) as const;

const outdated = (facts: AssignFacts): Refusal => {
  const { show, with: params } = deskCard(facts);
  return { refused: 'outdated', show: { view: show, with: params } };
};
