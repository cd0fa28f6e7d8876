import type { Calendar } from './calendar.js';
import type { ServiceId } from './ids.js';
import type { LocalDate } from './local-date.js';
import { postKey, type PostKey } from './reference-to.js';

/** Key of the moment at which a full service is asked whether it is open again; a service has one such moment. */
export const openAgainKey = (service: { readonly id: ServiceId }): string => `service:${service.id}:open-again`;

/** Key of the living message that asks whether the service is open again after this day. */
export const openAgainPost = (service: { readonly id: ServiceId }, asked: LocalDate): PostKey =>
  postKey(`${openAgainKey(service)}:${asked}`);

/** The day after the last full day, at nine: then the provider is asked whether the service is open again (R12). */
export const openAgainAt = (until: LocalDate, calendar: Calendar): Date =>
  calendar.at(calendar.addDays(until, 1), 9, 0);
