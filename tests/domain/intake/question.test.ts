import { expect, test } from '@jest/globals';
import { readQuestion } from '../../../src/domain/intake/index.js';

const right = { problemDomains: 'personal,social', efforts: 'remedial', presence: 'present', question: 'Rust vinden.' };
const errorsOf = (over: Record<string, string>) => {
  const read = readQuestion({ ...right, ...over });
  return read.ok ? {} : read.errors;
};

test('step 4 gives codes in the order of their lists', () => {
  expect(readQuestion({ ...right, wantedForms: 'group;individual', urgency: 'urgent' })).toEqual({
    ok: true,
    value: {
      problemDomains: ['social', 'personal'],
      efforts: ['remedial'],
      presence: 'present',
      wantedForms: ['individual', 'group'],
      urgency: 'urgent',
    },
  });
});

test.each([
  ['problemDomains', '', 'domains-missing'],
  ['problemDomains', 'money', 'domains-missing'],
  ['presence', '', 'presence-missing'],
  ['question', ' ', 'question-missing'],
  ['question', 'q'.repeat(2001), 'text-too-long'],
  ['question', 'Nummer 85.07.30-033.28', 'register-number'],
  ['stepsTaken', 'Nummer 85073003328', 'register-number'],
  ['stepsTaken', 's'.repeat(2001), 'text-too-long'],
  ['interests', 'i'.repeat(301), 'text-too-long'],
])('%s: %s', (field, value, code) => {
  expect(errorsOf({ [field]: value })).toEqual({ [field]: code });
});

test('a telephone number is no register number', () => {
  expect(errorsOf({ stepsTaken: 'Gebeld met 0470 12 34 56 op 12/10/2026.' })).toEqual({});
});

test('a group is not present or absent', () => {
  expect(readQuestion({ ...right, target: 'group', presence: '' })).toMatchObject({
    ok: true,
    value: { presence: null },
  });
});
