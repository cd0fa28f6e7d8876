import type { Language } from '../domain/language.js';

/** Addresses of the bot's own web pages, for `Action.OpenUrl`. */
export interface Links {
  /**
   * The file of a document, with these ids; in Dutch unless another language is named. With `until` the link opens it up to
   * that moment and no longer.
   */
  document(slug: string, params: Readonly<Record<string, string>>, language?: Language, until?: Date): string;
  /** A public page, e.g. `/hulplijnen/vlaams-brabant-oost`. */
  page(path: string): string;
  /** A page that opens only for who has this address: `<path>/<token>`; what the token says is up to the page. */
  pass(path: string, says: Readonly<Record<string, string>>): string;
  /** Opens the personal chat with the bot in Teams; null where there is no Teams around it. */
  chat(): string | null;
}
