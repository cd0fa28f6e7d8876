import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/domain/language.js';
import { questionIds, questionOf } from '../../src/domain/intake/index.js';
import { wordsIn } from '../../src/features/case/intake/questions-shown.js';
import { answerInWords, wordKey } from '../../src/texts/answer-words.js';
import { textAt } from '../../src/texts/index.js';

describe.each(languages)('the texts of the questions in %s', (language) => {
  test('each has its words on every form where it stands', () => {
    const missing = questionIds.flatMap((id) => {
      const { forms, heading, fold, input, byButton } = questionOf(id);
      const keys = [id, ...(heading === undefined ? [] : [heading]), ...(fold === undefined ? [] : [fold])];
      return forms
        .filter((form) => input.kind !== 'open-choice' && byButton?.includes(form) !== true)
        .flatMap((form) => keys.map((key) => ({ form, key })))
        .filter(({ form, key }) => wordsIn(form, key, language) === null);
    });
    expect(missing).toEqual([]);
  });

  test('each that is told by itself has a short name', () => {
    const told = questionIds.filter((id) => questionOf(id).because === undefined && id !== 'danger');
    expect(told.filter((id) => textAt(language, `intake.facts.${id}`) === null)).toEqual([]);
  });

  test('each code of each choice has a word', () => {
    const missing = questionIds.flatMap((id) => {
      const { input } = questionOf(id);
      const codes = 'of' in input ? input.of.map((code) => wordKey(input.words, code)) : [];
      return codes.filter((key) => textAt(language, key) === null);
    });
    expect(missing).toEqual([]);
  });
});

describe('an answer in words', () => {
  const words = (id: Parameters<typeof answerInWords>[0], typed: Record<string, string>) =>
    answerInWords(id, typed, 'nl', '2026-11-16');

  test('codes, a date with the age, a place with its municipality, text as it was typed', () => {
    expect(words('efforts', { efforts: 'remedial,preventive' })).toBe('preventief, remediërend');
    expect(words('birthDate', { birthDate: '9/3/2012' })).toBe('9 mrt. 2012 (14 jaar)');
    expect(words('birthDate', { birthDate: '9/3/1990' })).toBe('9 mrt. 1990 (36 jaar)');
    expect(words('birthDate', { birthDate: 'morgen' })).toBe('morgen');
    expect(words('domicile', { domicile: 'Kessel-Lo' })).toBe('Kessel-Lo (Leuven)');
    expect(words('domicile', { domicile: 'Aarschot of zo' })).toBe('Aarschot of zo');
    expect(words('pupilName', { pupilName: '**Noor**' })).toBe('\\*\\*Noor\\*\\*');
  });

  test('with why it was answered so, and null when it was left open', () => {
    const typed = { guardianConsent: 'not-applicable', guardianConsentWhy: 'woont zelfstandig' };
    expect(words('guardianConsent', typed)).toBe('niet van toepassing: woont zelfstandig');
    expect(words('guardianConsent', { ...typed, guardianConsent: 'yes', guardianConsentWhy: '' })).toBe('ja');
    expect(words('presence', {})).toBeNull();
  });
});
