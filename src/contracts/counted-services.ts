import { misfits, type FitFacts } from '../domain/fit.js';
import type { Service } from '../domain/organisation.js';
import { waitingStates } from '../domain/waitlist.js';
import type { Read } from './read.js';

/** A service with how many wait for it. */
export interface Counted {
  readonly service: Service;
  readonly waiting: number;
}

/** Every active service with how many wait for it; counted only where it matters: at services that fit. */
export async function countedServices(read: Read, facts: FitFacts): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const service of await read.services()) {
    const fits = misfits(service, facts).length === 0;
    const filter = { serviceId: service.id, states: waitingStates };
    counted.push({ service, waiting: fits ? await read.countReferrals(filter) : 0 });
  }
  return counted;
}
