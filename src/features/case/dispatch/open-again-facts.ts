import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { ServiceId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Service } from '../../../domain/organisation.js';
import { caseViews } from '../case-views.js';

/** Which service, and after which last full day it was asked. */
export const openAgainSubject = z.object({
  serviceId: id<ServiceId>(),
  asked: z.iso.date(),
});

export interface OpenAgainFacts {
  readonly service: Service;
  readonly asked: LocalDate;
}

export async function loadOpenAgain(
  read: Read,
  { serviceId, asked }: z.infer<typeof openAgainSubject>,
): Promise<OpenAgainFacts | null> {
  const service = await read.service(serviceId);
  return service === null ? null : { service, asked };
}

/** The provider of the service, or the desk in its name. */
export const mayAnswerForService = ({ service }: OpenAgainFacts, actor: Actor): Refusal | null =>
  isOf(actor, service.organisationId) || actsFor(actor, 'desk') !== null ? null : { refused: 'only-provider' };

/** Not answered yet: the service still names the day after which it was asked. */
export const isUnanswered = ({ service, asked }: OpenAgainFacts): boolean => service.fullUntil === asked;

export const openAgainCard = ({ service, asked }: OpenAgainFacts) =>
  caseViews.openAgain.shown({ serviceId: service.id, asked });
