import { describe, expect, test } from '@jest/globals';
import { identityIn, readGroup, readPupil, withWholeBirthDate } from '../../../src/domain/intake/index.js';

const today = '2026-11-16';
const right = {
  agreedWithSchool: 'yes',
  pupilName: ' Noor Voorbeeld ',
  birthDate: '9/3/2012',
  enrolment: 'enrolled',
  schoolForm: 'bso',
  schoolName: 'Atheneum Voorbeeld',
};
const pupilErrors = (over: Record<string, string>) => {
  const read = readPupil({ ...right, ...over }, today);
  return read.ok ? {} : read.errors;
};

describe('step 2, a pupil', () => {
  test('who it is, how old, where at school', () => {
    expect(readPupil(right, today)).toEqual({
      ok: true,
      value: {
        kind: 'pupil',
        identity: { name: 'Noor Voorbeeld', birthDate: '2012-03-09' },
        age: 14,
        ageBand: '14-15',
        enrolment: 'enrolled',
        schoolForm: 'bso',
        startedSecondary: true,
        schoolName: 'Atheneum Voorbeeld',
      },
    });
  });

  test.each([
    ['pupilName', '', 'name-missing'],
    ['pupilName', '123', 'name-no-letters'],
    ['pupilName', 'n'.repeat(101), 'name-too-long'],
    ['birthDate', ' ', 'birth-date-missing'],
    ['birthDate', '31/02/2012', 'no-such-date'],
    ['birthDate', 'in de lente', 'date-unreadable'],
    ['birthDate', '9/3/2027', 'in-future'],
    ['birthDate', '9/3/2026', 'too-young'],
    ['birthDate', '9/3/1990', 'too-old'],
    ['schoolForm', '', 'school-form-missing'],
    ['schoolForm', 'none', 'school-form-none'],
    ['schoolName', '', 'school-missing'],
    ['schoolName', 's'.repeat(101), 'school-too-long'],
  ])('%s %j: %s', (field, value, code) => {
    expect(pupilErrors({ [field]: value })).toEqual({ [field]: code });
  });

  test('what is sealed says the whole year of birth, whatever was typed', () => {
    expect(withWholeBirthDate({ birthDate: '9 mrt 12' }, today)).toEqual({ birthDate: '9/3/2012' });
    expect(withWholeBirthDate({ birthDate: 'lente' }, today)).toEqual({ birthDate: 'lente' });
    expect(withWholeBirthDate({ groupName: '3B' }, today)).toEqual({ groupName: '3B' });
  });

  test('who said that there is no school cannot be enrolled in one (R2)', () => {
    expect(pupilErrors({ agreedWithSchool: 'no-school' })).toEqual({ enrolment: 'enrolled-without-agreement' });
  });

  test('not enrolled: the last school, or none near home (R6)', () => {
    expect(pupilErrors({ enrolment: 'not-enrolled-last-school', schoolName: '' })).toEqual({
      schoolName: 'last-school-missing',
    });
    expect(pupilErrors({ enrolment: 'not-enrolled-nearest-clb', schoolName: '', schoolForm: 'none' })).toEqual({});
  });

  test('primary school is before secondary (R17)', () => {
    expect(readPupil({ ...right, schoolForm: 'primary' }, today)).toMatchObject({ value: { startedSecondary: false } });
  });

  test('is recognised by name and birth date, once both are right', () => {
    expect(identityIn(right, today)).toEqual({ name: 'Noor Voorbeeld', birthDate: '2012-03-09' });
    expect(identityIn({ ...right, birthDate: 'morgen' }, today)).toBeNull();
    expect(identityIn({ ...right, pupilName: '' }, today)).toBeNull();
  });
});

describe('step 2, a group', () => {
  const group = { groupName: 'klas B', groupSize: '18', schoolName: 'Atheneum Voorbeeld' };
  const errors = (over: Record<string, string>) => {
    const read = readGroup({ ...group, ...over });
    return read.ok ? {} : read.errors;
  };

  test('which and how many', () => {
    expect(readGroup(group)).toEqual({
      ok: true,
      value: { kind: 'group', groupName: 'klas B', groupSize: 18, schoolName: 'Atheneum Voorbeeld' },
    });
  });

  test.each([
    ['groupName', '', 'group-missing'],
    ['groupName', 'g'.repeat(101), 'group-too-long'],
    ['groupSize', '', 'size-missing'],
    ['groupSize', 'veel', 'size-no-number'],
    ['groupSize', '0', 'size-no-number'],
    ['groupSize', '1,5', 'size-no-number'],
    ['groupSize', '501', 'size-too-large'],
    ['schoolName', '', 'school-missing'],
  ])('%s %j: %s', (field, value, code) => {
    expect(errors({ [field]: value })).toEqual({ [field]: code });
  });
});
