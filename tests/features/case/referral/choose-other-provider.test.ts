import { describe, expect, test } from '@jest/globals';
import { isRefusal, type Outcome, type Refusal } from '../../../../src/contracts/outcome.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { event } from '../../../../src/domain/case/events.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import type { ReferralId, ServiceId, TrailId } from '../../../../src/domain/ids.js';
import { setAvailability } from '../../../../src/features/case/waitlist/set-availability.js';
import { chooseOtherProvider } from '../../../../src/features/case/referral/choose-other-provider.js';
import { actor, conversation, monday10, service } from '../../../support/given.js';
import { onStage } from './on-stage.js';
import {
  allowed,
  an,
  bert,
  atClb,
  atDesk,
  atProvider,
  daysAgo,
  farm,
  farmers,
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
const form = (given: object = {}) => on.stage.form(chooseOtherProvider, { ...id, ...given }, { by: atClb() });
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
    expect(await form()).toMatchObject({
      rows: [
        { service: farm.id, kind: 'full', line: expect.stringContaining('volzet tot en met') },
        { service: 'desk', kind: 'chosen' },
      ],
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
    const { rows, others } = await form();
    expect(rows).toMatchObject([
      { name: 'Zorgboerderij Voorbeeld', kind: 'chosen', badge: { text: '±\u00a05 weken' }, verb: 'open-form' },
      { name: 'Laat het Meldpunt kiezen', kind: 'open', data: { form: 'choose-other-provider', serviceId: 'desk' } },
    ]);
    expect(others).toMatchObject([{ name: young.name, kind: 'full', line: 'tot en met 11 jaar' }]);
  });

  test('a row is one press and chooses; the button says what happens with the first: three presses, nothing typed', async () => {
    await first();
    const opened = await form({ serviceId: 'desk' });
    expect(opened['rows']).toMatchObject([{ kind: 'open' }, { service: 'desk', kind: 'chosen' }]);
    expect(opened['ways']).toMatchObject([
      { title: 'Aanmelden en intrekken', style: null, data: { serviceId: 'desk', first: 'withdraw' } },
      { title: 'Aanmelden en houden', style: null, data: { serviceId: 'desk', first: 'keep' } },
    ]);
    expect(await numbers()).toBe(0);
    const [{ data: sent }] = opened['ways'] as [{ data: object }];
    expect(await made(await press(sent))).toMatchObject({ state: 'held', serviceId: null });
  });

  test('where it was no match before says so and does not stand chosen', async () => {
    await on.world.refers(43, { state: 'no-match', facts: { trailId, serviceId: farm.id } });
    await first();
    expect((await form())['rows']).toMatchObject([
      { service: farm.id, kind: 'open', line: expect.stringMatching(/^eerder geen match/) },
      { service: 'desk', kind: 'chosen' },
    ]);
  });

  test('since when its availability is known stands with it', async () => {
    const by = actor({ person: bert, organisations: [farmers], conversation: conversation({ scope: 'personal' }) });
    allowed(
      await on.stage.press(
        setAvailability,
        { serviceId: farm.id, kind: 'waitlist', weeks: '4', fullUntil: '' },
        { by },
      ),
    );
    await first();
    expect((await form())['rows']).toMatchObject([
      { badge: { text: '±\u00a04 weken' }, line: expect.stringMatching(/volgens de aanbieder op ma 16 nov\.$/) },
      {},
    ]);
  });

  test('what filled up since is not silently another: nothing stands chosen', async () => {
    await on.stage.put({
      put: 'service',
      row: { ...(await on.stage.read.service(farm.id))!, fullUntil: '2027-08-31' },
    });
    await first();
    expect(await form({ serviceId: farm.id })).toMatchObject({ ways: [], rows: [{ kind: 'full' }, { kind: 'open' }] });
  });

  test('asks what happens with the first and assumes nothing', async () => {
    await first();
    expect(allowed(await press({ first: undefined })).reply).toMatchObject({ errors: { first: 'first-missing' } });
    expect(allowed(await press({ first: 'over' })).reply).toMatchObject({ errors: { first: 'first-missing' } });
    for (const serviceId of ['', undefined])
      expect(allowed(await press({ serviceId })).reply).toMatchObject({ errors: { serviceId: 'service-missing' } });
    expect(await numbers()).toBe(0);
  });

  test('is only for the CLB that refers (R1, R12), and takes no number for others', async () => {
    await first();
    for (const by of [atProvider(), stranger(), atDesk()])
      expect(await press({}, by)).toMatchObject({ refused: 'only-referrer' });
    expect(await numbers()).toBe(0);
  });

  test('goes on from one that was withdrawn before: nothing is asked of it, and the trail keeps its date', async () => {
    await first({ state: 'withdrawn', days: 30 });
    expect(await form()).toMatchObject({ first: null, ways: [{ title: 'Aanmelden', data: { first: 'over' } }] });
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
