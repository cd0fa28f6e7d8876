import { describe, expect, test } from '@jest/globals';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { deskReferral } from '../../../../src/features/case/dispatch/desk-referral.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import type { View } from '../../../../src/contracts/action.js';
import { workerDetails } from '../../../support/given.js';
import { chatOn, type Filled } from '../card-reading.js';
import { onStage } from './on-stage.js';
import { an, daysAgo, desk, uuid, type Life } from './world.js';

const on = onStage();
const drawn = async (view: Pick<View, 'slug'>, life: Life): Promise<Filled> => {
  await on.world.refers(42, life);
  return (await on.stage.see(view, { referralId: uuid('42') }, null))!;
};
const called = (card: Filled): string[] =>
  (card['people'] as { name: string; ways: string | null }[]).map(({ name, ways }) =>
    [name, ways ?? ''].join(' ').replaceAll('\u00A0', ' '),
  );
const nobody = { serviceId: null, providerId: null };

describe('the CLB reads whom to call', () => {
  test.each<[string, Life]>([
    ['outside hours', { state: 'registered', deliverAt: new Date('2026-11-17T08:00:00Z') }],
    ['held by the Meldpunt', { state: 'held', facts: nobody }],
    ['outside the province', { state: 'held', facts: { ...nobody, region: 'outside', regionBecause: [] } }],
    ['not delivered', { state: 'to-phone' }],
  ])('%s: the Meldpunt', async (_when, life) => {
    expect(called(await drawn(referralPost, life))).toEqual([
      '**Meldpunt** [016 00 00 07](tel:016000007) · [meldpunt@example.org](mailto:meldpunt@example.org)',
    ]);
  });

  test('late: the provider, then the Meldpunt', async () => {
    const people = called(await drawn(referralPost, { contactBy: daysAgo(1), days: 4 }));
    expect(people[0]).toContain('**NAFT-Leerrecht Oost** [016 00 00 02](tel:016000002)');
    expect(people[1]).toContain('**Meldpunt**');
  });

  test('on its way in time: the provider alone; contacted: who has it, with a chat', async () => {
    expect(called(await drawn(referralPost, {}))).toEqual([expect.stringContaining('NAFT-Leerrecht Oost')]);
    await on.world.happened(42, 'contacted', {});
    const card = (await on.stage.see(referralPost, { referralId: uuid('42') }, null))!;
    expect(called(card)).toEqual([
      '**Bert Claes** · NAFT-Leerrecht Oost [016 00 00 02](tel:016000002) (algemeen nummer) · [bert.claes@naft.example](mailto:bert.claes@naft.example)',
    ]);
    expect(chatOn(card)).toContain('users=bert.claes%40naft.example');
  });

  test('a Meldpunt that gave neither number nor mail is not named as somebody to call', async () => {
    const row = (await on.stage.read.organisation(desk.id))!;
    await on.stage.put({ put: 'organisation', row: { ...row, phone: null, email: null } });
    expect(called(await drawn(referralPost, { state: 'to-phone' }))).toEqual([]);
  });
});

describe('the provider and the Meldpunt read whom to call', () => {
  test('the provider: the referrer, also after a roster that knows no mail; nothing personal in the chat', async () => {
    const card = await drawn(referralOffer, {});
    expect(called(card)[0]).toContain('[016 00 00 01](tel:016000001) · [an.peeters@clb.example]');
    expect(chatOn(card)).toMatch(/users=an\.peeters%40clb\.example&message=Over%20aanmelding%202026-0042%3A$/);
    const unknown = { chatName: null, rosterEmail: null, phone: null };
    await on.stage.put({ put: 'worker', row: workerDetails({ personId: an.id, ...unknown }) });
    const poor = (await on.stage.see(referralOffer, { referralId: uuid('42') }, null))!;
    expect([called(poor), chatOn(poor)]).toEqual([
      ['**An Peeters** · CLB Voorbeeld, team Leuven telefoonnummer niet bekend'],
      null,
    ]);
  });

  test('the Meldpunt: both sides', async () => {
    const people = called(await drawn(deskReferral, { state: 'to-phone' }));
    expect(people.map((one) => /\*\*(.*?)\*\*/.exec(one)![1])).toEqual(['An Peeters', 'NAFT-Leerrecht Oost']);
  });
});
