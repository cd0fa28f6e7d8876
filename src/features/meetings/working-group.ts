import { actsFor, type Actor } from '../../contracts/actor.js';
import { id } from '../../contracts/id.js';
import type { Read } from '../../contracts/read.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import type { AgendaItemId, DecisionId, InterestId, MeetingId, OrganisationId, SignalId } from '../../domain/ids.js';
import type { Organisation, Person } from '../../domain/organisation.js';
import type { Participant } from '../../domain/workgroup/meeting.js';

export const interestId = id<InterestId>();
export const meetingId = id<MeetingId>();
export const agendaItemId = id<AgendaItemId>();
export const decisionId = id<DecisionId>();
export const signalId = id<SignalId>();

/** Who is in the working group's channel (or at the desk, as long as there is no such channel), by name. */
export async function membersOf(read: Read): Promise<Person[]> {
  const home = await workgroupHome(read);
  return home === null ? [] : read.membersOf(home);
}

/** By which organisation somebody brings something before the working group: the group itself, or the desk. */
export const workgroupOf = (actor: Actor): OrganisationId | null =>
  (actsFor(actor, 'workgroup') ?? actsFor(actor, 'desk'))?.id ?? null;

/** For which organisation somebody sits in the working group: the first of his or her own that is not the group itself. */
export const organisationNameOf = (organisations: readonly Organisation[]): string =>
  organisations.find(({ kind }) => kind !== 'workgroup')?.name ?? '';

/** A member as somebody of a meeting of whom nothing was noted yet. */
export const newParticipant = (
  meeting: MeetingId,
  person: Person,
  organisation: string,
  id: Participant['id'],
): Participant => ({
  id,
  meetingId: meeting,
  personId: person.id,
  name: person.name,
  organisation,
  guest: false,
  answer: null,
  attended: null,
  invitedBy: null,
  version: 0,
});
