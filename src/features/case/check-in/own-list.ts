import { z } from 'zod';
import { isOf, type Actor } from '../../../contracts/actor.js';
import type { WaitingOfWorker } from '../../../contracts/case-lists.js';
import type { Read } from '../../../contracts/read.js';
import { isCheckedNow } from '../../../domain/case/check-in.js';
import type { PersonId, TrailId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Person } from '../../../domain/organisation.js';

/** The day under which a whole list was asked. */
export const askedOn = z.iso.date();

/** What one worker has on waiting lists, or just took off one. */
export interface OwnList {
  readonly person: Person;
  readonly rows: readonly WaitingOfWorker[];
  /** The CLB's own hints, per trail; null on a card that others may read. */
  readonly hints: ReadonlyMap<TrailId, string> | null;
}

/** Loads the list of a worker; for that person only what is of a CLB for which he or she acts now, with the hints. */
export async function loadOwnList(read: Read, personId: PersonId, actor: Actor | null): Promise<OwnList | null> {
  const person = await read.person(personId);
  if (person === null) return null;
  const all = await read.waitingOf(personId);
  if (actor === null) return { person, rows: all, hints: null };
  const rows = all.filter(({ referral }) => isOf(actor, referral.clbId));
  return { person, rows, hints: await read.hintsOf(rows.map(({ referral }) => referral.trailId)) };
}

/** What is asked now, under whichever day. */
export const askedNow = (rows: readonly WaitingOfWorker[]): WaitingOfWorker[] =>
  rows.filter(({ referral }) => isCheckedNow(referral));

/** Whether it was asked under this day, also when it left the list since. */
export const isAskedOn = ({ referral }: WaitingOfWorker, on: LocalDate): boolean =>
  referral.listCheck?.asked?.on === on;

/** The last day under which something is asked that waits for an answer; null when nothing does. */
export const lastAsked = (rows: readonly WaitingOfWorker[]): LocalDate | null =>
  askedNow(rows)
    .flatMap(({ referral }) => referral.listCheck?.asked?.on ?? [])
    .sort()
    .at(-1) ?? null;
