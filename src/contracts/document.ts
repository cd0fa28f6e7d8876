import type { z } from 'zod';
import type { ViewContext } from './context.js';
import type { Read } from './read.js';

/** One part of a document, in reading order. All texts are plain (no Markdown) and hold nothing personal. */
export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  /** Small, grey: a definition, a source, a remark. */
  | { readonly remark: string }
  | { readonly list: readonly string[] }
  /** Label and value beside each other. */
  | { readonly facts: readonly (readonly [string, string])[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } }
  | { readonly bars: Bars }
  | { readonly newPage: true };

/**
 * A chart of horizontal bars. A bar may have a second, lighter one beside it (`before`: the previous period). A value of
 * null is hidden (a small number): no bar, only what `shown` says. `highest` is the value of a full bar.
 */
export interface Bars {
  readonly title: string;
  readonly highest: number;
  readonly bars: readonly Bar[];
  /** What the two bars are, e.g. ['dit trimester', 'vorig trimester']; null when there is only one. */
  readonly legend: readonly [string, string] | null;
}

export interface Bar {
  readonly label: string;
  readonly value: number | null;
  /** What stands beside it, e.g. '12 (was 9)' or '< 5'. */
  readonly shown: string;
  readonly before?: number | null;
}

/** A cell of a table: a number counts, a text is only ever text (never a formula). Null: empty. */
export type Cell = string | number | null;

/** Numbers in rows and columns, for who counts on with them. */
export interface TableSheet {
  /** The name of its tab: 31 signs at most. */
  readonly name: string;
  /** What stands above the table: its title, how it was counted. */
  readonly above: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a document holds; the platform makes the file. `fileName` may go without its extension. */
export type Sheet =
  /** A workbook (.xlsx) of tables. */
  | { readonly kind: 'workbook'; readonly fileName: string; readonly sheets: readonly TableSheet[] }
  /** One table as text (.csv), as a Belgian spreadsheet reads it. */
  | { readonly kind: 'csv'; readonly fileName: string; readonly table: Pick<TableSheet, 'head' | 'rows'> }
  | {
      readonly kind: 'pdf';
      readonly fileName: string;
      readonly title: string;
      readonly subtitle: string;
      /** At the foot of each page, before the page number. */
      readonly foot: string;
      readonly blocks: readonly Block[];
    }
  | {
      /** An appointment (.ics). The same `uid` with a higher `sequence` replaces the earlier one (RFC 5545). */
      readonly kind: 'invitation';
      readonly fileName: string;
      readonly uid: string;
      readonly sequence: number;
      readonly cancelled: boolean;
      readonly start: Date;
      readonly end: Date;
      readonly title: string;
      readonly location: string;
      readonly description: string;
      /** Who calls people together: an organisation. */
      readonly organiser: CalendarParty;
      /** The organisations whose people are asked; never a pupil or a family. */
      readonly attendees: readonly CalendarParty[];
      /** When it was last changed. */
      readonly stamp: Date;
    };

/** An organisation as a calendar file names it. */
export interface CalendarParty {
  readonly name: string;
  /** Null: not known. */
  readonly email: string | null;
}

/**
 * A file that people open from a card, through a link that only the bot can make. Like a view: ids in, filled fresh when
 * it is opened. Whoever has the link can open it, so it holds nothing personal about a pupil.
 */
export interface Document<Params = unknown, Facts = unknown> {
  readonly slug: string;
  readonly params: z.ZodType<Params>;
  load(read: Read, params: Params, context: ViewContext): Promise<Facts | null>;
  fill(facts: Facts, context: ViewContext): Sheet;
}

/** Gives a document its types by inference. */
export const document = <P, F>(definition: Document<P, F>): Document<P, F> => definition;
