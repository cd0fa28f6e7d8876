import { z } from 'zod';
import { oldestPupil, youngestPupil } from '../../domain/age.js';
import { schoolForms } from '../../domain/codes.js';
import { regions } from '../../lib/region/index.js';

/** A ChoiceSet with several choices gives them with commas. */
const several = <T extends string>(known: readonly T[]) =>
  z
    .string()
    .default('')
    .transform((text) => known.filter((one) => text.split(',').includes(one)));

/** A Toggle gives 'true' or 'false'. */
const toggle = z
  .string()
  .default('false')
  .transform((text) => text === 'true');

/** An age in whole years, or empty for no limit (R8). */
const age = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))
  .refine(
    (years) => years === null || (Number.isInteger(years) && years >= youngestPupil && years <= oldestPupil),
    'age-strange',
  );

/** Fields of a service. Errors: `name-missing`, `name-long`, `regions-missing`, `age-strange`, `ages-backwards`. */
export const serviceFields = z
  .object({
    name: z.string('name-missing').trim().min(1, 'name-missing').max(100, 'name-long'),
    regions: several(regions).refine((chosen) => chosen.length > 0, 'regions-missing'),
    minimumAge: age,
    maximumAge: age,
    schoolForms: several(schoolForms),
    fromFirstSecondary: toggle,
    active: toggle,
  })
  .refine(({ minimumAge, maximumAge }) => minimumAge === null || maximumAge === null || minimumAge <= maximumAge, {
    message: 'ages-backwards',
    path: ['maximumAge'],
  });

export type ServiceFields = z.output<typeof serviceFields>;
