import type { Context } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due, Outcome } from '../../../contracts/outcome.js';
import type { ServiceId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { askOpenAgainDue } from './ask-open-again.job.js';
import { matchSoon } from '../../../domain/case/match.js';
import { openAgainKey } from '../../../domain/open-again.js';
import type { Service } from '../../../domain/organisation.js';
import { entry } from '../../../domain/timeline/entries.js';

/** What is spread to every referral of a service: that it is full until a day, or that this was taken back. */
export interface Spread {
  readonly serviceId: ServiceId;
  readonly marking: string;
  /** Null: full was taken back, or the service is open again. */
  readonly until: LocalDate | null;
  /** Where an earlier run stopped. */
  readonly after: string | null;
}

/** The job that gives each concerned referral its own command, some hundreds at a time; it can be run again. */
export const spreadDue = (spread: Spread, at: Date): Due => ({
  key: `service:${spread.serviceId}:spread:${spread.marking}`,
  job: jobNames.spreadFull,
  subject: { ...spread },
  at,
});

/**
 * Volzet until a day (R12): the service shows as full to everybody at once; its referrals hear it one by one, and on the
 * day after, the provider is asked whether it is open again.
 */
export function fullUntil(service: Service, until: LocalDate, marking: string, context: Context): Outcome {
  return {
    changes: [{ put: 'service', row: { ...service, fullUntil: until } }],
    entries: [entry('service', service.id, 'full-until', { from: service.fullUntil, to: until })],
    dues: [
      askOpenAgainDue(service, until, context.calendar),
      spreadDue({ serviceId: service.id, marking, until, after: null }, context.now),
    ],
  };
}

/** The service is as full as it was before: not at all, or until an earlier day (on which it is asked again). */
export function fullAsBefore(service: Service, before: LocalDate | null, marking: string, context: Context): Outcome {
  const isAsked = before !== null && before >= context.calendar.dayOf(context.now);
  return {
    changes: [{ put: 'service', row: { ...service, fullUntil: before } }],
    entries: [entry('service', service.id, 'full-until', { from: service.fullUntil, to: before })],
    dues: [
      ...(isAsked ? [askOpenAgainDue(service, before, context.calendar)] : [matchSoon(service, context.now)]),
      spreadDue({ serviceId: service.id, marking, until: null, after: null }, context.now),
    ],
    settled: [openAgainKey(service)],
  };
}
