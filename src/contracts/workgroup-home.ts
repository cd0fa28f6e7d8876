import type { OrganisationId } from '../domain/ids.js';
import { referenceTo } from '../domain/reference-to.js';
import type { SchoolYear } from '../domain/school-year.js';
import { actsFor, type Actor } from './actor.js';
import type { Refusal } from './outcome.js';
import type { Read } from './read.js';

/** The meetings, with the pack of figures of each. */
export const meetingList = referenceTo<{ readonly schoolYear?: SchoolYear }>('meeting-list');

/**
 * Where the working group is told things: the first working group that has a linked channel, otherwise the desk (R19).
 * Null when there is neither.
 */
export async function workgroupHome(read: Read): Promise<OrganisationId | null> {
  for (const { id } of await read.organisations('workgroup')) if ((await read.channelsOf(id)).length > 0) return id;
  return (await read.organisations('desk'))[0]?.id ?? null;
}

/** Whether somebody takes part in the working group: its members, and the desk. */
export const isInWorkgroup = (actor: Actor): boolean =>
  actsFor(actor, 'workgroup') !== null || actsFor(actor, 'desk') !== null;

/** What somebody outside the working group is told; null for who is in it. */
export const workgroupOnly = (actor: Actor): Refusal | null =>
  isInWorkgroup(actor) ? null : { refused: 'only-workgroup' };
