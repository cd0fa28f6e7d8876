import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { installation, membership, type Scene } from './activities.js';
import { channelEvent, teamEvent } from './events.js';
import type { Node } from './card-reading.js';
import { startConnector, type ConnectorSettings, type WireCall } from './connector-server.js';
import { Faults, type Fault, type Trouble, type Where } from './faults.js';
import { deliver, taken, type Answer, type FrontDoor } from './front-door.js';
import { Person } from './person.js';
import { World, type Human, type Conversation, type Team } from './world.js';

export { buttonsOf, inputsOf, textOf } from './card-reading.js';
export type { WireCall } from './connector-server.js';
export type { Fault, Trouble } from './faults.js';
export type { Answer, Pressed } from './front-door.js';
export { Person, type Which } from './person.js';
export { Message, Conversation, Team } from './world.js';

export interface FakeTeamsOptions {
  /** The bot's messaging endpoint; may be set later with `teams.botUrl = …`. */
  readonly botUrl?: string;
  /** The value of the Authorization header for an activity on its way to the bot; without it none is sent. */
  readonly sign?: (activity: Record<string, unknown>) => Promise<string>;
  readonly tenantId?: string;
  /** The app id of the bot, without `28:`. */
  readonly botId?: string;
  readonly botName?: string;
  /** Whether the token of the bot is good; a bad one gets 401. */
  readonly accepts?: (authorization: string | null) => boolean;
}

/** Starts a Teams of our own: the connector service and the people who use the bot. Stop it with `stop()`. */
export async function startFakeTeams(options: FakeTeamsOptions = {}): Promise<FakeTeams> {
  const world = new World();
  const faults = new Faults();
  const connector: ConnectorSettings = { world, faults, wire: [], pageSize: 200, accepts: options.accepts };
  const { server, port } = await startConnector(connector);
  const stop = async (): Promise<void> => {
    faults.clear();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return new FakeTeams(options, world, faults, connector, `http://127.0.0.1:${port}/emea/`, stop);
}

export class FakeTeams implements FrontDoor {
  /** What every call of the bot to the connector held, in order, also the refused ones: for privacy scans. */
  readonly wire: WireCall[];
  /** What the bot answered to every activity: HTTP status, body, time. */
  readonly answers: Answer[] = [];
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly sign: (activity: Node) => Promise<string>;
  botUrl: string;

  constructor(
    options: FakeTeamsOptions,
    readonly world: World,
    readonly faults: Faults,
    private readonly connector: ConnectorSettings,
    /** Where it is reached, as it tells with everything it brings. It can change (bot-docs#1829). */
    public serviceUrl: string,
    readonly stop: () => Promise<void>,
  ) {
    this.wire = connector.wire;
    this.tenantId = options.tenantId ?? randomUUID();
    this.bot = { id: `28:${options.botId ?? randomUUID()}`, name: options.botName ?? 'Meldpunt' };
    this.sign = options.sign ?? (() => Promise.resolve(''));
    this.botUrl = options.botUrl ?? '';
  }

  /** Somebody with a Teams account. Put into teams with `team` or `joins`. */
  person(name: string, own: Partial<Human> = {}): Person {
    const human = this.world.human(name, own.tenantId ?? this.tenantId, own.locale ?? 'nl-BE', own);
    const person = new Person(this.world, this, () => this.scene, human);
    this.world.humans[this.world.humans.indexOf(human)] = person;
    return person;
  }

  /** A team in which everything is already so; nothing is told to the bot. It always has a General channel. */
  team(name: string, setup: { channels?: string[]; people?: Person[]; bot?: boolean; tenantId?: string } = {}): Team {
    const team = this.world.team(name, setup.tenantId ?? this.tenantId, setup.channels ?? []);
    for (const person of setup.people ?? []) team.people.add(person);
    team.botInside = setup.bot ?? true;
    return team;
  }

  /** A group chat in which everything is already so. */
  groupChat(name: string, people: Person[], setup: { bot?: boolean; tenantId?: string } = {}): Conversation {
    const chat = this.world.groupChat(name, setup.tenantId ?? this.tenantId, people);
    chat.setBotInside(setup.bot ?? true);
    return chat;
  }

  /** Somebody adds the bot; Teams tells it, in a team in the chosen channel. */
  async addsBot(by: Person, to: Team | Conversation): Promise<void> {
    const conversation = 'general' in to ? to.general : to;
    conversation.setBotInside(true);
    for (const activity of installation(this.scene, by, conversation, 'add')) taken(await deliver(this, activity));
  }

  /** Somebody takes the bot away; from then on its calls there get 403. */
  async removesBot(by: Person, from: Team | Conversation): Promise<void> {
    const conversation = 'general' in from ? from.general : from;
    conversation.setBotInside(false);
    for (const activity of installation(this.scene, by, conversation, 'remove')) taken(await deliver(this, activity));
  }

  /** Somebody deletes a team or one of its channels, or puts it back; the bot cannot post there meanwhile. */
  async deletes(by: Person, what: Team | Conversation): Promise<void> {
    if ('general' in what) what.botInside = false;
    else what.isDeleted = true;
    await this.happens(by, what, 'Deleted');
  }

  async restores(by: Person, what: Team | Conversation): Promise<void> {
    if ('general' in what) what.botInside = true;
    else what.isDeleted = false;
    await this.happens(by, what, 'Restored');
  }

  /** The bot is no longer allowed in one shared channel; in its team it stays. */
  async disallowsBot(by: Person, channel: Conversation): Promise<void> {
    channel.isDeleted = true;
    const gone = { membersRemoved: [{ id: this.bot.id }] };
    taken(await deliver(this, channelEvent(this.scene, by, channel, 'channelMemberRemoved', gone)));
  }

  private async happens(by: Person, to: Team | Conversation, what: string): Promise<void> {
    const activity =
      'general' in to
        ? teamEvent(this.scene, by, to, `team${what}`)
        : channelEvent(this.scene, by, to, `channel${what}`);
    taken(await deliver(this, activity));
  }

  async joins(person: Person, to: Team | Conversation, by: Person = person): Promise<void> {
    to.people.add(person);
    const conversation = 'general' in to ? to.general : to;
    taken(await deliver(this, membership(this.scene, by, conversation, [person], true)));
  }

  async leaves(person: Person, from: Team | Conversation, by: Person = person): Promise<void> {
    from.people.delete(person);
    const conversation = 'general' in from ? from.general : from;
    taken(await deliver(this, membership(this.scene, by, conversation, [person], false)));
  }

  /** The next fitting calls of the bot go wrong like this. */
  goesWrong(trouble: Trouble, where: Where = {}): Fault {
    return this.faults.next(trouble, where);
  }

  /** How many members come on one page. */
  set pageSize(size: number) {
    this.connector.pageSize = size;
  }

  /** Any activity, also a forged one: the answer is given as it is. `authorization: null` sends none. */
  deliver(activity: Record<string, unknown>, authorization?: string | null): Promise<Answer> {
    return deliver(this, activity, authorization);
  }

  /** The slowest answer to an invoke so far, in milliseconds; Teams gives up after 5000. */
  get slowestInvoke(): number {
    return Math.max(0, ...this.answers.filter(({ activity }) => activity['type'] === 'invoke').map(({ ms }) => ms));
  }

  /** Waits until the condition holds and gives its value; after the deadline it tells what it waited for. */
  async until<T>(condition: () => T | Promise<T>, what: string, within = 60_000): Promise<NonNullable<T>> {
    const deadline = Date.now() + within;
    for (;;) {
      const value = await condition();
      if (value) return value;
      if (Date.now() > deadline) throw new Error(`waited ${within} ms in vain until ${what}`);
      await sleep(10);
    }
  }

  /** Waits until the bot has nothing left to do, as `idle` tells, and none of its calls is unanswered. */
  async settled(idle: () => Promise<boolean>, within = 60_000): Promise<void> {
    await this.until(
      async () => (await idle()) && this.wire.every((call) => call.status !== null || call.broken),
      'all is settled',
      within,
    );
  }

  private get scene(): Scene {
    return { bot: this.bot, serviceUrl: this.serviceUrl };
  }
}
