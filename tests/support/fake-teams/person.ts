import type { CardJson } from '../../../src/contracts/turn.js';
import { execute, invoke, submit, words, type Scene } from './activities.js';
import { dataOf, type Filled } from './card-filling.js';
import { buttonsOf, text, textOf, toggled, type Button, type Node } from './card-reading.js';
import { deliver, pressed, taken, type Answer, type FrontDoor, type Pressed } from './front-door.js';
import type { Human, Message, Conversation, World } from './world.js';

/** Which card is meant. Without it: the newest one that this person can see. */
export interface Which {
  readonly in?: Conversation;
  readonly on?: Message;
  /** Only cards in which this can be read. */
  readonly reading?: string;
}

export interface PressOptions extends Which {
  /** Which of several buttons with this title, counted from 1. */
  readonly nth?: number;
  readonly verb?: string;
  /** Press in the row in which this can be read. */
  readonly row?: string;
  /** Press as an older client does, which knows only the `fallback` of Action.Execute. */
  readonly olderClient?: boolean;
  /** Send although the client's own checks (required, pattern) would hold it back. */
  readonly unchecked?: boolean;
}

interface Seen {
  readonly message: Message;
  readonly card: CardJson;
  readonly sequence: number;
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Somebody who uses the bot, with eyes: what is answered to this person is seen by nobody else. */
export class Person implements Human {
  readonly name: string;
  readonly tenantId: string;
  readonly teamsId: string;
  readonly aadObjectId: string;
  /** May be changed: from then on the client speaks this language. */
  locale: string;
  userRole: NonNullable<Human['userRole']>;
  isNameless: boolean;
  private last: Node | null = null;

  constructor(
    private readonly world: World,
    private readonly door: FrontDoor,
    private readonly scene: () => Scene,
    human: Human,
  ) {
    this.name = human.name;
    this.tenantId = human.tenantId;
    this.teamsId = human.teamsId;
    this.aadObjectId = human.aadObjectId;
    this.locale = human.locale;
    this.userRole = human.userRole ?? 'user';
    this.isNameless = human.isNameless ?? false;
  }

  /** The chat with the bot. */
  get personal(): Conversation {
    return this.world.personalChat(this);
  }

  /** Types to the bot; outside the personal chat with a mention, or the bot does not hear it. */
  async says(spoken: string, where?: Conversation | { inThreadOf: Message }): Promise<Answer> {
    const thread = where && 'inThreadOf' in where ? where.inThreadOf : null;
    const conversation = thread
      ? thread.conversation
      : where instanceof Object && 'messages' in where
        ? where
        : this.personal;
    this.mustBeIn(conversation);
    const message = this.world.store(conversation, thread?.threadId ?? null, this, { type: 'message', text: spoken });
    return taken(await this.sends(words(this.scene(), this, conversation, message, conversation.scope !== 'personal')));
  }

  /** Presses the button with this title on the newest card that has one, with these inputs filled in. */
  async presses(title: string, filled: Filled = {}, options: PressOptions = {}): Promise<Pressed> {
    const { seen, button } = this.find(title, options);
    if (button.action['isEnabled'] === false) throw new Error(`the button "${title}" is disabled`);
    const action = options.olderClient ? older(button) : button.action;
    const result = { status: 200, body: null, ms: 0, card: null, text: '', error: null, message: null };
    switch (action['type']) {
      case 'Action.Execute': {
        const data = dataOf({ ...button, action }, filled, options.unchecked);
        const answer = await this.sends(execute(this.scene(), this, seen.message, action, data, false));
        return this.shown(seen.message, pressed(answer));
      }
      case 'Action.Submit': {
        const data = dataOf({ ...button, action }, filled, options.unchecked);
        const { status, body, ms } = taken(await this.sends(submit(this.scene(), this, seen.message, data)));
        return { ...result, status, body, ms };
      }
      case 'Action.ToggleVisibility': {
        const card = toggled(seen.card, action);
        return this.shown(seen.message, { ...result, card, text: textOf(card) });
      }
      case 'Action.ShowCard':
        return result;
      default:
        throw new Error(`"${title}" is ${text(action['type'])}: use link("${title}")`);
    }
  }

  /** The address behind a button that opens a page. */
  link(title: string, which: Which = {}): string {
    return text(this.find(title, which).button.action['url']);
  }

  /** The titles of all buttons on the present card. */
  buttons(which: Which = {}): string[] {
    return buttonsOf(this.newest(which).card).map((button) => button.title);
  }

  /** The present card as text; see `textOf`. */
  sees(which: Which = {}): string {
    return textOf(this.newest(which).card);
  }

  card(which: Which = {}): CardJson {
    return this.newest(which).card;
  }

  /** The message that the present card stands in. */
  message(which: Which = {}): Message {
    return this.newest(which).message;
  }

  /** All that this person can read in a conversation: texts, stored cards and own views, oldest first. */
  reads(conversation: Conversation): string {
    this.mustBeIn(conversation);
    const shown = conversation.messages.filter((message) => !message.deleted);
    return shown
      .map((message) => {
        const card = message.cardFor(this);
        return [text(message.activity['text']), card ? textOf(card) : ''].filter(Boolean).join('\n');
      })
      .join('\n\n');
  }

  /** Looks at a conversation anew: cards with `refresh` for this person ask the bot by themselves. */
  async opens(conversation: Conversation): Promise<Pressed[]> {
    this.mustBeIn(conversation);
    const results: Pressed[] = [];
    for (const message of conversation.messages) {
      message.views.delete(this);
      const action = refreshFor(this, message);
      if (!action || message.deleted) continue;
      const data = typeof action['data'] === 'object' ? (action['data'] as Node) : {};
      const answer = await this.sends(execute(this.scene(), this, message, action, data, true));
      results.push(this.shown(message, pressed(answer)));
    }
    return results;
  }

  /** The client forgets what was answered to this person: the stored messages are back. */
  reloads(): void {
    for (const conversation of this.world.conversations.values())
      for (const message of conversation.messages) message.views.delete(this);
  }

  /** Teams brings the last activity once more, with the same id or a new one. */
  async redelivers(options: { newId?: boolean } = {}): Promise<Answer> {
    if (!this.last) throw new Error(`${this.name} has not done anything yet`);
    return this.sends(options.newId ? { ...this.last, id: this.world.messageId() } : this.last);
  }

  /** Any other invoke: `composeExtension/query` and the like. */
  async invokes(name: string, value: unknown, conversation: Conversation = this.personal): Promise<Answer> {
    return this.sends(invoke(this.scene(), this, conversation, name, value));
  }

  private async sends(activity: Node): Promise<Answer> {
    this.last = activity;
    return deliver(this.door, activity);
  }

  private shown(message: Message, result: Pressed): Pressed {
    if (result.card) message.views.set(this, { card: result.card, sequence: this.world.tick() });
    return result;
  }

  private mustBeIn(conversation: Conversation): void {
    if (!conversation.people.has(this))
      throw new Error(`${this.name} is not in ${conversation.name ?? 'this personal chat'}`);
  }

  private visible(which: Which): Seen[] {
    const seen: Seen[] = [];
    for (const conversation of which.in ? [which.in] : this.world.conversations.values()) {
      if (!conversation.people.has(this)) continue;
      for (const message of conversation.messages) {
        const card = message.cardFor(this);
        if (!card || message.deleted || (which.on && which.on !== message)) continue;
        if (which.reading !== undefined && !textOf(card).includes(which.reading)) continue;
        seen.push({ message, card, sequence: message.views.get(this)?.sequence ?? message.sequence });
      }
    }
    return seen.sort((one, other) => other.sequence - one.sequence);
  }

  private newest(which: Which): Seen {
    const [first] = this.visible(which);
    if (first) return first;
    const reading = which.reading === undefined ? '' : ` with "${which.reading}"`;
    throw new Error(
      `${this.name} sees no card${reading}; there is:\n${this.overview({ ...which, reading: undefined })}`,
    );
  }

  private find(title: string, options: PressOptions): { seen: Seen; button: Button } {
    for (const seen of this.visible(options)) {
      const all = buttonsOf(seen.card).filter(
        ({ title: shown, action, reads }) =>
          (isCalled(shown, title) ||
            same(reads ?? '', title) ||
            (reads !== undefined && (endsIn(shown, title) || beginsWith(shown, title)))) &&
          (!options.verb || action['verb'] === options.verb) &&
          (options.row === undefined || shown.includes(options.row)),
      );
      const button = all[(options.nth ?? 1) - 1];
      if (all.length > 1 && options.nth === undefined)
        throw new Error(`${all.length} buttons are called "${title}": say which with nth or verb`);
      if (button) return { seen, button };
    }
    throw new Error(`${this.name} sees no button "${title}"; there is:\n${this.overview(options)}`);
  }

  private overview(which: Which): string {
    const cards = this.visible(which).slice(0, 5);
    if (cards.length === 0) return 'no card at all';
    return cards.map(({ card }) => `--- ${textOf(card)}`).join('\n');
  }
}

function older({ title, action }: Button): Node {
  if (action['type'] !== 'Action.Execute') return action;
  const fallback = action['fallback'];
  if (typeof fallback === 'object' && fallback !== null) return fallback as Node;
  throw new Error(`"${title}" has no fallback for older clients`);
}

/** Teams refreshes for those named, or for everybody in a small conversation. */
function refreshFor(person: Human, message: Message): Node | null {
  const refresh = message.card?.['refresh'] as Node | undefined;
  if (!refresh) return null;
  const named = refresh['userIds'] as string[] | undefined;
  const meant = named ? named.includes(person.teamsId) : message.conversation.people.size <= 60;
  return meant ? (refresh['action'] as Node) : null;
}

/** What a button is called, also without what it says between brackets: `Ongedaan maken (tot 10.15 u.)`. */
/** A row is called by all that can be read in it, then by what the press does, if that is not the first to be read. */
const beginsWith = (name: string, does: string): boolean => name.startsWith(`${does}, `);
const endsIn = (name: string, does: string): boolean =>
  [', ', '. ', '? '].some((before) => name.endsWith(before + does));

const isCalled = (shown: string, title: string): boolean =>
  same(shown, title) || same(shown.replace(/ \(.*\)$/, ''), title);
