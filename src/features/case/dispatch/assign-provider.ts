import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { Counted } from '../../../contracts/counted-services.js';
import { id } from '../../../contracts/id.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { ServiceId } from '../../../domain/ids.js';
import { isFullOn } from '../../../domain/organisation.js';
import { texts } from '../../../texts/index.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts } from '../act-on-case.js';
import { deskCard } from './deliver-now.js';
import { serviceChoices } from './service-choices.js';
import { caseForms } from '../case-forms.js';

interface AssignFacts extends ActFacts {
  readonly services: readonly Counted[];
}

/**
 * The desk chooses where a held referral goes; it is delivered at once or at the next opening (R4, R7, R8). What does
 * not fit may still be chosen: the desk knows why. Errors: `service-missing`, `service-full`, `service-gone`.
 */
export const assignProvider = action({
  slug: 'assign-provider',
  subject: caseSubject,
  fields: z.object({ serviceId: id<ServiceId>('service-missing') }),
  async load(read, subject): Promise<AssignFacts | Refusal> {
    const facts = await loadCase(read, subject);
    return isRefusal(facts) ? facts : { ...facts, services: await read.servicesWithWaiting() };
  },
  may: (facts, context) => mayAct(facts, ['assign'], context, deskCard(facts)),
  form({ referral, services }, context, { typed }) {
    const { language } = context.actor;
    const day = context.calendar.dayOf(context.now);
    return {
      reference: texts(language)('case.card.reference', { reference: referral.reference }),
      referralId: referral.id,
      why: 'desk',
      choices: services.length === 0 ? null : serviceChoices(referral, services, { language, day }),
      none: services.length === 0 ? texts(language)('dispatch.assign-provider.none') : null,
      typed: { serviceId: typed['serviceId'] ?? referral.serviceId },
    };
  },
  decide(facts, { serviceId }, context) {
    const service = facts.services.find((one) => one.service.id === serviceId)?.service;
    if (service === undefined) return again(facts, serviceId, 'service-gone');
    if (isFull(service, context)) return again(facts, serviceId, 'service-full');
    return act(facts, { act: 'assign', service }, context, deskCard(facts));
  },
});

const isFull = (service: Counted['service'], { calendar, now }: ActionContext): boolean =>
  isFullOn(service, calendar.dayOf(now));

const again = ({ referral }: AssignFacts, serviceId: ServiceId, error: string): Outcome => ({
  reply: caseForms.assign.again({ referralId: referral.id, why: 'desk', serviceId }, { serviceId: error }),
});
