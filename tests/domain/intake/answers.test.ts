import { describe, expect, test } from '@jest/globals';
import type { ReferralId, ServiceId } from '../../../src/domain/ids.js';
import {
  caseTyped,
  formOf,
  isUntouched,
  mergeTyped,
  readAnswers,
  askedFacts,
  stepOf,
  stepsLeft,
} from '../../../src/domain/intake/index.js';
import { draft, id } from '../../support/given.js';
import { groupTyped, ordinaryTyped } from '../../features/case/intake/intakes.js';

const today = '2026-11-16';

describe('a whole intake', () => {
  test('nothing typed: everything is left', () => {
    expect(stepsLeft({}, today)).toHaveLength(3);
    expect(readAnswers({}, today)).toBeNull();
  });

  test('a pupil: codes only for the channel', () => {
    const answers = readAnswers(ordinaryTyped, today);
    expect(stepsLeft(ordinaryTyped, today)).toEqual([]);
    expect(answers && askedFacts(answers)).toEqual({
      target: 'pupil',
      ageBand: '14-15',
      schoolForm: 'bso',
      enrolment: 'enrolled',
      groupSize: null,
      region: 'VBO',
      regionBecause: ['domicile', 'school', 'clb'],
      alsoRegions: [],
      source: 'clb',
      problemDomains: ['emotional', 'educational'],
      efforts: ['remedial'],
      presence: 'problematic-absence',
      wantedForms: ['individual'],
      urgency: 'normal',
    });
  });

  test('a group: a size, no age', () => {
    const answers = readAnswers(groupTyped, today);
    expect(answers && askedFacts(answers)).toMatchObject({
      target: 'group',
      ageBand: null,
      schoolForm: null,
      groupSize: 18,
      presence: null,
    });
  });

  test('the case file of a group holds nothing of a pupil that was typed before, and the reverse', () => {
    const mixed = { ...ordinaryTyped, ...groupTyped, newAnyway: 'x', parked: 'yes' };
    const group = caseTyped(mixed);
    for (const field of ['pupilName', 'birthDate', 'domicile', 'guardianName']) expect(group).not.toHaveProperty(field);
    expect(group).toMatchObject({ groupName: groupTyped['groupName'], schoolContact: groupTyped['schoolContact'] });
    expect(caseTyped({ ...mixed, target: 'pupil' })).toMatchObject({
      pupilName: 'Noor Voorbeeld',
      guardianName: 'Ouder Voorbeeld',
    });
    expect(caseTyped({ ...mixed, target: 'pupil' })).not.toHaveProperty('groupName');
    expect(caseTyped({ ...mixed, target: 'pupil' })).not.toHaveProperty('parked');
  });

  test('the first part has two forms', () => {
    expect(formOf('describe-pupil', { target: 'school' })).toBe('describe-group');
    expect(formOf('describe-pupil', { target: 'pupil' })).toBe('describe-pupil');
    expect(stepOf('describe-group')).toBe('describe-pupil');
  });

  test('only the fields of the form are merged, a list without choice is emptied, a long text is cut', () => {
    const typed = mergeTyped({ pupilName: 'Noor', efforts: 'remedial', presence: 'present' }, 'describe-question', {
      pupilName: 'Iemand anders',
      question: 'q'.repeat(5000),
      urgency: undefined,
    });
    expect(typed).toMatchObject({ pupilName: 'Noor', efforts: '', presence: 'present' });
    expect(typed['question']).toHaveLength(3000);
  });

  test('a draft is untouched until something was filled in', () => {
    expect(isUntouched(draft())).toBe(true);
    expect(isUntouched(draft({ typed: { source: '' } }))).toBe(true);
    expect(isUntouched(draft({ typed: { source: 'clb' } }))).toBe(false);
    expect(isUntouched(draft({ typed: { service: id<ServiceId>() } }))).toBe(true);
    expect(isUntouched(draft({ tried: ['describe-pupil'] }))).toBe(false);
    expect(isUntouched(draft({ referralId: id<ReferralId>() }))).toBe(false);
    expect(isUntouched(draft({ follows: id<ReferralId>() }))).toBe(false);
  });
});
