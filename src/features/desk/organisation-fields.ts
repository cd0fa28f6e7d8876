import { z } from 'zod';
import { mailAddress, phoneNumber } from './contact-signs.js';
import { languages } from '../../domain/language.js';
import { findMunicipality, type MunicipalityAnswer } from '../../lib/region/index.js';

/** What is wrong with a municipality, as the code of its sentence. */
const faultOf = (answer: Exclude<MunicipalityAnswer, { kind: 'found' }>): string => `municipality-${answer.kind}`;

/** A municipality, postal code or sub-locality; empty is none. Gives the NIS code. */
const municipality = z
  .string()
  .max(200, 'municipality-unknown')
  .transform((text, issues) => {
    if (text.trim() === '') return null;
    const answer = findMunicipality(text);
    if (answer.kind === 'found') return answer.municipality.nis as string;
    issues.addIssue({ code: 'custom', message: faultOf(answer) });
    return z.NEVER;
  })
  .optional();

const emptyIsNone = (text: string): string | null => (text === '' ? null : text);

/** Fields of an organisation; an input that was not drawn stays as it is (undefined). */
export const organisationFields = {
  name: z.string('name-missing').trim().min(1, 'name-missing').max(100, 'name-long'),
  language: z.enum(languages, 'language-missing'),
  municipality,
  roundTableBy: z.enum(['clb', 'provider']).optional(),
  coordinator: z.string().optional(),
  phone: z
    .string()
    .trim()
    .refine((text) => text === '' || phoneNumber.test(text), 'phone-strange')
    .transform(emptyIsNone)
    .optional(),
  email: z
    .string()
    .trim()
    .max(200, 'email-strange')
    .refine((text) => text === '' || mailAddress.test(text), 'email-strange')
    .transform(emptyIsNone)
    .optional(),
};
