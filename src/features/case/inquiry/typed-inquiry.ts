import { z } from 'zod';
import { ageBand, oldestPupil, youngestPupil } from '../../../domain/age.js';
import { domains, schoolForms, urgencies, wantedForms } from '../../../domain/codes.js';
import type { InquiryFacts } from '../../../domain/inquiry/inquiry.js';
import { regionsOf } from '../../../domain/intake/index.js';
import { localityFault } from '../../../domain/intake/localities.js';
import { insists, typedWords } from './checked-words.js';

const someOf = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z
    .string()
    .catch('')
    .transform((typed) => typed.split(',').filter((code): code is C[number] => codes.some((one) => one === code)));

/**
 * What is asked: what decides whether a service may fit, and nothing by which a pupil can be known. The municipality gives the region
 * and is kept only sealed. Errors: `age-missing`, `age-wrong`, `domicile-missing`, `locality-*`, `school-form-missing`, `domains-missing`.
 */
export const inquiryFields = z.object({
  age: z.coerce.number('age-missing').int('age-wrong').min(youngestPupil, 'age-wrong').max(oldestPupil, 'age-wrong'),
  domicile: z
    .string('domicile-missing')
    .trim()
    .min(1, 'domicile-missing')
    .max(100, 'too-long')
    .superRefine((text, issues) => {
      const fault = text === '' ? null : localityFault(text);
      if (fault !== null) issues.addIssue({ code: 'custom', message: fault });
    }),
  schoolForm: z.enum(schoolForms, 'school-form-missing'),
  problemDomains: someOf(domains).refine((some) => some.length > 0, 'domains-missing'),
  wantedForms: someOf(wantedForms),
  urgency: z.enum(urgencies).catch('normal'),
  question: typedWords,
  notPersonal: insists,
});
export type TypedInquiry = z.output<typeof inquiryFields>;

/** The codes of what was typed. */
export const codesOf = ({
  age,
  domicile,
  schoolForm,
  problemDomains,
  wantedForms: forms,
  urgency,
}: TypedInquiry): Omit<InquiryFacts, 'trailId' | 'clbId' | 'askerId' | 'worded'> => ({
  ageBand: ageBand(age),
  region: regionsOf({ target: 'pupil', domicile }).regions[0] ?? 'outside',
  schoolForm,
  problemDomains,
  wantedForms: forms,
  urgency,
});

/** What stands sealed beside the codes, by the ids of the intake's questions. */
export const sealedOf = ({ domicile, question }: TypedInquiry): Readonly<Record<string, string>> => ({
  domicile,
  ...(question === '' ? {} : { question }),
});
