import { digestDue } from '../../../contracts/digest-due.js';
import type { Due } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Calendar } from '../../../domain/calendar.js';
import { keptUntil } from '../../../domain/reach.js';

/** What was kept for somebody and has lost the moment at which it is told, gets the next one that he or she wants. */
export async function lostMoments(
  read: Read,
  { now, calendar }: { readonly now: Date; readonly calendar: Calendar },
): Promise<readonly Due[]> {
  const dues: Due[] = [];
  for (const personId of await read.keptWithoutMoment()) {
    const worker = await read.worker(personId);
    const at = worker === null ? null : keptUntil(worker.reach, now, calendar);
    dues.push(digestDue({ personId, at: at ?? calendar.nextOpening(now) }));
  }
  return dues;
}
