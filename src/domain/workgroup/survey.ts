import type { OrganisationId, PersonId, SurveyId } from '../ids.js';
import type { LocalDate } from '../local-date.js';
import type { SchoolYear } from '../school-year.js';

/** The yearly survey of CLB workers about questions and needs under 12 (R18). */
export interface Survey {
  readonly id: SurveyId;
  readonly schoolYear: SchoolYear;
  readonly opensOn: LocalDate;
  /** The last day on which one can answer. */
  readonly closesOn: LocalDate;
  readonly state: 'open' | 'closed';
  readonly openedAt: Date;
  readonly version: number;
}

/** Who was asked, and whether he or she has answered; what was answered stands elsewhere, without a person. */
export interface SurveyPerson {
  readonly id: string;
  readonly surveyId: SurveyId;
  readonly personId: PersonId;
  readonly clbId: OrganisationId;
  readonly answered: boolean;
  readonly version: number;
}

/** One answer, of nobody: no person, no CLB, no moment. Choices as codes per question. */
export interface SurveyAnswer {
  readonly id: string;
  readonly surveyId: SurveyId;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
}

/** Whether one can answer on this day: the closing day included, whatever the hour at which it is closed. */
export const isAnswerable = ({ state, opensOn, closesOn }: Survey, day: LocalDate): boolean =>
  state === 'open' && opensOn <= day && day <= closesOn;

/** The survey of the school year before, to compare with; null when there was none. */
export const surveyBefore = (survey: Pick<Survey, 'schoolYear'>, surveys: readonly Survey[]): Survey | null => {
  const start = Number(survey.schoolYear.slice(0, 4));
  return surveys.find(({ schoolYear }) => schoolYear === `${start - 1}-${start}`) ?? null;
};
