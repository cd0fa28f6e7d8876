import { ageBand, readBirthDate, type AgeBand } from '../age.js';
import type { Enrolment, SchoolForm } from '../codes.js';
import type { Identity, Typed } from '../draft.js';
import { writeDate } from '../../lib/dates/index.js';
import { parseLocalDate, type LocalDate } from '../local-date.js';
import { startedSecondary, type SchoolLevel } from '../school-year.js';
import { answerTo, anyDay, faultOf, faultsAmong } from './answer.js';
import { isForGroup, typedIn } from './forms.js';
import { parsed, type Parsed } from './parsed.js';
import type { QuestionId } from './questions.js';

export interface PupilAnswer {
  readonly kind: 'pupil';
  readonly identity: Identity;
  readonly age: number;
  readonly ageBand: AgeBand;
  readonly enrolment: Enrolment;
  readonly schoolForm: SchoolForm;
  /** R17. */
  readonly startedSecondary: boolean;
  /** '' when not enrolled and no last school is known (R6). */
  readonly schoolName: string;
}

export interface GroupAnswer {
  readonly kind: 'group';
  readonly groupName: string;
  readonly groupSize: number;
  readonly schoolName: string;
}

const levelOf = (form: SchoolForm): SchoolLevel =>
  form === 'primary' ? 'primary' : form === 'none' ? 'none' : 'secondary';

/** The name that was typed, when it is one. */
const nameIn = (typed: Typed): string | null => {
  const pupil = { pupilName: typed['pupilName'] ?? '' };
  return faultOf('pupilName', pupil, anyDay) === null ? answerTo('pupilName', pupil) : null;
};

/** By whom a pupil is recognised (the duplicate check); null as long as name or birth date is not right. */
export function identityIn(typed: Typed, today: LocalDate): Identity | null {
  const name = nameIn(typed);
  const birth = readBirthDate(answerTo('birthDate', typed), today);
  return birth.ok && name !== null ? { name, birthDate: birth.birthDate } : null;
}

/** Who a case file is about, whatever day it is read; null for a group, and when name or birth date cannot be read. */
export function identityOf(typed: Typed): Identity | null {
  const name = nameIn(typed);
  const birthDate = parseLocalDate(answerTo('birthDate', typed));
  return birthDate === undefined || name === null ? null : { name, birthDate };
}

/** The birth date with its whole year, so that it says the same in ten years; what cannot be read stays as it is. */
export function withWholeBirthDate(typed: Typed, today: LocalDate): Typed {
  const birth = readBirthDate(answerTo('birthDate', typed), today);
  return birth.ok ? { ...typed, birthDate: writeDate(birth.birthDate) } : typed;
}

const ofPupil = ['pupilName', 'birthDate', 'enrolment', 'schoolName', 'schoolForm'] as const satisfies QuestionId[];
const ofGroup = ['groupName', 'groupSize', 'schoolName'] as const satisfies QuestionId[];

/** The pupil: name, birth date, level and school form, school, enrolled or not (R6, R8). */
export function readPupil(typed: Typed, today: LocalDate): Parsed<PupilAnswer> {
  return parsed(faultsAmong(ofPupil, typedIn('describe-pupil', typed), today), () => {
    const birth = readBirthDate(answerTo('birthDate', typed), today);
    const schoolForm = answerTo('schoolForm', typed);
    if (!birth.ok || schoolForm === null) throw new Error('a pupil without errors is complete');
    return {
      kind: 'pupil',
      identity: { name: answerTo('pupilName', typed), birthDate: birth.birthDate },
      age: birth.age,
      ageBand: ageBand(birth.age),
      enrolment: answerTo('enrolment', typed),
      schoolForm,
      startedSecondary: startedSecondary(levelOf(schoolForm), birth.birthDate, today),
      schoolName: answerTo('schoolName', typed),
    };
  });
}

/** A group, a class, teachers or a school: which and how many, nothing about single pupils (R3). */
export const readGroup = (typed: Typed): Parsed<GroupAnswer> =>
  parsed(faultsAmong(ofGroup, typedIn('describe-group', typed), anyDay), () => ({
    kind: 'group',
    groupName: answerTo('groupName', typed),
    groupSize: Number(answerTo('groupSize', typed)),
    schoolName: answerTo('schoolName', typed),
  }));

/** Who it is about, as far as it is right. */
export const readWho = (typed: Typed, today: LocalDate): Parsed<PupilAnswer | GroupAnswer> =>
  isForGroup(typed) ? readGroup(typed) : readPupil(typed, today);
