import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReferralId } from '../../../../src/domain/ids.js';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { sendReferral } from '../../../../src/features/case/intake/send-referral.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { groupTyped, ordinaryTyped } from './intakes.js';
import { IntakeWorld, monday9, sunday } from './world.js';

describe('send-referral', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  const keys = async (id: ReferralId): Promise<string[]> =>
    (await world.messages()).map(({ key }) => key.replace(id, 'it')).filter((key) => !key.startsWith('worker:'));

  test('asks once on which number the sender is reached, and not who answered that', async () => {
    const asked = async (): Promise<string[]> =>
      (await world.messages()).filter(({ view }) => view === 'phone-question').map(({ key }) => key);
    const { send } = await world.ready();
    await send();
    expect(await asked()).toEqual([`worker:${world.person.id}:phone`]);
    world = await IntakeWorld.on(stage);
    await stage.put({ put: 'worker', row: given.workerDetails({ personId: world.person.id, phone: null }) });
    await (await world.ready()).send();
    expect(await asked()).toEqual([]);
  });

  test('given the desk is open, then registered, posted, and delivered now (R4)', async () => {
    const { service, draft, send } = await world.ready();
    expect(await send()).toMatchObject({ reply: { show: 'draft-post', with: { draftId: draft.id } } });
    const referral = await world.referralOf(draft.id);
    expect(referral).toMatchObject({
      reference: '2026-0001',
      state: 'registered',
      serviceId: service.id,
      providerId: service.organisationId,
      clbId: world.clb.id,
      referrerId: world.person.id,
      draftId: draft.id,
      ageBand: '14-15',
      region: 'VBO',
      firstRegisteredAt: given.monday10,
      deliverAt: given.monday10,
    });
    expect(await stage.read.trail(draft.trailId)).toMatchObject({ firstRegisteredAt: given.monday10 });
    expect(await world.draft()).toMatchObject({ state: 'sent', referralId: referral.id });
    expect(await stage.read.caseFile(referral.id)).toMatchObject({
      typed: { question: ordinaryTyped['question'], pupilName: 'Noor Voorbeeld' },
    });
    expect(
      await stage.read.liveReferralsLike(world.clb.id, { name: 'Noor Voorbeeld', birthDate: '2012-03-09' }),
    ).toMatchObject([{ referral: { id: referral.id }, likeness: 'same' }]);
    expect(await keys(referral.id)).toEqual(['referral:it:clb']);
    expect(await world.clocks()).toEqual({ [`referral:${referral.id}:deliver`]: given.monday10 });
    const { history, lastBy } = (await stage.read.caseOf(referral.id))!;
    expect(history).toMatchObject([
      { name: 'registered', organisationId: world.clb.id, data: { held: null, again: false } },
    ]);
    expect(lastBy).toMatchObject({ id: world.person.id });
  });

  test('given a Sunday, then delivered on Monday, and the receipt says so (R4, R16)', async () => {
    const { draftId, send } = await world.ready();
    stage.now = sunday;
    await send();
    const { id } = await world.referralOf(draftId);
    expect(await world.clocks()).toEqual({ [`referral:${id}:deliver`]: monday9 });
    const receipt = await world.stored(draftPost, { draftId });
    expect(receipt).toMatchObject({
      told: [
        {
          title: 'Naar NAFT Vlaams-Brabant Oost',
          line: expect.stringContaining('2026-0001'),
          strip: { state: 'Verzonden', next: 'Ze wordt bezorgd op ma 16 nov., 9 u. Tot dan kunt u ze nog wijzigen.' },
          notes: [expect.stringContaining('code P')],
          buttons: expect.arrayContaining([
            expect.objectContaining({ verb: 'recall-referral', data: expect.objectContaining({ referralId: id }) }),
          ]),
        },
      ],
    });
    expect(JSON.stringify(receipt)).not.toMatch(/Noor|Voorbeeld|Kessel|Leuven/);
  });

  test('when pressed twice, then one referral and its receipt', async () => {
    const { draftId, send } = await world.ready();
    await send();
    expect(await send()).toEqual({ reply: { show: 'draft-post', with: { draftId } } });
    expect(await world.count('referral')).toBe(1);
    expect(await stage.numbers.nextReference(2026)).toBe('2026-0002');
  });

  test.each([
    ['the desk chooses', { service: 'desk' }, {}, 'chooses'],
    ['the desk looks first', {}, { deskFirst: true }, 'looks-first'],
    [
      'outside the province',
      { domicile: 'Gent', schoolPlace: 'Gent', clbPlace: '', region: 'outside', service: 'desk' },
      {},
      'outside',
    ],
  ])('given %s, then held before the desk, not delivered', async (_when, typed: object, settings, held) => {
    await stage.put({ put: 'setting', row: settings });
    const { draftId, send } = await world.ready({ ...typed });
    await send();
    const referral = await world.referralOf(draftId);
    expect(referral).toMatchObject({ state: 'held', deliverAt: null });
    expect(await keys(referral.id)).toEqual(['referral:it:clb', 'referral:it:desk']);
    expect(Object.keys(await world.clocks())).not.toContain(`referral:${referral.id}:deliver`);
    expect((await stage.read.caseOf(referral.id))!.history).toMatchObject([{ name: 'registered', data: { held } }]);
  });

  test('given a pupil under 12, then delivered and before the desk (R8)', async () => {
    const { service, draftId, send } = await world.ready({ birthDate: '9/3/2016', schoolForm: 'primary' });
    await world.changeService(service, { minimumAge: 6 });
    await send();
    const referral = await world.referralOf(draftId);
    expect(referral).toMatchObject({ state: 'registered', ageBand: 'under-12' });
    expect(await keys(referral.id)).toEqual(['referral:it:clb', 'referral:it:desk']);
  });

  test('given a group, then nobody to recognise and nothing of a pupil', async () => {
    const { draftId, send } = await world.ready({ ...groupTyped });
    await send();
    const referral = await world.referralOf(draftId);
    expect(referral).toMatchObject({ target: 'group', groupSize: 18, ageBand: null });
    expect(JSON.stringify(await stage.read.caseFile(referral.id))).not.toContain('Noor');
    for (const table of ['blindIndex', 'pupilMark'] as const)
      expect(await stage.database.kysely.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  test('given a follow-up, then the trail keeps its first registration (R12)', async () => {
    const first = new Date('2026-09-01T08:00:00Z');
    const trail = await world.addTrail({ firstRegisteredAt: first });
    const { draftId, send } = await world.ready({}, { trailId: trail.id });
    await send();
    expect(await world.referralOf(draftId)).toMatchObject({
      firstRegisteredAt: first,
      registeredAt: given.monday10,
    });
    expect(await stage.read.trail(trail.id)).toMatchObject({ firstRegisteredAt: first, version: 1 });
  });

  test('given something missing or no consent, then it says what, and no number is used', async () => {
    const { draftId, send } = await world.ready({ pupilConsent: 'to-ask', question: '' });
    expect(await send()).toEqual({
      refused: 'not-complete',
      values: { what: 'vul deel 2 aan: Vraag · de instemming van de leerling is nog te vragen' },
      show: { view: 'review-referral', with: { draftId } },
    });
    expect(await stage.numbers.nextReference(2026)).toBe('2026-0001');
  });

  test('given the service filled up meanwhile, then it says until when', async () => {
    const { service, send } = await world.ready();
    await world.changeService(service, { fullUntil: '2027-08-31' });
    expect(await send()).toMatchObject({ refused: 'service-full', values: { until: 'di 31 aug. 2027' } });
  });

  test('given a draft that was thrown away, or none, then gone', async () => {
    const { send } = await world.ready({}, { state: 'discarded' });
    expect(await send()).toMatchObject({ refused: 'draft-gone' });
    expect(await world.press(sendReferral, { draftId: given.id() })).toEqual({ refused: 'draft-gone' });
  });
});
