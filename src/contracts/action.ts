import type { z } from 'zod';
import type { Actor } from './actor.js';
import type { ActionContext, Context, ViewContext } from './context.js';
import type { Outcome, Refusal } from './outcome.js';
import type { Document } from './document.js';
import type { Page } from './page.js';
import type { Read } from './read.js';
import type { ViewSlug } from '../domain/reference-to.js';

export type { ActionContext, Context, ViewContext };

/** Data for a card: what the template binds to. */
export type CardData = Readonly<Record<string, unknown>>;

/** What was filled in, raw, and the sentence codes of what is wrong per field. */
export interface Filled {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What something was called on cards that were posted before; a press on one of those is still understood. */
export interface Formerly {
  readonly slugs?: readonly string[];
  /** Keys of a button's data and inputs: the old one to the present one. */
  readonly keys?: Readonly<Record<string, string>>;
}

/**
 * Something a person does. `subject` are the ids on the button, `fields` the inputs of its card. A field's zod message is
 * a code; its sentence is `errors.<code>` in the action's text section. `load` runs in the transaction, `may` decides
 * whether this person may do it now, `decide` is pure.
 */
export interface Action<Subject = unknown, Fields = unknown, Loaded = unknown> {
  readonly slug: string;
  readonly formerly?: Formerly;
  /** Typed words that start it, lower case; `rest` names the subject key that takes what follows. */
  readonly words?: { readonly nl: readonly string[]; readonly en: readonly string[]; readonly rest?: string };
  readonly subject: z.ZodType<Subject>;
  readonly fields: z.ZodType<Fields>;
  load(read: Read, subject: Subject, context: ActionContext): Promise<Loaded | Refusal>;
  may(loaded: Loaded, context: ActionContext): Refusal | null;
  /** The data of the action's own card, when it has one. `filled` is empty when it is opened. */
  form?(loaded: Loaded, context: ActionContext, filled: Filled): CardData;
  /** True: may be used in a channel or group chat that is not linked; everything else hears how to link. */
  readonly anywhere?: boolean;
  /** True: for everybody, also for a guest of a team that lets no guests in. */
  readonly forEverybody?: boolean;
  /**
   * True: it decides by, or notes as read, what is sealed of a pupil. Teams is asked before it is carried out whether this person is in
   * the team by which he or she may. What is drawn for somebody asks by itself as soon as something sealed opens.
   */
  readonly opensPersonal?: boolean;
  /** True: the form holds nothing personal and may stand as a message in a conversation. */
  readonly storable?: boolean;
  /** An action is for people: what the program starts is a {@link Reaction}. */
  readonly startedBy?: never;
  decide(loaded: Loaded, fields: Fields, context: ActionContext): Outcome | Refusal;
}

/**
 * What only the program itself starts: because Teams tells of something that happened, because typed words fit nothing,
 * or from a web page of ours. It stands apart from the actions, so that no press, form or typed word can reach it,
 * whatever somebody sends by hand.
 */
export interface Reaction<Subject = unknown, Fields = unknown, Loaded = unknown> extends Omit<
  Action<Subject, Fields, Loaded>,
  'words' | 'form' | 'storable' | 'startedBy' | 'formerly'
> {
  readonly startedBy: 'event' | 'words' | 'page';
}

/** Something the program does when its moment has come. Must be harmless when run again or too late. */
export interface Job<Subject = unknown, Loaded = unknown> {
  readonly name: string;
  readonly subject: z.ZodType<Subject>;
  load(read: Read, subject: Subject, context: Context): Promise<Loaded | null>;
  decide(loaded: Loaded, context: Context): Outcome;
}

/**
 * When a job comes back by itself (its subject is then empty). The platform plants the first moment at the first start,
 * and the next one in the transaction of each turn: once each, also over a restart. A moment that passed while nothing
 * ran is done late, once.
 */
export interface Schedule {
  readonly job: string;
  /** The first moment after `now`. */
  next(now: Date, context: Pick<Context, 'calendar' | 'settings'>): Date;
}

/**
 * A card that tells. `stored`: may stand in a conversation, holds nothing personal. `one-person`: only ever answered to
 * the person who pressed; the outbox refuses it. A view with `may` can be opened by the built-in verb `show`.
 */
export interface View<Params = unknown, Facts = unknown> {
  readonly slug: string;
  readonly formerly?: Formerly;
  readonly audience: 'stored' | 'one-person';
  readonly params: z.ZodType<Params>;
  load(read: Read, params: Params, context: ViewContext): Promise<Facts | null>;
  may?(facts: Facts, actor: Actor): Refusal | null;
  /** True: may also be opened in a channel or group chat that is not linked, like an action's. */
  readonly anywhere?: boolean;
  /** True: for everybody, like an action's. */
  readonly forEverybody?: boolean;
  fill(facts: Facts, context: ViewContext): CardData;
  /** The toast and the text read aloud: no personal data. */
  summary(facts: Facts, context: ViewContext): string;
}

/** A feature's contents page. */
export interface Feature {
  readonly name: string;
  /** What people do: everything that a press or typed words can start. */
  readonly actions: readonly Action[];
  /** What the program starts by itself. */
  readonly reactions?: readonly Reaction[];
  readonly views: readonly View[];
  readonly jobs: readonly Job[];
  /** Work that comes back by itself. */
  readonly schedules?: readonly Schedule[];
  readonly documents?: readonly Document[];
  readonly searches?: readonly Search[];
  /** What it shows on the web. */
  readonly pages?: readonly Page[];
  /** What a sentence that is no command asks for, when that is sure; null otherwise. Sees what was typed, keeps nothing. */
  readonly understands?: (said: string, actor: Actor) => Asked | null;
  /** Finds the answer to a sentence among what is stored, when there is one that is near enough; null otherwise. Keeps nothing. */
  readonly answersTo?: (read: Read, said: string, actor: Actor) => Promise<Asked | null>;
}

/** An action to carry out as if its command was typed: it opens a card or a form, and sends nothing to anybody else. */
export interface Asked {
  readonly does: string;
  readonly with: Readonly<Record<string, string>>;
  /** True: the sentence asks something, so an answer to it goes before. */
  readonly yields?: boolean;
}

/**
 * What the message extension finds: a word is typed beside a message, one of the results is chosen, and its view is put
 * in the conversation. Only views with audience `stored`.
 */
export interface Search {
  /** The command in the app manifest. */
  readonly slug: string;
  /** At most ten, best first; empty text gives what is likeliest. `actor.organisations` is by the roster, wherever it is asked. */
  find(read: Read, text: string, context: ViewContext): Promise<readonly Found[]>;
}

export interface Found {
  readonly title: string;
  readonly line: string;
  readonly view: ViewSlug;
  readonly params: Readonly<Record<string, string>>;
}

/** Gives an action its types by inference: `export const withdraw = action({ … })`. */
export const action = <S, F, L>(definition: Action<S, F, L>): Action<S, F, L> => definition;
export const reaction = <S, F, L>(definition: Reaction<S, F, L>): Reaction<S, F, L> => definition;
export const view = <P, F>(definition: View<P, F>): View<P, F> => definition;
export const job = <S, L>(definition: Job<S, L>): Job<S, L> => definition;
