import { expect, test } from '@jest/globals';
import type { CaseCard } from '../../../../src/features/case/card/case-card.js';
import { planRoundTable } from '../../../../src/features/case/round-table/plan-round-table.js';
import { roundTable } from '../../../../src/features/case/round-table/round-table.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { onStage } from '../referral/on-stage.js';
import { atProvider } from '../referral/world.js';
import { begun, planned, tableId, toPlan } from './world.js';

const on = onStage();
const of = { roundTableId: tableId };
const card = async (side: 'clb' | 'provider', by: Actor | null = null): Promise<CaseCard> =>
  (await on.stage.see(roundTable, { ...of, side }, by)) as CaseCard;
const inSight = ({ buttons }: CaseCard): string[] =>
  buttons.filter(({ mode }) => mode === null).map(({ title }) => title);

test('who organises reads whom to tell; the other side that it is reminded', async () => {
  await planned(on.world);
  expect((await card('provider')).strip.next).toBe(
    'Verwittig zelf: school, leerling en ouders. De dag voordien krijgt u een herinnering.',
  );
  expect((await card('clb')).strip.next).toBe('De dag voordien krijgt u een herinnering.');
});

test('one’s own calendar is a button: first before it, gone once it has begun', async () => {
  await planned(on.world);
  expect(inSight(await card('provider'))).toEqual(['In mijn agenda', 'Verplaatsen']);
  expect(inSight(await card('clb'))).toEqual(['In mijn agenda']);
});

test('once it has begun it is asked whether it was held, and nothing goes into a calendar', async () => {
  await begun(on.world);
  expect(inSight(await card('provider'))).toEqual(['Gehouden', 'Niet gehouden']);
});

test('the card that answers a press leads back to the referral; that in the thread stands under it', async () => {
  await planned(on.world);
  expect((await card('provider', atProvider())).back).toMatchObject({ word: 'Aanmelding', view: 'referral-offer' });
  expect((await card('provider')).back).toBeNull();
});

test('everything that is wrong is said at once', async () => {
  await toPlan(on.world);
  const typed = { on: '2026-11-02', at: '14:00', venue: 'online', invited: 'clb,provider', location: 'bij An Peeters' };
  expect(await on.stage.press(planRoundTable, { ...of, ...typed }, { by: atProvider() })).toMatchObject({
    reply: { errors: { on: 'date-passed', url: 'url-missing', location: 'location-personal' } },
  });
});
