import { z } from 'zod';

/** At which moments the school hears how it goes, besides every few weeks (R14). */
export const fixedMoments = ['start', 'closing'] as const;
export type FixedMoment = (typeof fixedMoments)[number];

/** Every so many weeks, while it runs. */
export const weeksBetween = [2, 3, 4, 6, 8] as const;

/** Whether pupil and parents agree that the school hears it; nothing goes out before they do. */
export const schoolConsents = ['yes', 'to-ask', 'no'] as const;
export type SchoolConsent = (typeof schoolConsents)[number];

/** What the school hears and when, as it was agreed (R14, R15). */
export const schoolPlanSchema = z.object({
  at: z.array(z.enum(fixedMoments)).readonly(),
  /** Null: not in between. */
  everyWeeks: z.number().int().min(1).nullable(),
  consent: z.enum(schoolConsents),
});
export type SchoolPlan = Readonly<z.infer<typeof schoolPlanSchema>>;

/** What holds as long as nothing else was agreed. */
export const usualSchoolPlan: SchoolPlan = { at: ['start', 'closing'], everyWeeks: 6, consent: 'to-ask' };
/** There is no school, or pupil and parents do not want it. */
const nothingToSchool: SchoolPlan = { at: [], everyWeeks: null, consent: 'no' };

interface Planned {
  readonly schoolPlan: SchoolPlan | null;
}

/** What holds now: what was agreed, else what is usual; `hasSchool`: the pupil is enrolled somewhere. */
export const planOf = ({ schoolPlan }: Planned, hasSchool: boolean): SchoolPlan =>
  schoolPlan ?? (hasSchool ? usualSchoolPlan : nothingToSchool);

/** Whether the school hears anything at all. */
export const hearsAnything = ({ at, everyWeeks, consent }: SchoolPlan): boolean =>
  consent !== 'no' && (at.length > 0 || everyWeeks !== null);

/** Whether two plans are the same. */
export const isSamePlan = (one: SchoolPlan | null, other: SchoolPlan): boolean =>
  one !== null &&
  one.consent === other.consent &&
  one.everyWeeks === other.everyWeeks &&
  fixedMoments.every((moment) => one.at.includes(moment) === other.at.includes(moment));
