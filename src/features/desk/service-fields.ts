import { z } from 'zod';
import { mailAddress, phoneNumber } from './contact-signs.js';
import { oldestPupil, youngestPupil } from '../../domain/age.js';
import { schoolForms, wantedForms } from '../../domain/codes.js';
import { asUri } from '../../lib/hsds/formats.js';
import { regions } from '../../lib/region/index.js';

const longestAbout = 400;

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

/** A text that may stay empty; an input that was not drawn leaves what is there (undefined). */
const written = (most: number, fault: string, isRight: (typed: string) => boolean = () => true) =>
  z
    .string()
    .trim()
    .max(most, fault)
    .refine((typed) => typed === '' || isRight(typed), fault)
    .transform((typed) => (typed === '' ? null : typed))
    .optional();

/** An address on the web, with or without its scheme. */
const isSite = (typed: string): boolean => /^https?:\/\/[^/]+\.[^/.]+/.test(asUri(typed) ?? '');

/**
 * Fields of a service. Errors: `name-missing`, `name-long`, `regions-missing`, `age-strange`, `ages-backwards`, `about-long`,
 * `phone-strange`, `email-strange`, `website-strange`. `checkedNow`: everything was looked at today.
 */
export const serviceFields = z
  .object({
    name: z.string('name-missing').trim().min(1, 'name-missing').max(100, 'name-long'),
    regions: several(regions).refine((chosen) => chosen.length > 0, 'regions-missing'),
    minimumAge: age,
    maximumAge: age,
    schoolForms: several(schoolForms),
    /** Missing on a form of before: what stands there stays. */
    offeredForms: z
      .string()
      .transform((text) => wantedForms.filter((one) => text.split(',').includes(one)))
      .optional(),
    fromFirstSecondary: toggle,
    /** Missing on a form of before: what stands there stays. */
    naft: z
      .string()
      .transform((text) => text === 'true')
      .optional(),
    active: toggle,
    about: written(longestAbout, 'about-long'),
    phone: written(40, 'phone-strange', (typed) => phoneNumber.test(typed)),
    email: written(200, 'email-strange', (typed) => mailAddress.test(typed)),
    website: written(300, 'website-strange', isSite),
    checkedNow: toggle,
  })
  .refine(({ minimumAge, maximumAge }) => minimumAge === null || maximumAge === null || minimumAge <= maximumAge, {
    message: 'ages-backwards',
    path: ['maximumAge'],
  });

export type ServiceFields = z.output<typeof serviceFields>;
