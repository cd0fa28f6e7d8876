import type { LetterLanguage } from '../domain/letter-language.js';
import type { Language } from '../domain/language.js';
import type { Html } from '../lib/html/html.js';
import type { Actor } from './actor.js';
import type { Context, ViewContext } from './context.js';
import type { Outcome, Refusal } from './outcome.js';
import type { Read } from './read.js';

/** A form of ours as it came in: its fields, and the file that was chosen (null: none). */
export interface PostedForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly text: string; readonly tooLarge: boolean } | null;
}

/** What somebody asks a page. */
export interface Asked {
  /** What stands for `:name` in the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The form of a POST; what is no form of ours holds nothing. */
  form(): Promise<PostedForm>;
}

/** Everything that a page may use of the world; `language` is what the address asks (`?taal=en`), nobody is known. */
export interface Visit extends ViewContext, Pick<Context, 'newId'> {
  readonly actor: null;
  readonly read: Read;
  /** What the token of an address says that `links.pass` made for this path; null when it was not made here. */
  passSays(path: string, token: string): Readonly<Record<string, string>> | null;
  /** Does a reaction that pages may start (`startedBy: 'page'`), as that person, through the one way in which things are done. */
  perform(slug: string, actor: Actor, subject: object, fields: object): Promise<Outcome | Refusal>;
  /** The address as a QR code, drawn in the page; `label` is its text for who cannot see it. */
  qrCode(address: string, label: string): Html;
}

/** What a page shows. The platform puts it in the frame that all pages share: landmarks, look, no script. */
export interface Screen {
  readonly language: Language | LetterLanguage;
  readonly title: string;
  /** Who speaks; stands above the title. */
  readonly sender: string;
  /** Below the title, in the band on top. */
  readonly lead?: Html;
  /** The first link, for who goes by keyboard: past the band to the main part, which gets this id. */
  readonly skip?: { readonly to: string; readonly text: string };
  /** What is on this page, or the ways through it: stands beside the main part. `name` says what it is. */
  readonly contents?: { readonly name: string; readonly links: Html };
  readonly main: Html;
  readonly foot: Html;
  /** What is printed instead of all this. */
  readonly paper?: Html;
  /** Besides the shared look: rules for what only this page has. */
  readonly style?: string;
  /** So many seconds later it asks for itself again: something is under way. */
  readonly again?: number;
  /** True: search engines leave it alone. */
  readonly hidden?: boolean;
}

/**
 * What a page answers. A `screen` or `data` (JSON) for everybody may be kept for a moment by who asked and read by other
 * sites when it is data; a `personal` screen is kept nowhere. `json` is data that is too much
 * to write at once: bytes, part by part. `goTo` sends on, `forGood` when the old address is over.
 */
export type PageReply =
  | { readonly screen: Screen; readonly status?: number; readonly personal?: true }
  | { readonly data: unknown; readonly status?: number; readonly fileName?: string; readonly personal?: true }
  | { readonly json: readonly Uint8Array[]; readonly fileName: string }
  | { readonly goTo: string; readonly forGood: boolean };

/** A page of a feature. What it throws is logged without its message and answered with an apology. */
export interface Page {
  /** GET (answers HEAD as well) unless said. */
  readonly method?: 'GET' | 'POST';
  /** `/hulplijnen/:region`: a part that starts with a colon is whatever stands there. */
  readonly path: string;
  /** How many bytes the file in a form may count; without it a form brings fields only. */
  readonly largestFile?: number;
  /**
   * True: what is sealed opens for who has its address, which is given out and withdrawn by who may see it. Of a pupil only
   * for the one person whose press made the address, who is judged again when it opens; a test of the house names each.
   */
  readonly byAddress?: true;
  answer(asked: Asked, visit: Visit): PageReply | Promise<PageReply>;
}
