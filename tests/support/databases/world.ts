import { Conversation, Team, type FakeTeams, type Person } from '../fake-teams/index.js';

/** What stands in a kept database where the address of Teams was; replaced when it is opened. */
export const teamsAddress = 'http://teams.example/emea/';

/** The people and conversations of a Teams, as data: what a kept database knows by id. */
export interface KeptWorld {
  readonly people: readonly { readonly name: string; readonly teamsId: string; readonly aadObjectId: string }[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly aadGroupId: string }[];
  readonly conversations: readonly {
    readonly id: string;
    readonly scope: 'group' | 'channel';
    readonly name: string | null;
    readonly team: string | null;
    readonly people: readonly string[];
    readonly botInside: boolean;
  }[];
}

export function worldOf({ world }: FakeTeams): KeptWorld {
  const conversations = [...world.conversations.values()].filter(({ scope }) => scope !== 'personal');
  return {
    people: world.humans.map(({ name, teamsId, aadObjectId }) => ({ name, teamsId, aadObjectId })),
    teams: [...world.teams.values()].map(({ id, name, aadGroupId }) => ({ id, name, aadGroupId })),
    conversations: conversations.map(({ id, scope, name, team, people, botInside }) => ({
      ...{ id, scope: scope as 'group' | 'channel', name, team: team?.id ?? null, botInside },
      people: [...people].map((person) => person.name),
    })),
  };
}

/** Puts the same people and conversations into a new Teams; without any message. */
export function peopled(
  teams: FakeTeams,
  kept: KeptWorld,
): { person(name: string): Person; conversation(id: string): Conversation } {
  const { world, tenantId } = teams;
  const people = new Map(kept.people.map(({ name, ...own }) => [name, teams.person(name, own)]));
  for (const { id, name, aadGroupId } of kept.teams) world.teams.set(id, new Team(id, name, tenantId, aadGroupId));
  for (const { id, scope, name, team: of, people: names, botInside } of kept.conversations) {
    const team = of === null ? null : world.teams.get(of)!;
    const inside = names.map((each) => people.get(each)!);
    for (const person of inside) team?.people.add(person);
    const conversation = new Conversation(id, scope, name, tenantId, team?.people ?? new Set(inside), team);
    conversation.setBotInside(botInside);
    team?.channels.push(conversation);
    world.conversations.set(id, conversation);
  }
  return { person: (name) => people.get(name)!, conversation: (id) => world.conversations.get(id)! };
}
