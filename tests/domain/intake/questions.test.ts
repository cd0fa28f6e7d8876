import { describe, expect, test } from '@jest/globals';
import {
  answered,
  answerTo,
  askedIn,
  caseTyped,
  faultOf,
  hintIn,
  inputsOf,
  intakeForms,
  personalAnswers,
  personalQuestions,
  questionIds,
  questionOf,
  questionsIn,
} from '../../../src/domain/intake/index.js';
import { groupTyped, ordinaryTyped } from '../../features/case/intake/intakes.js';

const today = '2026-11-16';

describe('the list of questions', () => {
  test('every question stands in a form, and every form has questions', () => {
    expect(questionIds.filter((id) => questionOf(id).forms.length === 0)).toEqual(['service']);
    expect(intakeForms.filter((form) => questionsIn(form).length === 0)).toEqual([]);
  });

  test('what is not a code is personal, stands in the file, tells why another was answered so or is the worker’s own', () => {
    const typedFreely = questionIds.filter((id) => !('of' in questionOf(id).input));
    const open = ['danger', 'gate', 'groupSize', 'schoolChoice', 'placeChoice', 'clbPlace', 'region', 'service'];
    expect(typedFreely.filter((id) => !(personalQuestions as string[]).includes(id))).toEqual(open);
    for (const id of personalQuestions) {
      const { file, because, own } = questionOf(id);
      expect([id, file !== undefined || because !== undefined || own === true]).toEqual([id, true]);
    }
  });

  test('what is folded away may be left open, or is only asked when something stands in the way', () => {
    const folded = questionIds.filter((id) => questionOf(id).fold !== undefined);
    expect(folded.filter((id) => questionOf(id).missing !== undefined)).toEqual([]);
  });

  test('a reason names a question that is there', () => {
    const reasons = questionIds.flatMap((id) => questionOf(id).because ?? []);
    expect(reasons.filter((id) => !(questionIds as string[]).includes(id))).toEqual([]);
  });

  test('nothing that has to be confirmed is taken for granted (R2, R20)', () => {
    const confirmed = questionIds.filter((id) => questionOf(id).missing !== undefined);
    expect(confirmed.filter((id) => questionOf(id).usual !== undefined)).toEqual([]);
  });

  test('under a locality stands what may be meant', () => {
    expect(inputsOf('describe-pupil')).toEqual(expect.arrayContaining(['domicile', 'domicileChoice', 'region']));
    expect(inputsOf('describe-pupil')).not.toContain('schoolNameChoice');
  });
});

describe('an answer', () => {
  test('is a code of the list, what is usual, or nothing', () => {
    expect(answerTo('presence', { presence: 'present' })).toBe('present');
    expect(answerTo('presence', { presence: 'elsewhere' })).toBeNull();
    expect(answerTo('urgency', {})).toBe('normal');
    expect(answerTo('efforts', { efforts: 'remedial;preventive;x' })).toEqual(['preventive', 'remedial']);
    expect(answered('pupilName', { pupilName: ' Noor ' })).toBe('Noor');
  });

  test('is wrong only when it is asked', () => {
    expect(faultOf('guardianConsentWhy', { guardianConsent: 'yes' }, today)).toBeNull();
    expect(faultOf('guardianConsentWhy', { guardianConsent: 'not-applicable' }, today)).toBe(
      'guardianConsent-why-missing',
    );
    expect(faultOf('presence', { target: 'group' }, today)).toBeNull();
  });
});

describe('one pupil, or a group', () => {
  test('each is asked its own', () => {
    expect(askedIn('record-consent', { target: 'group' })).toEqual(['schoolAgreement', 'schoolContact']);
    expect(askedIn('describe-group', { target: 'school' })).toEqual(
      expect.arrayContaining(['schoolPlace', 'clbPlace']),
    );
    expect(askedIn('describe-group', { target: 'school' })).not.toContain('domicile');
    expect(askedIn('record-consent', {})).not.toContain('schoolAgreement');
  });

  test('a form is about whom it is about, whatever was chosen since', () => {
    expect(askedIn('describe-group', { target: 'pupil' })).toEqual(
      expect.arrayContaining(['groupName', 'groupSize', 'schoolName']),
    );
    expect(askedIn('describe-group', { target: 'pupil' })).not.toContain('pupilName');
    expect(askedIn('describe-pupil', { target: 'group' })).toContain('pupilName');
  });

  test('the worker’s own hint is no part of the file', () => {
    const typed = { ...ordinaryTyped, memoryHint: ' N.V. 3B ' };
    expect(caseTyped(typed)).not.toHaveProperty('memoryHint');
    expect(hintIn(typed)).toBe('N.V. 3B');
    expect(hintIn({ ...typed, target: 'group' })).toBe('N.V. 3B');
    expect(hintIn(ordinaryTyped)).toBeNull();
    expect(faultOf('memoryHint', { memoryHint: 'x'.repeat(41) }, today)).toBe('hint-too-long');
    expect(faultOf('memoryHint', {}, today)).toBeNull();
  });

  test('why a consent does not apply is no part of the file once it was given; it is asked again when it does not apply', () => {
    const typed = { ...ordinaryTyped, guardianConsent: 'not-applicable', guardianConsentWhy: 'woont zelfstandig' };
    expect(caseTyped(typed)).toMatchObject({ guardianConsentWhy: 'woont zelfstandig' });
    const agreed = { ...typed, guardianConsent: 'yes' };
    expect(askedIn('record-consent', agreed)).not.toContain('guardianConsentWhy');
    expect(caseTyped(agreed)).not.toHaveProperty('guardianConsentWhy');
    expect(caseTyped({ ...agreed, guardianConsent: 'not-applicable' })).toMatchObject({
      guardianConsentWhy: 'woont zelfstandig',
    });
  });

  test('what tells who is meant is known by its kind', () => {
    const answers = personalAnswers(caseTyped(ordinaryTyped));
    expect(answers).toEqual(
      expect.arrayContaining([
        { personal: 'person', text: 'Noor Voorbeeld' },
        { personal: 'person', text: 'Ouder Voorbeeld' },
        { personal: 'birth-date', text: '9/3/2012' },
        { personal: 'phone', text: '0470 12 34 56' },
        { personal: 'locality', text: 'Kessel-Lo' },
      ]),
    );
    expect(personalAnswers(caseTyped(groupTyped)).map(({ personal }) => personal)).not.toContain('person');
  });
});
