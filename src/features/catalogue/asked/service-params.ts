import { z } from 'zod';
import type { OfferedFilter } from '../../../contracts/offered-services.js';
import { oldestPupil, youngestPupil } from '../../../domain/age.js';
import { schoolForms } from '../../../domain/codes.js';
import { regions } from '../../../lib/region/index.js';

/** One of these; anything else is no filter, so that an older button still leads somewhere. */
const oneOf = <T extends string>(known: readonly T[]) =>
  z.unknown().transform((typed): T | undefined => known.find((one) => one === typed));

const wholeNumber = (least: number, most: number) =>
  z.unknown().transform((typed): number | undefined => {
    const read = typeof typed === 'string' && /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : typed;
    return typeof read === 'number' && Number.isInteger(read) && read >= least && read <= most ? read : undefined;
  });

/**
 * Which services to list: `region` (VBO, AHV), `age` (whole years), `schoolForm`, `page` (from 1). All may be left
 * out; what is not known is no filter.
 */
export const listShape = {
  region: oneOf(regions).optional(),
  age: wholeNumber(youngestPupil, oldestPupil).optional(),
  schoolForm: oneOf(schoolForms).optional(),
  page: wholeNumber(1, 1000).optional(),
};
export const listParams = z.object(listShape);
export type ListParams = z.output<typeof listParams>;

/** The same as texts, null for what is not there: what a button carries. */
export const asButton = ({ region, age, schoolForm, page }: ListParams) => ({
  region: region ?? null,
  age: age === undefined ? null : String(age),
  schoolForm: schoolForm ?? null,
  page: page === undefined ? null : String(page),
});

export const filterOf = ({ region, age, schoolForm }: ListParams): OfferedFilter => ({ region, age, form: schoolForm });

/** Whether something narrows the list. */
export const isNarrowed = ({ region, age, form }: OfferedFilter): boolean =>
  region !== undefined || age !== undefined || form !== undefined;
