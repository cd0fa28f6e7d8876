import type { Language } from '../domain/language.js';

/** How long a link opens something: up to a moment, and while its round is the present one. */
export interface Opens {
  readonly language: Language;
  readonly until: Date;
  readonly round: number;
}

/** Addresses of the bot's own web pages, for `Action.OpenUrl`. */
export interface Links {
  /** The file of a document, with these ids. Features make it with `fileLink`, which knows how long and in which round. */
  document(slug: string, params: Readonly<Record<string, string>>, opens: Opens): string;
  /** A public page, e.g. `/hulplijnen/vlaams-brabant-oost`. */
  page(path: string): string;
  /** A page that opens only for who has this address: `<path>/<token>`; what the token says is up to the page. */
  pass(path: string, says: Readonly<Record<string, string>>): string;
  /** Opens the personal chat with the bot in Teams; null where there is no Teams around it. */
  chat(): string | null;
}
