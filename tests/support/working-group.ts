import type { OrganisationId } from '../../src/domain/ids.js';
import type { Message, Person, Conversation } from './fake-teams/index.js';
import { addOrganisation, clbExample, link, linkedCast, type Cast, type Stage } from './stage.js';

/** The working group with its channel: An of the CLB, Bram and Bea of the provider, Dirk of the desk, and two more. */
export interface WorkingGroup extends Cast {
  readonly eva: Person;
  readonly farid: Person;
  readonly group: Conversation;
}

/** Makes the working group as an organisation and links its channel, as the desk does. */
export async function workingGroup(stage: Stage): Promise<WorkingGroup> {
  const cast = await linkedCast(stage);
  const { an, bram, bea, dirk, desk } = cast;
  const eva = stage.teams.person('Eva Willems');
  const farid = stage.teams.person('Farid Benali');
  const name = 'Werkgroep Recht op Leren';
  const group = stage.teams.team(name, { people: [an, bram, bea, dirk, eva, farid] }).general;
  const id = '00000000-0000-4000-8000-0000000c1b09' as OrganisationId;
  await addOrganisation(stage, { ...clbExample, id, kind: 'workgroup', name, municipality: null });
  await link(stage, { dirk, desk }, { who: an, where: group, organisation: `${name} (werkgroep)` });
  return { ...cast, eva, farid, group };
}

/** The living post of a meeting. */
export function meetingPost({ group }: WorkingGroup, number: number): Message {
  const title = `Vergadering ${number}\n`;
  const post = group.botPosts.find(({ summary, text }) => text.includes(title) && summary.startsWith(title.trim()));
  if (post === undefined)
    throw new Error(`no post of meeting ${number}; there is:\n${group.botPosts.map((one) => one.summary).join('\n')}`);
  return post;
}

/** Which reminders of meetings stand in the channel, in order: `Vergadering 1: over drie weken`. */
export const remindersIn = ({ group }: WorkingGroup): string[] =>
  group.botPosts.flatMap(
    ({ text }) => /Vergadering \d: (?:over drie weken|over drie dagen|vandaag)/.exec(text)?.[0] ?? [],
  );
