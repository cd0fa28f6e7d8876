import { misfits, type FitFacts } from '../domain/fit.js';
import type { ServiceNow } from '../domain/intake/index.js';
import type { Read } from './read.js';

/** Every active service that fits, with how many wait for it; the others with 0, because there it does not matter. */
export async function countedServices(read: Read, facts: FitFacts): Promise<ServiceNow[]> {
  return (await read.servicesWithWaiting()).map(({ service, waiting, measured }) => ({
    service,
    measured,
    waiting: misfits(service, facts).length === 0 ? waiting : 0,
  }));
}
