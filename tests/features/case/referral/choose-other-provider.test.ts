import { describe, expect, test } from '@jest/globals';
import { isRefusal, type Outcome, type Refusal } from '../../../../src/contracts/outcome.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { event } from '../../../../src/domain/case/events.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import type { ReferralId, ServiceId, TrailId } from '../../../../src/domain/ids.js';
import { chooseOtherProvider } from '../../../../src/features/case/referral/choose-other-provider.js';
import { monday10, service } from '../../../support/given.js';
import { onStage } from './on-stage.js';
import {
  allowed,
  an,
  atClb,
  atDesk,
  atProvider,
  daysAgo,
  farm,
  provider,
  stranger,
  typed,
  uuid,
  type Life,
} from './world.js';

const on = onStage();
const id = { referralId: uuid<ReferralId>('42') };
const trailId = uuid<TrailId>('7142');
const data = { ...id, serviceId: farm.id as string, first: 'withdraw' };
const waits = { state: 'waitlisted', days: 20 } as const;

const press = (over: object = {}, by: Actor = atClb()): Promise<Outcome | Refusal> =>
  on.stage.press(chooseOtherProvider, { ...data, ...over }, { by });
const first = async (life: Life = waits): Promise<void> => {
  await on.world.refers(42, life);
  await on.world.withFile();
};
/** The referral that the reply shows. */
const made = async (result: Outcome | Refusal): Promise<Referral> => {
  const { reply } = allowed(result);
  if (reply === undefined || !('show' in reply)) throw new Error('nothing was shown');
  return (await on.stage.read.referral(reply.with['referralId'] as ReferralId))!;
};
const numbers = async (): Promise<number> =>
  Number((await on.stage.database.kysely.selectFrom('referenceCounter').select('last').executeTakeFirst())?.last ?? 0);

describe('choose-other-provider', () => {
  test('makes a new referral in the same trail with everything carried over (R12)', async () => {
    await first();
    const next = await made(await press());
    expect(next).toMatchObject({
      reference: '2026-0001',
      trailId,
      firstRegisteredAt: daysAgo(20),
      registeredAt: monday10,
      referrerId: an.id,
      serviceId: farm.id,
      providerId: farm.organisationId,
      state: 'registered',
      deliverAt: monday10,
      contactedBy: null,
      region: 'VBO',
      problemDomains: ['emotional', 'educational'],
      version: 1,
    });
    expect((await on.stage.read.caseFile(next.id))!.typed).toEqual({ ...typed, service: farm.id });
    expect(await on.stage.read.draft(next.draftId)).toMatchObject({
      state: 'sent',
      referralId: next.id,
      follows: id.referralId,
    });
    const { history } = (await on.stage.read.caseOf(next.id))!;
    expect(history.map(({ name, data: of }) => [name, of['from'] ?? null])).toEqual([
      ['registered', null],
      ['referred-on', '2026-0042'],
    ]);
    expect(await on.world.keys()).toContain(`referral:${next.id}:clb`);
  });

  test('withdraws the first when that was said, with the reason; its provider is told once', async () => {
    await first();
    allowed(await press());
    expect(await on.world.referral(42)).toMatchObject({
      state: 'withdrawn',
      withdrawReason: 'elsewhere',
      referredOn: true,
    });
    expect(await on.world.told()).toEqual(['offer-update withdrawn']);
    expect((await on.world.history(42)).slice(-2)).toEqual(['referred-on', 'withdrawn']);
  });

  test('keeps the first as it stands, and tells its provider that the pupil is referred elsewhere too', async () => {
    await first();
    allowed(await press({ first: 'keep' }));
    expect(await on.world.referral(42)).toMatchObject({ state: 'waitlisted', undo: null, referredOn: true });
    expect(await on.world.told()).toEqual(['offer-update elsewhere']);
  });

  test('keeping one that was proposed or full puts it on the waiting list', async () => {
    await first({ state: 'waitlist-proposed' });
    allowed(await press({ first: 'keep' }));
    expect(await on.world.referral(42)).toMatchObject({ state: 'waitlisted' });
    expect(await on.world.told()).toEqual(['offer-update elsewhere', 'offer-update kept']);
  });

  test('what the first provider wrote stays with the first', async () => {
    await first({ state: 'no-match', typed: { ...typed, noMatchNote: 'van de eerste aanbieder' } });
    const next = await made(await press());
    expect(JSON.stringify((await on.stage.read.caseFile(next.id))!.typed)).not.toContain('van de eerste aanbieder');
  });

  test('goes to the desk when the desk chooses, when it looks first, and outside the province', async () => {
    await first();
    expect(await made(await press({ serviceId: 'desk', first: 'keep' }))).toMatchObject({
      state: 'held',
      serviceId: null,
    });
    await on.stage.put({ put: 'setting', row: { deskFirst: true } });
    const looked = await made(await press({ first: 'keep' }));
    expect(looked).toMatchObject({ state: 'held', serviceId: farm.id });
    expect(await on.world.keys()).toContain(`referral:${looked.id}:desk`);
  });

  test('a service in the other region that fits too takes that region, with its reason (R7)', async () => {
    const ahv = service({ id: uuid<ServiceId>('54'), organisationId: provider.id, regions: ['AHV'], version: 0 });
    await on.stage.put({ put: 'service', row: ahv });
    await first();
    expect(await made(await press({ serviceId: ahv.id }))).toMatchObject({ region: 'AHV', regionBecause: ['school'] });
  });

  test('leaves its intake, so that it can still be changed until delivery (R4)', async () => {
    await first();
    const { draftId } = await made(await press());
    expect((await on.stage.read.draft(draftId))!.typed).toEqual({ ...typed, service: farm.id });
  });

  test('sent twice shows the referral it made, also when the first was withdrawn by it', async () => {
    await first();
    const next = await made(await press());
    expect((await made(await press())).id).toBe(next.id);
    expect(await numbers()).toBe(1);
  });

  test('withdrawn since, it is made anew', async () => {
    await first();
    const next = await made(await press({ first: 'keep' }));
    const before = (await on.stage.read.referral(next.id))!;
    const by = { at: monday10, side: 'clb', personId: an.id, organisationId: null } as const;
    await on.stage.happen({ id: next.id, before, events: [event('withdrawn', { reason: 'solved' }, by)] });
    expect((await made(await press({ first: 'keep' }))).id).not.toBe(next.id);
  });

  test('shows what fits but is full, and does not take it, nor a number', async () => {
    await on.stage.put({
      put: 'service',
      row: { ...(await on.stage.read.service(farm.id))!, fullUntil: '2027-08-31' },
    });
    await first();
    expect(await on.stage.form(chooseOtherProvider, id, { by: atClb() })).toMatchObject({
      choices: [{ value: 'desk' }],
      full: expect.stringContaining('volzet'),
    });
    expect(allowed(await press()).reply).toMatchObject({
      form: 'choose-other-provider',
      errors: { serviceId: 'service-full' },
    });
    expect(await numbers()).toBe(0);
  });

  test('offers what fits with its honest availability, not where the pupil is or was referred already', async () => {
    const young = service({ id: uuid<ServiceId>('55'), organisationId: provider.id, maximumAge: 11, version: 0 });
    const busy = service({ id: uuid<ServiceId>('56'), organisationId: provider.id, name: 'Loopt al', version: 0 });
    await on.stage.put({ put: 'service', row: young }, { put: 'service', row: busy });
    await on.world.refers(43, { facts: { trailId, serviceId: busy.id } });
    await first();
    const { choices } = (await on.stage.form(chooseOtherProvider, id, { by: atClb() })) as { choices: unknown };
    expect(choices).toEqual([
      { title: 'Zorgboerderij Voorbeeld · wachtlijst, ± 5 weken', value: farm.id },
      { title: 'Laat het Meldpunt kiezen', value: 'desk' },
    ]);
  });

  test('asks what happens with the first and assumes nothing', () => {
    const { fields } = chooseOtherProvider;
    for (const given of [{}, { serviceId: '' }])
      expect(fields.safeParse(given).error?.issues.map(({ message }) => message)).toEqual([
        'service-missing',
        'first-missing',
      ]);
  });

  test('is only for the CLB that refers (R1, R12), and takes no number for others', async () => {
    await first();
    for (const by of [atProvider(), stranger(), atDesk()])
      expect(await press({}, by)).toMatchObject({ refused: 'only-referrer' });
    expect(await numbers()).toBe(0);
  });

  test('goes on from one that was withdrawn before: nothing is asked of it, and the trail keeps its date', async () => {
    await first({ state: 'withdrawn', days: 30 });
    const form = await on.stage.form(chooseOtherProvider, id, { by: atClb() });
    expect(form).toMatchObject({ firstLabel: null, firstChoices: null, over: 'over' });
    expect(allowed(await press()).reply).toMatchObject({ errors: { serviceId: 'first-over' } });
    const next = await made(await press({ first: 'over' }));
    expect(next).toMatchObject({ state: 'registered', trailId, firstRegisteredAt: daysAgo(30) });
    expect((await on.world.history(42)).filter((name) => name === 'withdrawn')).toHaveLength(1);
    expect((await made(await press({ first: 'over' }))).id).toBe(next.id);
  });

  test('is not for a referral that is not with a provider or is placed', async () => {
    for (const [index, state] of (['registered', 'held', 'placed'] as const).entries()) {
      await on.world.refers(100 + index, { state });
      await on.world.withFile();
      expect(isRefusal(await press({ referralId: uuid(String(100 + index)) }))).toBe(true);
    }
  });

  test('carries nothing over when the data were erased', async () => {
    await on.world.refers(42, waits);
    expect(await press()).toMatchObject({ refused: 'file-closed' });
    expect(await press({ referralId: uuid('9') })).toEqual({ refused: 'not-found' });
  });
});
