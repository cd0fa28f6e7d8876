import type { ActionContext, ViewContext } from '../../contracts/action.js';
import { contactAfter } from '../../contracts/desk-contact.js';
import { builtInVerbs } from '../../contracts/jobs.js';
import { isRefusal, type Note, type Refusal, type Reply } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import type { CardJson, Press } from '../../contracts/turn.js';
import type { Language } from '../../domain/language.js';
import type { RefusalCode } from '../../domain/refusal.js';
import { formTo } from '../../domain/reference-to.js';
import { numbersOf } from '../storage/numbers.js';
import { createRead } from '../storage/read.js';
import { heardBy } from './doubted.js';
import { drawnFor, noLess, seenBy, still, whyStored } from './drawn-for.js';
import type { Came } from './older-client.js';
import { contextWith, type Invocation, type Runtime } from './perform.js';
import { refusedHere } from './refused-here.js';
import type { Registry } from './registry.js';
import type { Again, Renderer } from './render.js';
import type { RepeatedWords } from './repeated-words.js';
import type { AskRoster } from './seen-in-roster.js';

/** A reply that shows a card. */
export type ShowReply = Extract<Reply, { readonly show: string }>;

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

/** What a press came to, with the card for who pressed. */
export interface Pressed extends Came {
  readonly card: CardJson | null;
}

/** The card that an act answers with. */
export async function answerWith(
  world: TurnDeps,
  reply: Reply,
  given: Invocation,
  filled: Press['data'],
): Promise<Pressed> {
  if ('show' in reply) return showReply(world, reply, given, false);
  if ('form' in reply) {
    const data = reply.errors ? { ...filled, ...reply.with } : reply.with;
    return openForm(world, reply.form, data, given, reply.errors, reply.note);
  }
  return { card: null, reply, stored: false };
}

/** Opens a form, or shows it again with what was filled in and what is wrong with it. Asks `may` like the action itself. */
export async function openForm(
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
  const again = { verb: builtInVerbs.openForm, data: { ...(subject.data as object), form: slug } };
  return drawnFor(world, given, { hasStored: false }, async ({ read, given: by, heard }) => {
    const context: ActionContext = {
      ...contextWith(parts, by.settings),
      ...by,
      numbers: numbersOf(parts.database.kysely),
    };
    const loaded = await action.load(read, subject.data, context);
    const refusal = isRefusal(loaded) ? loaded : action.may(loaded, context);
    if (refusal !== null) return refuse(world, heard(refusal), given, again);
    const typed = Object.keys(errors).length === 0 ? {} : textsOf(data);
    const card = renderer.form(action, loaded, context, { typed, errors }, renderer.note(note, given.actor.language));
    return { card, reply: formTo(slug).again({}, errors), stored: false };
  });
}

const textsOf = (data: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** Shows a card; `asked`: by a button that anybody may send, so that it is asked whether this person may see it. */
export async function showReply(
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
  const again = { verb: builtInVerbs.show, data: { ...(params.data as object), view: view.slug } };
  return drawnFor(world, given, { hasStored: view.audience === 'stored' }, async (drawing) => {
    const context = viewContext(world, drawing.given);
    const facts = await view.load(drawing.read, params.data, seenBy(drawing, context));
    if (facts === null) return refuse(world, { refused: 'not-found' }, given);
    const refusal = asked || drawing.as === 'less' ? (view.may?.(facts, drawing.given.actor) ?? null) : null;
    const denied = refusal ?? (view.may ? null : noLess(drawing));
    if (denied !== null) return refuse(world, drawing.heard(denied), given, view.may ? again : undefined);
    const isStored = drawing.as === 'stored';
    const shown = seenBy(drawing, context);
    const told = note ?? renderer.note(reply.note, context.language);
    const { card } = renderer.filled(view, facts, shown, isStored ? whyStored(renderer, shown, told) : told);
    return { card: isStored ? still(card) : card, reply, stored: false };
  });
}

const viewContext = ({ parts }: TurnDeps, { actor, settings }: Invocation): ViewContext => ({
  ...contextWith(parts, settings),
  language: actor.language,
  actor,
});

export const readOf = ({ parts }: TurnDeps): Read => createRead(parts.database.kysely, parts.sealer, parts.clock.now());

/** A refusal with its sentence on top of the present state when that may be seen, otherwise as a card of its own. */
export async function refuse(world: TurnDeps, why: Refusal, given: Invocation, press?: Again): Promise<Pressed> {
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

/** Refusals after which the same press may well be answered otherwise. */
const passing: readonly RefusalCode[] = ['roster-silent', 'kept-while-silent'];

const againOf = ({ refused }: Refusal, press: Again | undefined): Again | null =>
  press !== undefined && passing.includes(refused) ? { verb: press.verb, data: press.data } : null;

/** What was done is kept, also when the card that follows cannot be opened now: then that is what is said. */
export async function keptAllTheSame(
  world: TurnDeps,
  reply: Reply,
  given: Invocation,
  came: Pressed,
): Promise<Pressed> {
  const isShut = isRefusal(came.reply) && came.reply.refused === 'roster-silent';
  return isShut ? refuse(world, { refused: 'kept-while-silent' }, given, wayTo(reply)) : came;
}

const wayTo = (reply: Reply): Again | undefined =>
  'form' in reply
    ? { verb: builtInVerbs.openForm, data: { ...reply.with, form: reply.form } }
    : 'show' in reply
      ? { verb: builtInVerbs.show, data: { ...reply.with, view: reply.show } }
      : undefined;
