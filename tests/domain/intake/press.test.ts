import { describe, expect, test } from '@jest/globals';
import { isLate, standsAt, takeAnswers } from '../../../src/domain/intake/index.js';

const given = (typed: Record<string, string>, drawn: number | null, question: string) =>
  takeAnswers({ typed }, { form: 'describe-question', fields: { question }, drawn });

describe('a press in a form of the intake', () => {
  test('on the card that was drawn last: its answers are taken', () => {
    const once = given({ source: 'clb' }, 3, 'Rust');
    expect(once).toMatchObject({ source: 'clb', question: 'Rust' });
    expect(given(once, 5, 'Rust en school')).toMatchObject({ question: 'Rust en school' });
  });

  test('on the same card once more, because its answer did not arrive: the last that was typed counts', () => {
    expect(given(given({}, 3, 'Rust'), 3, 'Rust en school')).toMatchObject({ question: 'Rust en school' });
  });

  test('on the empty first form once more, as it stands there after a reload: nothing is wiped', () => {
    const form = 'describe-pupil' as const;
    const once = takeAnswers(
      { typed: {} },
      { form, fields: { gate: 'yes', pupilName: 'Noor', enrolment: 'no' }, drawn: 1 },
    );
    const empty = { gate: 'no', pupilName: '', enrolment: 'enrolled', danger: 'no' };
    expect(takeAnswers({ typed: once }, { form, fields: empty, drawn: 1 })).toMatchObject({
      gate: 'yes',
      pupilName: 'Noor',
    });
    expect(takeAnswers({ typed: once }, { form, fields: { ...empty, pupilName: 'Lotte' }, drawn: 1 })).toMatchObject({
      gate: 'yes',
      pupilName: 'Lotte',
    });
  });

  test('late, on a card of before newer answers: nothing is overwritten', () => {
    const newer = given(given({}, 3, 'Rust'), 7, 'Rust en school');
    expect(given(newer, 3, 'Oud')).toBe(newer);
    expect(isLate({ typed: newer }, { form: 'describe-question', drawn: 3 })).toBe(true);
  });

  test('late says nothing of another form, nor of a card that does not say when it was drawn', () => {
    const newer = given({}, 7, 'Rust');
    expect(
      takeAnswers({ typed: newer }, { form: 'describe-pupil', fields: { domicile: 'Leuven' }, drawn: 3 }),
    ).toMatchObject({ question: 'Rust', domicile: 'Leuven' });
    expect(given(newer, null, 'Zonder')).toMatchObject({ question: 'Zonder' });
  });

  test('moves a draft only from the step at which it stands', () => {
    expect(standsAt({ step: 'describe-question' }, 'describe-question')).toBe(true);
    expect(standsAt({ step: 'describe-pupil' }, 'describe-group')).toBe(true);
    expect(standsAt({ step: 'review-referral' }, 'describe-question')).toBe(false);
  });
});
