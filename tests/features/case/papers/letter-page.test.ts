import { describe, expect, test } from '@jest/globals';
import { letterLanguages } from '../../../../src/domain/letter-language.js';
import { letterStates } from '../../../../src/domain/case/letter-states.js';
import { letterFor } from '../../../../src/features/case/papers/letter-for.js';
import { referralStates } from '../../../../src/domain/case/states.js';
import { letterTexts } from '../../../../src/texts/letter-texts.js';
import { sameKeys } from '../../../house/rules/text-rules.js';
import { letterHtml, letterKinds, plannedTable } from './letters.js';

const now = new Date('2026-11-30T09:00:00Z');

test('what can be written follows from where the referral stands', () => {
  const kind = (
    state: (typeof referralStates)[number],
    tables = [plannedTable],
    going: 'started' | 'closed' = 'closed',
  ) => letterFor({ state, target: 'pupil' }, tables, [{ state: going }], now)?.tells ?? null;
  const told = referralStates.map((state) => [state, kind(state)] as const);
  expect(told.filter(([, tells]) => tells !== null)).toEqual([
    ['registered', 'receipt'],
    ['held', 'receipt'],
    ['dispatched', 'receipt'],
    ['to-phone', 'receipt'],
    ['delivered', 'receipt'],
    ['contacted', 'receipt'],
    ['placed', 'round-table'],
    ['waitlisted', 'waiting'],
  ]);
  expect(
    told
      .filter(([, tells]) => tells !== null)
      .map(([state]) => state)
      .sort(),
  ).toEqual([...letterStates].sort());
  expect([kind('placed', []), kind('placed', [], 'started')]).toEqual(['place', null]);
  expect(letterFor({ state: 'placed', target: 'pupil' }, [plannedTable], [], new Date('2027-01-13'))?.tells).toBe(
    'place',
  );
});

test('a letter is about one pupil: none for a group, a class or a school', () => {
  for (const target of ['group', 'teachers', 'school'] as const)
    expect(letterFor({ state: 'delivered', target }, [], [], now)).toBeNull();
});

describe.each(letterLanguages)('the letters in %s', (language) => {
  test('say the same as the Dutch ones, with the same values', () => {
    expect(sameKeys({ letter: letterTexts('nl') }, { letter: letterTexts(language) })).toEqual([]);
  });

  test.each(letterKinds)('$tells: whom to call, no code, nothing left to fill in', (letter) => {
    const page = letterHtml(letter, language);
    const said = page.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]+>/g, ' ');
    expect(page).toContain(`<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>`);
    for (const needed of [
      'An Voorbeeld',
      '016 00 00 01',
      'an@clb.example',
      'NAFT-Leerrecht Vlaams-Brabant Oost',
      '112',
    ])
      expect(said).toContain(needed);
    expect(said).not.toMatch(/[{}]|2026-\d{4}|undefined|null/);
    if (letter.tells === 'round-table') expect(said).toMatch(/2027[\s\S]*14[.:]00[\s\S]*15[.:]30/);
    if (letter.tells === 'waiting') expect(said).toContain('2027');
  });

  test('without a number a line stands open, and without a date that is said', () => {
    const nobody = { referrer: null, service: null };
    expect(letterHtml({ tells: 'receipt' }, language, nobody)).toContain('class="open-line"');
    expect(letterHtml({ tells: 'receipt' }, language, nobody)).toContain('Meldpunt');
  });
});
