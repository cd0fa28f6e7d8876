import type { Action, ActionContext, Reaction } from '../../contracts/action.js';
import { builtInVerbs, turnActions } from '../../contracts/jobs.js';
import { isRefusal, storesSomething, type Outcome, type Refusal, type Reply } from '../../contracts/outcome.js';
import type { Answer, Press, Turn, Words } from '../../contracts/turn.js';
import { worklistWay } from '../../contracts/worklist-way.js';
import type { Settings } from '../../domain/settings.js';
import { isUnlinked } from '../../contracts/actor.js';
import { actorOf } from './actor.js';
import {
  answerWith,
  keptAllTheSame,
  openForm,
  readOf,
  refuse,
  showReply,
  type Pressed,
  type ShowReply,
  type TurnDeps,
} from './card-in-answer.js';
import { carriedOut, heardBy } from './doubted.js';
import { commandIn, type Command } from './commands.js';
import { contextNow, contextWith, type Invocation } from './perform.js';
import { numbersOf } from '../storage/numbers.js';
import { found } from './message-extension.js';
import { forOlderClient } from './older-client.js';
import { activityKey, releaseAtInstallation, replyInConversation, wasProcessed } from './reply.js';
import { inTodaysWords } from './todays-words.js';
import { isOfCase, listPageOf, onTheWay } from './worklist-way.js';
import { formTo, viewSlug } from '../../domain/reference-to.js';

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
  const { verdict } = await carriedOut(world, action, checked.data, fields.data, given);
  return isRefusal(verdict) ? verdict : (verdict.reply ?? { nothing: true });
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
  const { verdict, by } = await carriedOut(world, action, subject.data, fields.data, given);
  if (isRefusal(verdict)) return refuse(world, verdict, given, press);
  const after = { ...by, settings: await settingsAfter(world, verdict, given) };
  const reply = verdict.reply ?? { nothing: true };
  const came = await answerWith(world, reply, after, press.data);
  if (!storesSomething(verdict)) return { ...came, stored: false };
  return { ...(await keptAllTheSame(world, reply, after, came)), stored: true };
}

/** The settings as the reply must show them: an act may have changed them. */
const settingsAfter = async ({ parts }: TurnDeps, { changes }: Outcome, { settings }: Invocation): Promise<Settings> =>
  (changes ?? []).some((change) => 'put' in change && change.put === 'setting')
    ? (await contextNow(parts, parts.database.kysely)).settings
    : settings;

/** Our own messages are codes; the schema's own words mean that something came which no input of ours gives. */
const isCode = (message: string): boolean => /^[\w-]+$/.test(message);
