import { misfits, type FitFacts } from '../domain/fit.js';
import type { Service } from '../domain/organisation.js';
import type { Read } from './read.js';

/** A service with how many wait for it. */
export interface Counted {
  readonly service: Service;
  readonly waiting: number;
}

/** Every active service that fits, with how many wait for it; the others with 0, because there it does not matter. */
export async function countedServices(read: Read, facts: FitFacts): Promise<Counted[]> {
  return (await read.servicesWithWaiting()).map(({ service, waiting }) => ({
    service,
    waiting: misfits(service, facts).length === 0 ? waiting : 0,
  }));
}
