import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { linesBecause } from '../../contracts/lines-door.js';
import type { HelpLineFilter } from '../../contracts/read-help-lines.js';
import { carePhases, helpLineKinds } from '../../domain/helpline/kinds.js';
import type { HelpLineId, LineReportId } from '../../domain/ids.js';
import { regions } from '../../lib/region/index.js';

export const lineId = id<HelpLineId>();
export const reportId = id<LineReportId>();

/** A text that a button may carry; what is missing, null or empty is not there. */
const text = z
  .string()
  .trim()
  .transform((typed) => (typed === '' ? undefined : typed))
  .optional()
  .catch(undefined);

/** One of these; anything else is no filter, so that an older button still leads somewhere. */
const oneOf = <T extends string>(known: readonly T[]) =>
  text.transform((typed): T | undefined => known.find((one) => one === typed));

const number = (most: number) =>
  text.transform((typed): number | undefined => {
    const read = Number(typed);
    return typed !== undefined && Number.isInteger(read) && read >= 0 && read <= most ? read : undefined;
  });

const longestWords = 60;

/**
 * Which lines to list: the stable door of the help lines, for buttons anywhere (`show` with `view: 'line-list'`). All are
 * texts and may be left out: `phase`, `kind`, `region` (VBO, AHV), `age` (whole years), `words`, `page` (from 1), and
 * `because`, why somebody is sent here (a key of `helplines.line-list.because`), and `from`, the way back (`LinesDoor`).
 */
export const listShape = {
  phase: oneOf(carePhases),
  kind: oneOf(helpLineKinds),
  region: oneOf(regions),
  age: number(120),
  words: text.transform((typed) => typed?.slice(0, longestWords)),
  page: number(1000),
  because: oneOf(linesBecause),
  from: text.transform((typed) => (typed !== undefined && /^[a-z0-9/-]{1,80}$/.test(typed) ? typed : undefined)),
};
export const listParams = z.object(listShape);
export type ListParams = z.output<typeof listParams>;

/** The same as texts, null for what is not there: what a button carries to come back to the list. */
export const asButton = (params: ListParams): Record<keyof ListParams, string | null> => {
  const told = (value: string | number | undefined) => (value === undefined ? null : String(value));
  const { phase, kind, region, age, words, page, because, from } = params;
  return {
    phase: told(phase),
    kind: told(kind),
    region: told(region),
    age: told(age),
    words: told(words),
    page: told(page),
    because: told(because),
    from: told(from),
  };
};

/** What of it narrows the list. */
export const filterOf = ({ phase, kind, region, age, words }: ListParams): HelpLineFilter => ({
  ...(phase === undefined ? {} : { phase }),
  ...(kind === undefined ? {} : { kind }),
  ...(region === undefined ? {} : { region }),
  ...(age === undefined ? {} : { age }),
  ...(words === undefined ? {} : { words }),
});
