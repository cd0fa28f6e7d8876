import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { matchService, takesReferrals } from '../../../domain/case/match.js';
import type { ReferralId, ServiceId } from '../../../domain/ids.js';
import type { Service } from '../../../domain/organisation.js';
import { matchCase } from './match-case.job.js';

const atOnce = 200;

interface Found {
  readonly service: Service;
  readonly fitting: readonly { readonly id: ReferralId; readonly trailId: string }[];
}

/**
 * A service opened again, got a place or is new: everybody whom it would fit and who is helped nowhere yet is found in the
 * database, and each case hears it in a transaction of its own. Nobody is told twice of one service within the weeks of the setting.
 */
export const matchServiceJob = job({
  name: matchService.name,
  subject: z.object({ serviceId: id<ServiceId>(), after: z.string().nullable() }),
  async load(read, { serviceId, after }, { now, calendar, settings }): Promise<Found | null> {
    const service = await read.service(serviceId);
    if (service === null || !takesReferrals(service, calendar.dayOf(now))) return null;
    const since = new Date(now.getTime() - settings.checkInWeeks * 7 * 86_400_000);
    return { service, fitting: await read.unhelpedFor(service, since, after, atOnce) };
  },
  decide({ service, fitting }, { now, calendar }) {
    const on = calendar.dayOf(now);
    const each = fitting.map(({ id: referralId }) =>
      matchCase.at(now, `referral:${referralId}:match:${service.id}`, { referralId, serviceId: service.id, on }),
    );
    const last = fitting.at(-1);
    if (fitting.length < atOnce || last === undefined) return { dues: each };
    const subject = { serviceId: service.id, after: last.trailId };
    return { dues: [...each, matchService.at(now, `service:${service.id}:match:${last.trailId}`, subject)] };
  },
});
