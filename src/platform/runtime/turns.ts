import type { Action, ActionContext, Reaction, ViewContext } from '../../contracts/action.js';
import { builtInVerbs, turnActions } from '../../contracts/jobs.js';
import {
  isRefusal,
  storesSomething,
  type Note,
  type Outcome,
  type Refusal,
  type Reply,
} from '../../contracts/outcome.js';
import type { Answer, CardJson, Press, Turn, Words } from '../../contracts/turn.js';
import { contactAfter } from '../../contracts/desk-contact.js';
import { worklistWay } from '../../contracts/worklist-way.js';
import type { Read } from '../../contracts/read.js';
import type { Language } from '../../domain/language.js';
import type { Settings } from '../../domain/settings.js';
import { isUnlinked } from '../../contracts/actor.js';
import { actorOf } from './actor.js';
import { carriedOut, heardBy, sureOf } from './doubted.js';
import { refusedHere } from './refused-here.js';
import { commandIn, type Command } from './commands.js';
import { contextNow, contextWith, type Invocation, type Runtime } from './perform.js';
import type { Registry } from './registry.js';
import type { Again, Renderer } from './render.js';
import type { AskRoster } from './seen-in-roster.js';
import { numbersOf } from '../storage/numbers.js';
import { createRead } from '../storage/read.js';
import { found } from './message-extension.js';
import { forOlderClient, type Came } from './older-client.js';
import type { RepeatedWords } from './repeated-words.js';
import { activityKey, releaseAtInstallation, replyInConversation, wasProcessed } from './reply.js';
import { inTodaysWords } from './todays-words.js';
import { isOfCase, listPageOf, onTheWay } from './worklist-way.js';
import { formTo, viewSlug } from '../../domain/reference-to.js';

type ShowReply = Extract<Reply, { readonly show: string }>;

/** What answering a turn needs. */
export interface TurnDeps {
  readonly parts: Runtime;
  readonly registry: Registry;
  readonly renderer: Renderer;
  /** The language forced in local mode, or null: the person's or channel's own. */
  readonly language: Language | null;
  readonly askRoster: AskRoster;
  readonly repeatedWords: RepeatedWords;
}

/** Answers whatever Teams brings. Words and events are answered through the outbox, presses with a card for that one person. */
export async function onTurn(world: TurnDeps, turn: Turn): Promise<Answer> {
  if (turn.kind !== 'words') return answered(world, turn);
  await world.repeatedWords.answerOnce(turn, async () => void (await answered(world, turn)));
  return { kind: 'nothing' };
}

async function answered(world: TurnDeps, turn: Turn): Promise<Answer> {
  const { actor, settings } = await actorOf(world.parts, turn, world.language, world.askRoster);
  const given: Invocation = { actor, settings, messageId: null, turnId: activityKey(turn), once: null };
  if (turn.kind === 'press') return pressed(world, inTodaysWords(turn, world.registry), given);
  if (turn.kind === 'query') return found(world, turn, actor);
  if (turn.kind === 'installed') await releaseAtInstallation(world.parts, actor);
  if (turn.kind === 'words') await said(world, turn, given);
  else
    await react(
      world,
      turnActions[turn.kind === 'joined' || turn.kind === 'left' ? 'membersChanged' : turn.kind],
      {},
      given,
    );
  return { kind: 'nothing' };
}

async function said(world: TurnDeps, words: Words, given: Invocation): Promise<void> {
  if (await wasProcessed(world.parts, words)) return;
  const command = commandIn(world.registry.actions, words.text) ?? (await askedIn(world, words.text, given));
  const reply =
    command === null
      ? await react(world, turnActions.notUnderstood, { said: words.text }, given)
      : await run(world, command.action, command.subject, given);
  const heard = isRefusal(reply) ? heardBy(reply, given.actor) : reply;
  await replyInConversation(world.parts, words, given.actor, heard, world.registry.featureOf);
}

/** What a sentence that is no command asks for, an answer to a question first; null when no feature is sure. */
async function askedIn(world: TurnDeps, text: string, { actor }: Invocation): Promise<Command | null> {
  const { registry } = world;
  const understood = registry.understood(text, actor);
  const mayAnswer = !isUnlinked(actor) && (understood === null || understood.yields === true);
  const asked = (mayAnswer ? await registry.answered(readOf(world), text, actor) : null) ?? understood;
  const action = asked === null ? null : registry.action(asked.does);
  return asked === null || action === null ? null : { action, subject: asked.with };
}

/** What the program starts by itself; nobody else can, because the actions do not hold it. */
async function react(world: TurnDeps, slug: string, subject: unknown, given: Invocation): Promise<Reply | Refusal> {
  const reaction = world.registry.reaction(slug);
  if (reaction === null) throw new Error(`nothing does ${slug}`);
  return run(world, reaction, subject, given);
}

/** Carries out what words or events started; its input comes from us, so a mismatch is our own fault. */
async function run(
  world: TurnDeps,
  action: Action | Reaction,
  subject: unknown,
  given: Invocation,
): Promise<Reply | Refusal> {
  const checked = action.subject.safeParse(subject);
  if (!checked.success) return { refused: 'not-found' };
  const fields = action.fields.safeParse({});
  if (!fields.success) return formTo(action.slug).opened(checked.data as Record<string, unknown>);
  const verdict = await carriedOut(world, action, checked.data, fields.data, given);
  return isRefusal(verdict) ? verdict : (verdict.reply ?? { nothing: true });
}

/** What a press came to, with the card for who pressed. */
interface Pressed extends Came {
  readonly card: CardJson | null;
}

async function pressed(world: TurnDeps, press: Press, who: Invocation): Promise<Answer> {
  const { actor } = who;
  const once = press.automatic ? null : activityKey(press);
  const given = { ...who, messageId: press.messageId, once };
  const came = await onWorklistWay(world, press, given, await comeOf(world, press, given));
  if (press.how === 'execute') return came.card === null ? { kind: 'nothing' } : { kind: 'card', card: came.card };
  const { parts, registry } = world;
  await replyInConversation(parts, press, actor, forOlderClient(came, press.verb, registry), registry.featureOf);
  return { kind: 'nothing' };
}

/** A press that began on somebody's worklist: once something is decided, the list is the answer; before, the way back to it. */
async function onWorklistWay(world: TurnDeps, press: Press, given: Invocation, came: Pressed): Promise<Pressed> {
  const page = listPageOf(press);
  if (page === null || came.card === null) return came;
  const { language } = given.actor;
  const shown = shownIn(came.reply);
  if (!came.stored || !isOfCase(shown)) return { ...came, card: onTheWay(came.card, shown, page, language) };
  const list = await listAgain(world, page, given);
  if (list === null) return came;
  const note = 'note' in came.reply && came.reply.note ? came.reply.note : { key: 'done' };
  return { ...(await showReply(world, { ...list, note }, given, true)), stored: true };
}

/** The view that was answered with, also beside a refusal. */
const shownIn = (reply: Reply | Refusal): string | null =>
  isRefusal(reply) ? (reply.show?.view ?? null) : 'show' in reply ? reply.show : null;

/** Whose list it is, is asked anew: the press says only the page. */
async function listAgain(world: TurnDeps, page: number, given: Invocation): Promise<ShowReply | null> {
  const { registry, parts } = world;
  const action = registry.action(worklistWay.action);
  if (action === null) return null;
  const read = readOf(world);
  const numbers = numbersOf(parts.database.kysely);
  const context: ActionContext = { ...contextWith(parts, given.settings), ...given, numbers };
  const loaded = await action.load(read, { page }, context);
  if (isRefusal(loaded) || action.may(loaded, context) !== null) return null;
  const decided = action.decide(loaded, {}, context);
  return !isRefusal(decided) && decided.reply && 'show' in decided.reply ? decided.reply : null;
}

async function comeOf(world: TurnDeps, press: Press, given: Invocation): Promise<Pressed> {
  if (press.verb === builtInVerbs.openForm) return openForm(world, String(press.data['form']), press.data, given);
  if (press.verb === builtInVerbs.show)
    return showReply(world, { show: viewSlug(String(press.data['view'])), with: press.data }, given, true);
  const action = world.registry.action(press.verb);
  if (action === null) return refuse(world, { refused: 'unknown-verb' }, given);
  return act(world, action, press, given);
}

async function act(world: TurnDeps, action: Action, press: Press, given: Invocation): Promise<Pressed> {
  const subject = action.subject.safeParse(press.data);
  if (!subject.success) return refuse(world, { refused: 'unknown-verb' }, given);
  const fields = action.fields.safeParse(press.data);
  if (!fields.success) {
    if (!fields.error.issues.every(({ message }) => isCode(message)))
      return refuse(world, { refused: 'unknown-verb' }, given);
    const errors = Object.fromEntries(fields.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    return openForm(world, action.slug, press.data, given, errors);
  }
  const verdict = await carriedOut(world, action, subject.data, fields.data, given);
  if (isRefusal(verdict)) return refuse(world, verdict, given, press);
  const after = { ...given, settings: await settingsAfter(world, verdict, given) };
  const came = await answerWith(world, verdict.reply ?? { nothing: true }, after, press.data);
  return { ...came, stored: storesSomething(verdict) };
}

/** The settings as the reply must show them: an act may have changed them. */
const settingsAfter = async ({ parts }: TurnDeps, { changes }: Outcome, { settings }: Invocation): Promise<Settings> =>
  (changes ?? []).some((change) => 'put' in change && change.put === 'setting')
    ? (await contextNow(parts, parts.database.kysely)).settings
    : settings;

/** Our own messages are codes; the schema's own words mean that something came which no input of ours gives. */
const isCode = (message: string): boolean => /^[\w-]+$/.test(message);

async function answerWith(world: TurnDeps, reply: Reply, given: Invocation, filled: Press['data']): Promise<Pressed> {
  if ('show' in reply) return showReply(world, reply, given, false);
  if ('form' in reply) {
    const data = reply.errors ? { ...filled, ...reply.with } : reply.with;
    return openForm(world, reply.form, data, given, reply.errors, reply.note);
  }
  return { card: null, reply, stored: false };
}

/** Opens a form, or shows it again with what was filled in and what is wrong with it. Asks `may` like the action itself. */
async function openForm(
  world: TurnDeps,
  slug: string,
  data: Readonly<Record<string, unknown>>,
  given: Invocation,
  errors: Readonly<Record<string, string>> = {},
  note?: Note,
): Promise<Pressed> {
  const action = world.registry.action(slug);
  const subject = action?.subject.safeParse(data);
  if (!action?.form || !subject?.success) return refuse(world, { refused: 'unknown-verb' }, given);
  const before = refusedHere(action, given.actor);
  if (before !== null) return refuse(world, before, given);
  const { parts, renderer } = world;
  const sure = await sureOf(world, action.opensPersonal, given);
  const numbers = numbersOf(parts.database.kysely);
  const context: ActionContext = { ...contextWith(parts, given.settings), ...sure.given, numbers };
  const loaded = await action.load(readOf(world), subject.data, context);
  const refusal = isRefusal(loaded) ? loaded : action.may(loaded, context);
  if (refusal !== null) return refuse(world, sure.heard(refusal), given);
  const typed = Object.keys(errors).length === 0 ? {} : textsOf(data);
  const card = renderer.form(action, loaded, context, { typed, errors }, renderer.note(note, given.actor.language));
  return { card, reply: formTo(action.slug).again({}, errors), stored: false };
}

const textsOf = (data: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

async function showReply(
  world: TurnDeps,
  reply: ShowReply,
  given: Invocation,
  asked: boolean,
  note?: string,
): Promise<Pressed> {
  const { renderer, registry } = world;
  const view = registry.view(reply.show);
  const before = asked ? refusedHere(view ?? {}, given.actor) : null;
  if (before !== null) return refuse(world, before, given);
  const params = view?.params.safeParse(reply.with);
  if (view === null || !params?.success || (asked && !view.may))
    return refuse(world, { refused: 'unknown-verb' }, given);
  const sure = await sureOf(world, asked && view.opensPersonal, given);
  const context = viewContext(world, sure.given);
  const facts = await view.load(readOf(world), params.data, context);
  if (facts === null) return refuse(world, { refused: 'not-found' }, given);
  const refusal = asked ? (view.may?.(facts, sure.given.actor) ?? null) : null;
  if (refusal !== null) return refuse(world, sure.heard(refusal), given);
  const { card } = renderer.filled(view, facts, context, note ?? renderer.note(reply.note, context.language));
  return { card, reply, stored: false };
}

const viewContext = ({ parts }: TurnDeps, { actor, settings }: Invocation): ViewContext => ({
  ...contextWith(parts, settings),
  language: actor.language,
  actor,
});

const readOf = ({ parts }: TurnDeps): Read => createRead(parts.database.kysely, parts.sealer, parts.clock.now());

/** A refusal with its sentence on top of the present state when that may be seen, otherwise as a card of its own. */
async function refuse(world: TurnDeps, why: Refusal, given: Invocation, press?: Press): Promise<Pressed> {
  const refusal = heardBy(why, given.actor);
  const { language } = given.actor;
  const { renderer } = world;
  const came = { reply: refusal, stored: false };
  if (!refusal.show) {
    const desk = await contactAfter(readOf(world), refusal.refused);
    return {
      ...came,
      card: renderer.refusal(refusal, language, world.parts.links, { again: againOf(refusal, press), desk }),
    };
  }
  const sentence = renderer.refusalSentence(refusal.refused, refusal.values, language);
  const state = { show: refusal.show.view, with: refusal.show.with };
  return { ...came, card: (await showReply(world, state, given, true, sentence)).card };
}

/** The same press once more, when that may well be answered otherwise. */
const againOf = ({ refused }: Refusal, press: Press | undefined): Again | null =>
  refused === 'roster-silent' && press !== undefined ? { verb: press.verb, data: press.data } : null;
