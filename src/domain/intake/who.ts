import { ageBand, readBirthDate, type AgeBand } from '../age.js';
import { enrolments, schoolForms, type Enrolment, type SchoolForm } from '../codes.js';
import type { Identity, Typed } from '../draft.js';
import { writeDate } from '../../lib/dates/index.js';
import { parseLocalDate, type LocalDate } from '../local-date.js';
import { startedSecondary, type SchoolLevel } from '../school-year.js';
import { oneOf, parsed, textOf, type Parsed } from './parsed.js';

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

export const longestName = 100;
export const largestGroup = 500;

const levelOf = (form: SchoolForm): SchoolLevel =>
  form === 'primary' ? 'primary' : form === 'none' ? 'none' : 'secondary';

function nameError(name: string, field: string): string | null {
  if (name === '') return `${field}-missing`;
  if (!/\p{L}/u.test(name)) return `${field}-no-letters`;
  return name.length > longestName ? `${field}-too-long` : null;
}

/** Somebody in the last school's CLB has a last school; who is looked for near home may have none (R6). */
function schoolNameError(typed: Typed, enrolment: Enrolment): string | null {
  const name = textOf(typed, 'schoolName');
  if (name === '' && enrolment === 'not-enrolled-nearest-clb') return null;
  if (name === '') return enrolment === 'enrolled' ? 'school-missing' : 'last-school-missing';
  return name.length > longestName ? 'school-too-long' : null;
}

function schoolFormError(form: SchoolForm | null, enrolment: Enrolment): string | null {
  if (form === null) return 'school-form-missing';
  return form === 'none' && enrolment === 'enrolled' ? 'school-form-none' : null;
}

/** Without a school to agree with (step 1) there is none to be enrolled in: R2 cannot be passed by. */
const enrolmentError = (typed: Typed, enrolment: Enrolment): string | null =>
  typed['agreedWithSchool'] === 'no-school' && enrolment === 'enrolled' ? 'enrolled-without-agreement' : null;

/** By whom a pupil is recognised (the duplicate check); null as long as name or birth date is not right. */
export function identityIn(typed: Typed, today: LocalDate): Identity | null {
  const name = textOf(typed, 'pupilName');
  const birth = readBirthDate(textOf(typed, 'birthDate'), today);
  return birth.ok && nameError(name, 'name') === null ? { name, birthDate: birth.birthDate } : null;
}

/** Who a case file is about, whatever day it is read; null for a group, and when name or birth date cannot be read. */
export function identityOf(typed: Typed): Identity | null {
  const name = textOf(typed, 'pupilName');
  const birthDate = parseLocalDate(textOf(typed, 'birthDate'));
  return birthDate === undefined || nameError(name, 'name') !== null ? null : { name, birthDate };
}

/** The birth date with its whole year, so that it says the same in ten years; what cannot be read stays as it is. */
export function withWholeBirthDate(typed: Typed, today: LocalDate): Typed {
  const birth = readBirthDate(textOf(typed, 'birthDate'), today);
  return birth.ok ? { ...typed, birthDate: writeDate(birth.birthDate) } : typed;
}

/** Step 2 for a pupil: name, birth date, level and school form, school, enrolled or not (R6, R8). */
export function readPupil(typed: Typed, today: LocalDate): Parsed<PupilAnswer> {
  const birthText = textOf(typed, 'birthDate');
  const birth = readBirthDate(birthText, today);
  const enrolment = oneOf(typed, 'enrolment', enrolments) ?? 'enrolled';
  const schoolForm = oneOf(typed, 'schoolForm', schoolForms);
  const errors = {
    pupilName: nameError(textOf(typed, 'pupilName'), 'name'),
    birthDate: birthText === '' ? 'birth-date-missing' : birth.ok ? null : birth.refusal,
    enrolment: enrolmentError(typed, enrolment),
    schoolForm: schoolFormError(schoolForm, enrolment),
    schoolName: schoolNameError(typed, enrolment),
  };
  return parsed(errors, () => {
    if (!birth.ok || schoolForm === null) throw new Error('a pupil without errors is complete');
    return {
      kind: 'pupil',
      identity: { name: textOf(typed, 'pupilName'), birthDate: birth.birthDate },
      age: birth.age,
      ageBand: ageBand(birth.age),
      enrolment,
      schoolForm,
      startedSecondary: startedSecondary(levelOf(schoolForm), birth.birthDate, today),
      schoolName: textOf(typed, 'schoolName'),
    };
  });
}

function sizeError(text: string): string | null {
  if (text === '') return 'size-missing';
  const size = Number(text);
  if (!/^\d+$/.test(text) || size < 1) return 'size-no-number';
  return size > largestGroup ? 'size-too-large' : null;
}

/** Step 2 for a group, a class, teachers or a school: which and how many, nothing about single pupils (R3). */
export function readGroup(typed: Typed): Parsed<GroupAnswer> {
  const [groupName, size, schoolName] = [
    textOf(typed, 'groupName'),
    textOf(typed, 'groupSize'),
    textOf(typed, 'schoolName'),
  ];
  const errors = {
    groupName: groupName === '' ? 'group-missing' : groupName.length > longestName ? 'group-too-long' : null,
    groupSize: sizeError(size),
    schoolName: schoolNameError(typed, 'enrolled'),
  };
  return parsed(errors, () => ({ kind: 'group', groupName, groupSize: Number(size), schoolName }));
}
