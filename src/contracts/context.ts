import type { Language } from '../domain/language.js';
import type { Settings } from '../domain/settings.js';
import type { Actor } from './actor.js';
import type { Calendar } from './calendar.js';
import type { Links } from './links.js';

/** What a decision may look at besides its facts. */
export interface Context {
  readonly now: Date;
  readonly calendar: Calendar;
  readonly settings: Settings;
  /** A new uuid, cast to the kind of id that is needed. */
  readonly newId: <T extends string>() => T;
  /** A fresh one-time code to tell a person, and the digest to store. */
  readonly newCode: () => { readonly code: string; readonly digest: string };
  /** The digest of a code that a person typed (spaces, dashes, case do not matter). */
  readonly digestOf: (code: string) => string;
  /** True in local mode: the clock may be moved. */
  readonly local: boolean;
  readonly links: Links;
  /** The version of the program, e.g. `0.2.0`. */
  readonly version: string;
}

/** Numbers that are given out once. */
export interface Numbers {
  /** The next free reference of a year, e.g. `2026-0042`. */
  nextReference(year: number): Promise<string>;
}

export interface ActionContext extends Context {
  readonly numbers: Numbers;
  readonly actor: Actor;
  /** The Teams message the press came from, when known. */
  readonly messageId: string | null;
  /** Unique per activity; only for keys of messages that answer typed words. */
  readonly turnId: string;
}

/** What a view or a document is filled with besides its facts. */
export interface ViewContext {
  readonly now: Date;
  readonly language: Language;
  readonly calendar: Calendar;
  readonly settings: Settings;
  /** Who looks; null when it is filled for a message that everybody in the channel sees. */
  readonly actor: Actor | null;
  readonly local: boolean;
  readonly links: Links;
  readonly version: string;
}
