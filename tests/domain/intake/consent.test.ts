import { describe, expect, test } from '@jest/globals';
import { consentBlockersOf, readConsent } from '../../../src/domain/intake/index.js';

const right = {
  pupilConsent: 'yes',
  guardianConsent: 'yes',
  guardianName: 'Ouder',
  guardianPhone: '0470 12 34 56',
  schoolContact: 'Lies, 016 00 00 00',
};
const errorsOf = (over: Record<string, string>) => {
  const read = readConsent({ ...right, ...over });
  return read.ok ? {} : read.errors;
};
const blockersOf = (over: Record<string, string>) => {
  const read = readConsent({ ...right, ...over });
  return read.ok ? consentBlockersOf(read.value) : 'errors';
};

describe('step 5, consent and contacts', () => {
  test.each([
    [{ pupilConsent: '' }, { pupilConsent: 'pupil-consent-missing' }],
    [{ guardianConsent: '' }, { guardianConsent: 'guardian-consent-missing' }],
    [{ pupilConsent: 'not-applicable' }, { pupilConsentWhy: 'pupilConsent-why-missing' }],
    [{ guardianConsent: 'not-applicable' }, { guardianConsentWhy: 'guardianConsent-why-missing' }],
    [{ pupilConsent: 'not-applicable', pupilConsentWhy: 'w'.repeat(201) }, { pupilConsentWhy: 'why-too-long' }],
    [{ pupilConsent: 'yes', pupilConsentWhy: 'w'.repeat(201) }, {}],
    [{ guardianName: '' }, { guardianName: 'guardian-missing' }],
    [{ guardianName: 'n'.repeat(201) }, { guardianName: 'contact-too-long' }],
    [{ guardianPhone: '' }, { guardianPhone: 'guardian-unreachable' }],
    [{ guardianPhone: '12' }, { guardianPhone: 'phone-not-right' }],
    [{ guardianPhone: 'bel mij op 0470 12 34 56' }, { guardianPhone: 'phone-not-right' }],
    [{ guardianEmail: 'ouder' }, { guardianEmail: 'email-not-right' }],
    [{ schoolContact: '' }, { schoolContact: 'school-contact-missing' }],
    [{ schoolContact: 's'.repeat(201) }, { schoolContact: 'contact-too-long' }],
  ])('%j: %j', (typed, errors) => {
    expect(errorsOf(typed as Record<string, string>)).toEqual(errors);
  });

  test('an e-mail address is enough to be reached', () => {
    expect(errorsOf({ guardianPhone: '', guardianEmail: 'ouder@voorbeeld.be' })).toEqual({});
  });

  test('guardians who have no part in it need no contact, a pupil without school no school contact', () => {
    const adult = {
      guardianConsent: 'not-applicable',
      guardianConsentWhy: '19 jaar',
      guardianName: '',
      guardianPhone: '',
    };
    expect(errorsOf(adult)).toEqual({});
    expect(errorsOf({ schoolContact: '', enrolment: 'not-enrolled-nearest-clb' })).toEqual({});
  });

  test.each([
    [{}, []],
    [{ pupilConsent: 'no' }, ['pupil-no']],
    [{ pupilConsent: 'to-ask', guardianConsent: 'no' }, ['pupil-to-ask', 'guardians-no']],
    [{ guardianConsent: 'to-ask' }, ['guardians-to-ask']],
    [{ pupilConsent: 'not-applicable', pupilConsentWhy: '6 jaar' }, []],
    [
      {
        pupilConsent: 'not-applicable',
        pupilConsentWhy: '6 jaar',
        guardianConsent: 'not-applicable',
        guardianConsentWhy: 'onbekend',
      },
      ['nobody-agrees'],
    ],
  ])('%j keeps it from being sent: %j', (typed, blockers) => {
    expect(blockersOf(typed as Record<string, string>)).toEqual(blockers);
  });

  test('of a group the school agrees', () => {
    expect(errorsOf({ target: 'group' })).toEqual({ schoolAgreement: 'school-agreement-missing' });
    expect(blockersOf({ target: 'group', schoolAgreement: 'yes' })).toEqual([]);
    expect(blockersOf({ target: 'group', schoolAgreement: 'no' })).toEqual(['school-no']);
    expect(blockersOf({ target: 'group', schoolAgreement: 'to-ask' })).toEqual(['school-to-ask']);
  });
});
