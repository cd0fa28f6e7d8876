import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import type { TrailId } from '../../../../src/domain/ids.js';
import { offerPlace } from '../../../../src/features/case/dispatch/offer-place.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { undoAnswer } from '../../../../src/features/case/dispatch/undo-answer.js';
import { keepBeside } from '../../../../src/features/case/referral/keep-beside.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { withdrawReferral } from '../../../../src/features/case/referral/withdraw-referral.js';
import { confirmPlace } from '../../../../src/features/case/waitlist/confirm-place.js';
import { pressesOn, stripOn } from '../card-reading.js';
import { onStage } from './on-stage.js';
import { allowed, atClb, atProvider, daysAgo, farm, uuid } from './world.js';

const on = onStage();
const trailId = uuid<TrailId>('7142');
const of = (number: number) => ({ referralId: uuid(String(number)) });
/** One on a waiting list, and a later one of the same pupil with its provider. */
const two = async (later: 'contacted' | 'place-free' = 'contacted'): Promise<void> => {
  await on.world.refers(42, { state: 'waitlisted', days: 40, facts: { serviceId: farm.id } });
  await on.world.refers(43, { state: later, days: 2, facts: { trailId, firstRegisteredAt: daysAgo(40) } });
};
const press = (action: { slug: string }, data: object, by = atClb()) => on.stage.press(action, { ...data }, { by });

describe('at most one start in a trail', () => {
  test('a place asks whether the other is still needed, in its own thread; nothing is assumed', async () => {
    await two();
    allowed(await press(offerPlace, of(43), atProvider()));
    expect(await on.world.referral(42)).toMatchObject({
      state: 'waitlisted',
      besidePlace: { reference: '2026-0043', kept: false },
    });
    expect(await on.world.told()).toContain('referral-update placed-elsewhere');
    const post = (await on.stage.see(referralPost, of(42), null))!;
    expect(stripOn(post).next).toBe('De leerling heeft een plaats: aanmelding 2026-0043. Is deze nog nodig?');
    expect(pressesOn(post).slice(0, 2)).toEqual(['withdraw-referral', 'keep-beside']);
    const form = await on.stage.form(withdrawReferral, of(42), { by: atClb() });
    expect(form['typed']).toEqual({ reason: 'elsewhere' });
  });

  test('as long as it stands there is no second start', async () => {
    await two('place-free');
    allowed(await press(confirmPlace, { ...of(43), others: 'keep' }));
    expect(await on.world.referral(42)).toMatchObject({ besidePlace: { kept: true } });
    await on.world.happened(42, 'place-freed', { reason: null });
    expect(await press(confirmPlace, of(42))).toMatchObject({ refused: 'placed-elsewhere' });
  });

  test('is let to stand in one press; what was answered where the place was taken is not asked again', async () => {
    await two();
    allowed(await press(offerPlace, of(43), atProvider()));
    allowed(await press(keepBeside, of(42)));
    expect(await on.world.referral(42)).toMatchObject({ state: 'waitlisted', besidePlace: { kept: true } });
    expect(isRefusal(await press(keepBeside, of(42), atProvider()))).toBe(true);
    expect(await on.world.history(42)).toContain('kept-beside');
  });

  test('is free again when the place is taken back', async () => {
    await two();
    allowed(await press(offerPlace, of(43), atProvider()));
    allowed(await press(undoAnswer, of(43), atProvider()));
    expect(await on.world.referral(42)).toMatchObject({ state: 'waitlisted', besidePlace: null });
  });

  test('the next provider reads what came before as codes, and how long the pupil waits in all; not where that was', async () => {
    await on.world.refers(42, { state: 'no-match', days: 40, facts: { serviceId: farm.id } });
    await on.world.refers(43, { days: 2, facts: { trailId, firstRegisteredAt: daysAgo(40) } });
    const offer = (await on.stage.see(referralOffer, of(43), null))!;
    expect(offer['notes']).toEqual([
      expect.stringMatching(/^Eerder aangemeld: geen match \(.+\) · wacht sinds 7 okt\. \(.+\)$/),
    ]);
    expect(JSON.stringify(offer)).not.toContain(farm.name);
  });
});
