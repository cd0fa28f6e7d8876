import type { z } from 'zod';
import type { ReferenceTo } from '../../src/domain/reference-to.js';

/** How something travels: a moment as text, a list that nobody changes on the way. */
type Travelling<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Date
    ? string
    : T extends readonly (infer One)[]
      ? readonly Travelling<One>[]
      : { readonly [K in keyof T]: Travelling<T[K]> };

/** What a view reads, as far as it is given: nothing that it does not know, nothing of another kind. */
type Known<Given, Reads> = {
  readonly [K in keyof Given]: K extends keyof Reads ? Travelling<Reads[K]> | undefined : never;
};

interface Seen<Reads> {
  readonly slug: string;
  readonly params: z.ZodType<Reads>;
}

/** The same for a card that reads everything as text and leaves out what it does not know: then only the names count. */
export const pairOfTexts = <
  Reads,
  Given extends { readonly [K in keyof Given]: K extends keyof Reads ? string | null | undefined : never },
>(
  view: Seen<Reads>,
  reference: ReferenceTo<Given>,
): readonly [string, string] => [view.slug, reference.slug];

/** Compiles only when the reference gives what the view reads. */
export const pair = <Reads, Given extends Known<Given, Reads>>(
  view: Seen<Reads>,
  reference: ReferenceTo<Given>,
): readonly [string, string] => [view.slug, reference.slug];
