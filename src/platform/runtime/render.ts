import type { Action, ActionContext, Filled, View, ViewContext } from '../../contracts/action.js';
import type { Links } from '../../contracts/links.js';
import type { Outgoing } from '../../contracts/connector.js';
import { neededFields, type Needed } from '../../contracts/needed-fields.js';
import type { Note, Refusal } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import type { CardJson } from '../../contracts/turn.js';
import type { Language } from '../../domain/language.js';
import type { RefusalCode } from '../../domain/refusal.js';
import type { Reached } from '../../domain/organisation.js';
import { waysOn } from '../../texts/desk-contact.js';
import { plain } from '../../texts/plain.js';
import { sectionOf, textAt } from '../../texts/index.js';
import type { Registry } from './registry.js';

/** What a card is drawn from, beside its template. */
interface CardContents {
  readonly root: object;
  readonly host: object;
  readonly note?: string;
  readonly needed?: Needed;
}

/** A press that may be tried once more, as it was. */
export interface Again {
  readonly verb: string;
  readonly data: object;
}

/** What a refusal leads on to: the same press, or the desk (null: there is none yet). */
interface WayOn {
  readonly again?: Again | null;
  readonly desk?: Reached | null | undefined;
}

/** Draws a card from a template. Implemented in platform/teams/cards. */
export interface CardMaker {
  render(slug: string, contents: CardContents): CardJson;
}

/** Turns what features say (a view and its facts, a form, a refusal) into cards in somebody's language. */
export class Renderer {
  constructor(
    private readonly registry: Registry,
    private readonly cards: CardMaker,
  ) {}

  /** A view's card and toast; null when its subject does not exist (any more). */
  async view(
    view: View,
    params: unknown,
    read: Read,
    context: ViewContext,
    note?: string,
  ): Promise<Omit<Outgoing, 'mention'> | null> {
    const facts = await view.load(read, view.params.parse(params), context);
    return facts === null ? null : this.filled(view, facts, context, note);
  }

  /** A view whose facts are loaded already. */
  filled(view: View, facts: unknown, context: ViewContext, note?: string): Omit<Outgoing, 'mention'> {
    return {
      card: this.card(view.slug, view.fill(facts, context), context.language, noted(note)),
      summary: view.summary(facts, context),
    };
  }

  /** The card of an action's form, with what was typed and the sentences of what is wrong. */
  form(
    action: Pick<Action, 'slug' | 'fields'> & {
      form?(loaded: never, context: ActionContext, filled: Filled): object;
    },
    loaded: unknown,
    context: ActionContext,
    filled: Filled,
    note?: string,
  ): CardJson {
    if (!action.form) throw new Error(`${action.slug} has no form`);
    const language = context.actor.language;
    const errors = Object.fromEntries(
      Object.entries(filled.errors).map(([field, code]) => [field, this.fieldError(action.slug, code, language)]),
    );
    const data = action.form(loaded as never, context, { typed: filled.typed, errors });
    const root = { ...data, errors: { ...errors, ...(data as { errors?: object }).errors } };
    return this.card(action.slug, root, language, { ...noted(note), needed: neededFields(action.fields) });
  }

  /** What may not be done, kindly, with a way on: what belongs in one's own chat leads there. */
  refusal(
    { refused, values }: Pick<Refusal, 'refused' | 'values'>,
    language: Language,
    links: Pick<Links, 'chat'>,
    { again = null, desk }: WayOn = {},
  ): CardJson {
    const chat = refused === 'use-personal' ? links.chat() : null;
    const ways = desk === undefined ? null : waysOn(desk, language);
    const sentence = this.refusalSentence(refused, values, language);
    return this.card('refusal', { sentence, ways, chat, again }, language);
  }

  refusalSentence(code: RefusalCode, values: Note['values'], language: Language): string {
    return textAt(language, `common.refusals.${code}`, asTyped(values)) ?? code;
  }

  note(note: Note | undefined, language: Language): string | undefined {
    return note === undefined
      ? undefined
      : (textAt(language, `common.notes.${note.key}`, asTyped(note.values)) ?? undefined);
  }

  private fieldError(slug: string, code: string, language: Language): string {
    const sentence =
      textAt(language, `${this.registry.featureOf(slug)}.${slug}.errors.${code}`) ??
      textAt(language, `common.errors.${code}`);
    if (sentence === null) throw new Error(`${slug} has no sentence for the error ${code}`);
    return sentence;
  }

  private card(
    slug: string,
    root: object,
    language: Language,
    more: Pick<CardContents, 'note' | 'needed'> = {},
  ): CardJson {
    const host = sectionOf(language, this.registry.featureOf(slug), slug);
    return this.cards.render(slug, { root, host, ...more });
  }
}

/** Values of a sentence that a card draws as Markdown: what people typed is read as they typed it. Escaped here, and nowhere before. */
const asTyped = (values: Note['values'] = {}): NonNullable<Note['values']> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? plain(value) : value]),
  );

const noted = (note: string | undefined): Pick<CardContents, 'note'> => (note === undefined ? {} : { note });
