import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { codeWeaknesses, weaknessOf, type CodeWeakness } from '../../src/domain/code-strength.js';

describe('a code that could be guessed', () => {
  test.each<[string, CodeWeakness]>([
    ['', 'short'],
    ['K7QD-3XWM-9R', 'short'],
    ['------------------', 'short'],
    ['AAAAAAAAAAAA', 'few-signs'],
    ['aaaa-bbbb-cccc', 'few-signs'],
    ['1212-1212-1212', 'few-signs'],
    ['A1B2C3-A1B2C3', 'repeated'],
    ['ABCDEFGHIJKL1', 'row'],
    ['qwertyuiop12', 'row'],
    ['azertyuiop98', 'row'],
    ['9876-5432-1098-AB', 'row'],
    ['ABCD-EFGH-JKLM', 'word'],
    ['TEST-DESK-CODE', 'word'],
    ['LOCAL-DESK-CODE', 'word'],
    ['Meldpunt-2026', 'word'],
    ['Wachtwoord123!', 'word'],
    ['Koppelcode2026', 'word'],
    ['Zonsondergang', 'one-kind'],
    ['4719-3058-2647', 'one-kind'],
  ])('%s: %s', (code, weakness) => {
    expect(codeWeaknesses).toContain(weakness);
    expect(weaknessOf(code)).toBe(weakness);
  });
});

describe('a code made by chance is good', () => {
  test('as openssl rand -hex 10 gives it', () => {
    const weak = Array.from({ length: 2000 }, () => randomBytes(10).toString('hex')).filter(
      (code) => weaknessOf(code) !== null,
    );
    expect(weak.length).toBeLessThan(10);
  });

  test('as the bot itself makes it', () => {
    const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
    const made = Array.from({ length: 2000 }, () =>
      Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join(''),
    );
    // One in thirty happens to hold no digit.
    expect(made.filter((code) => weaknessOf(code) !== null).length).toBeLessThan(140);
  });
});
