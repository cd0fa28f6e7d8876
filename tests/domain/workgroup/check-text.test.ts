import { describe, expect, test } from '@jest/globals';
import { checkText, isHarmless } from '../../../src/domain/workgroup/check-text.js';

const today = '2026-11-16';

describe('a text for the working group', () => {
  test('without anything personal is harmless', () => {
    const checked = checkText('Voor kinderen onder 12 is er in onze streek geen aanbod.', today);
    expect(checked).toEqual({ kinds: [], mayInsist: false });
    expect(isHarmless(checked, false)).toBe(true);
  });

  test('with a telephone number is never harmless', () => {
    const checked = checkText('Bel de mama op 0470 98 76 54.', today);
    expect(checked.kinds).toContain('phone');
    expect(isHarmless(checked, true)).toBe(false);
  });

  test('with what looks like a name is harmless when the writer says so', () => {
    const checked = checkText('Sofie Vermeulen vindt nergens plaats.', today);
    expect(checked).toEqual({ kinds: ['person-name'], mayInsist: true });
    expect([isHarmless(checked, false), isHarmless(checked, true)]).toEqual([false, true]);
  });

  test('with the name of the case’s pupil is never harmless', () => {
    const checked = checkText('Voor zebulon is er nergens plaats.', today, { pupilNames: ['Zébulon Quackelbeen'] });
    expect(checked.kinds).toContain('pupil-name');
    expect(isHarmless(checked, true)).toBe(false);
  });

  test('with a school is a guess without a case, and certain with one', () => {
    const text = 'Het Atheneum De Kraai weigert.';
    expect(checkText(text, today).mayInsist).toBe(true);
    const known = { schoolNames: ['Atheneum De Kraai'] };
    expect(isHarmless(checkText(text, today, known, true), true)).toBe(false);
  });
});
