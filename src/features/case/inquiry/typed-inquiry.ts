import { z } from 'zod';
import { ageBand, oldestPupil, youngestPupil } from '../../../domain/age.js';
import { domains, schoolForms, urgencies, wantedForms } from '../../../domain/codes.js';
import type { InquiryFacts } from '../../../domain/inquiry/inquiry.js';
import { localityFault, readLocalityText } from '../../../domain/intake/localities.js';
import type { Organisation, Service } from '../../../domain/organisation.js';
import { chooseRegions, type Nis } from '../../../lib/region/index.js';
import { insists, typedWords } from './checked-words.js';

const someOf = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z
    .string()
    .catch('')
    .transform((typed) => typed.split(',').filter((code): code is C[number] => codes.some((one) => one === code)));

const locality = z.string('domicile-missing').trim().max(100, 'too-long');
function isLocality(text: string, issues: { addIssue(issue: { code: 'custom'; message: string }): void }): void {
  const fault = text === '' ? null : localityFault(text);
  if (fault !== null) issues.addIssue({ code: 'custom', message: fault });
}

/**
 * What is asked: what decides whether a service may fit, and nothing by which a pupil can be known. The municipalities give the region
 * and are kept only sealed. Errors: `age-missing`, `age-wrong`, `domicile-missing`, `locality-*`, `school-form-missing`, `domains-missing`.
 */
export const inquiryFields = z.object({
  age: z.coerce.number('age-missing').int('age-wrong').min(youngestPupil, 'age-wrong').max(oldestPupil, 'age-wrong'),
  domicile: locality.min(1, 'domicile-missing').superRefine(isLocality),
  schoolPlace: locality
    .optional()
    .transform((text) => text ?? '')
    .superRefine(isLocality),
  schoolForm: z.enum(schoolForms, 'school-form-missing'),
  problemDomains: someOf(domains).refine((some) => some.length > 0, 'domains-missing'),
  wantedForms: someOf(wantedForms),
  urgency: z.enum(urgencies).catch('normal'),
  question: typedWords,
  notPersonal: insists,
});
export type TypedInquiry = z.output<typeof inquiryFields>;

/** What else decides the region (R7): where the CLB works, and which regions the service takes of which it is asked. */
export interface RegionAround {
  readonly clb: Pick<Organisation, 'municipality'>;
  /** Null: it is asked of the desk. */
  readonly service: Pick<Service, 'regions'> | null;
}

/** Where a municipality lies; null when there is none. */
function placeOf(text: string): Nis | 'outside' | null {
  const reading = readLocalityText(text);
  return reading.kind === 'locality' ? (reading.locality.nis ?? 'outside') : null;
}

/**
 * The region by home, school and CLB (R7). Where both fit, that of the service of which it is asked; of the desk, or where it takes
 * both, that of the home.
 */
function regionOf({ domicile, schoolPlace }: TypedInquiry, { clb, service }: RegionAround): string {
  const home = placeOf(domicile);
  const facts = { domicile: home, school: placeOf(schoolPlace), clb: clb.municipality };
  const { regions, because } = chooseRegions(facts);
  const taken = regions.filter((region) => service === null || service.regions.includes(region));
  const some = taken.length > 0 ? taken : regions;
  return some.find((region) => because[region].includes('domicile')) ?? some[0] ?? 'outside';
}

/** The codes of what was typed. */
export const codesOf = (
  typed: TypedInquiry,
  around: RegionAround,
): Omit<InquiryFacts, 'trailId' | 'clbId' | 'askerId' | 'worded'> => ({
  ageBand: ageBand(typed.age),
  region: regionOf(typed, around),
  schoolForm: typed.schoolForm,
  problemDomains: typed.problemDomains,
  wantedForms: typed.wantedForms,
  urgency: typed.urgency,
});

/** What stands sealed beside the codes, by the ids of the intake's questions. */
export const sealedOf = ({ domicile, schoolPlace, question }: TypedInquiry): Readonly<Record<string, string>> => ({
  domicile,
  ...(schoolPlace === '' ? {} : { schoolPlace }),
  ...(question === '' ? {} : { question }),
});
