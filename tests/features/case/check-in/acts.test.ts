import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import { answerCheckIn } from '../../../../src/features/case/check-in/answer-check-in.js';
import { checkInCard } from '../../../../src/features/case/check-in/check-in.js';
import { checkInReferral } from '../../../../src/features/case/check-in/check-in-referral.job.js';
import { confirmCheckIn } from '../../../../src/features/case/check-in/confirm-check-in.js';
import { confirmWaiting } from '../../../../src/features/case/check-in/confirm-waiting.js';
import { returnToList } from '../../../../src/features/case/check-in/return-to-list.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, alone, an, atClb, atDesk, atProvider, jan, stranger } from '../referral/world.js';
import { answered, asked, on, waiting } from './world.js';

const at = onStage();
const press = (action: { slug: string }, data: object, by = alone()) => at.stage.press(action, { ...data }, { by });
const row = async (number: number): Promise<string> => `row-${(await at.world.referral(number)).id}`;
const stands = async (...numbers: number[]): Promise<string[]> => {
  const all = await Promise.all(numbers.map((number) => at.world.referral(number)));
  return all.map(({ state, listCheck }) => (listCheck?.asked && state === 'waitlisted' ? 'asked' : state));
};

describe('check-in-referral', () => {
  test('asks the whole list of a worker at once on one card, but not what came on it yesterday', async () => {
    await waiting(at.world);
    const { id } = await at.world.referral(31);
    await at.stage.run(checkInReferral, { referralId: id });
    expect(await stands(31, 42, 43, 44)).toEqual(['asked', 'asked', 'asked', 'waitlisted']);
    const cards = (await at.world.keys()).filter((key) => key.startsWith('check-in:'));
    expect(cards).toEqual([`check-in:${an.id}:${on}`]);
    await at.stage.run(checkInReferral, { referralId: id });
    expect((await at.world.history(31)).filter((name) => name === 'check-in-asked')).toHaveLength(1);
  });

  test('before its time, and of what is on no list, nothing is asked', async () => {
    await waiting(at.world);
    await at.world.refers(50, { state: 'contacted', days: 90 });
    for (const number of [44, 50])
      await at.stage.run(checkInReferral, { referralId: (await at.world.referral(number)).id });
    expect(await stands(31, 44, 50)).toEqual(['waitlisted', 'waitlisted', 'contacted']);
  });
});

describe('the card of the whole list', () => {
  test('is only for the one person; others of the CLB have the post of the referral', async () => {
    await asked(at.world);
    expect(
      checkInCard.may!(
        (await checkInCard.load(at.stage.read, { personId: an.id, on, again: undefined, page: 0 }, {
          actor: null,
        } as never))!,
        atClb(jan),
      ),
    ).toEqual({ refused: 'not-yours' });
  });

  test('alles nog nodig keeps everybody, in one press; what was not asked stays as it is', async () => {
    await asked(at.world);
    allowed(await press(confirmCheckIn, { on }));
    expect(await stands(31, 42, 43, 44)).toEqual(['waitlisted', 'waitlisted', 'waitlisted', 'waitlisted']);
    expect((await at.world.history(43)).at(-1)).toBe('waiting-confirmed');
    expect((await at.world.history(44)).at(-1)).toBe('waitlisted');
  });

  test('pressed by somebody else, or on an older card, it confirms nothing and shows the newest', async () => {
    await asked(at.world);
    allowed(await press(confirmCheckIn, { on }, atClb(jan)));
    const { reply } = allowed(await press(confirmCheckIn, { on: '2026-10-19' }));
    expect(reply).toMatchObject({ show: 'check-in', with: { personId: an.id, on } });
    expect(await stands(31, 42, 43)).toEqual(['asked', 'asked', 'asked']);
  });

  test('per pupil, in one submit: needed, solved, elsewhere; what is left out stays asked', async () => {
    await asked(at.world);
    const given = { on, [await row(31)]: 'needed', [await row(42)]: 'elsewhere' };
    allowed(await press(answerCheckIn, given));
    expect(await stands(31, 42, 43)).toEqual(['waitlisted', 'withdrawn', 'asked']);
    expect((await at.world.referral(42)).withdrawReason).toBe('elsewhere');
    expect(await at.world.told()).toContain('offer-update withdrawn');
  });

  test('what does not fit in one form is announced, and follows when that is answered', async () => {
    await asked(at.world);
    for (let number = 100; number < 120; number++) {
      await at.world.refers(number, { state: 'waitlisted', days: 19 });
      await at.world.happened(number, 'check-in-asked', { on }, { side: 'clock', person: null });
    }
    const form = () => at.stage.form(answerCheckIn, { on }, { by: alone() });
    const first = (await form()) as { rows: readonly { id: string }[]; more: string | null };
    expect([first.rows.length, first.more]).toEqual([20, 'Nog 3 leerlingen volgen zodra u deze bewaart.']);
    allowed(await press(answerCheckIn, { on, ...Object.fromEntries(first.rows.map(({ id }) => [id, 'needed'])) }));
    const rest = (await form()) as typeof first;
    expect([rest.rows.length, rest.more]).toEqual([3, null]);
  });

  test('an answer that is none is asked again, with what was chosen for the others', async () => {
    await asked(at.world);
    const [one, other] = [await row(31), await row(42)];
    const { reply } = allowed(await press(answerCheckIn, { on, [one]: 'solved', [other]: 'perhaps' }));
    expect(reply).toMatchObject({ errors: { [other]: 'answer-strange' }, with: { [one]: 'solved' } });
    expect(await stands(31, 42)).toEqual(['asked', 'asked']);
  });
});

describe('one referral of a list', () => {
  test('a colleague or the desk says that it is still needed; others may not', async () => {
    await asked(at.world);
    const [{ id: one }, { id: other }] = [await at.world.referral(31), await at.world.referral(42)];
    for (const by of [atProvider(), stranger()])
      expect(await press(confirmWaiting, { referralId: one }, by)).toEqual({ refused: 'only-referrer' });
    allowed(await press(confirmWaiting, { referralId: one }, atClb(jan)));
    const { reply } = allowed(await press(confirmWaiting, { referralId: other, why: 'desk' }, atDesk()));
    expect(reply).toMatchObject({ show: 'desk-referral' });
    expect(await stands(31, 42)).toEqual(['waitlisted', 'waitlisted']);
    expect(await at.world.told()).toEqual(['referral-update waiting-confirmed']);
  });

  test('terug op de wachtlijst: with its place, and the provider reads it; once it cannot come back, the present state', async () => {
    await answered(at.world);
    const { id } = await at.world.referral(42);
    const before = await at.stage.see(checkInCard, { personId: an.id, on }, alone());
    expect(before).toMatchObject({ left: [{ referralId: id }, {}] });
    allowed(await press(returnToList, { referralId: id, on }));
    expect(await at.world.referral(42)).toMatchObject({ state: 'waitlisted', listCheck: null });
    expect((await at.world.told()).at(-1)).toBe('offer-update returned-to-list');
    expect(isRefusal(await press(returnToList, { referralId: (await at.world.referral(44)).id }))).toBe(true);
  });
});
