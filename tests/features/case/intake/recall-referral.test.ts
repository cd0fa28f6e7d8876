import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { draftPost } from '../../../../src/features/case/intake/draft-post.js';
import { recallReferral } from '../../../../src/features/case/intake/recall-referral.js';
import { reviewReferral } from '../../../../src/features/case/intake/review-referral.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { IntakeWorld, sunday } from './world.js';

describe('recall-referral', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  async function sent() {
    const { draftId, send } = await world.ready();
    stage.now = sunday;
    await send();
    const { id } = await world.referralOf(draftId);
    return { draftId, id, send, recall: () => world.press(recallReferral, { referralId: id }) };
  }

  test('until delivery: called back, the draft open at the review, nothing delivered (R4)', async () => {
    const { draftId, id, recall } = await sent();
    expect(await recall()).toMatchObject({ reply: { show: 'review-referral', with: { draftId } } });
    expect(await world.referralOf(draftId)).toMatchObject({ state: 'recalled', deliverAt: null });
    expect(await world.draft()).toMatchObject({ state: 'open', step: 'review-referral', referralId: id });
    expect(await world.stored(draftPost, { draftId })).toMatchObject({
      told: [{ title: 'Aanmelding 2026-0001 wijzigen', buttons: [{ verb: 'continue-draft', data: { draftId } }] }],
    });
    expect(await world.see(reviewReferral, { draftId })).toMatchObject({ missing: null, fault: null });
  });

  test('left so, somebody is reminded of it; it is not thrown away like another draft', async () => {
    const { draftId, id, recall } = await sent();
    await recall();
    const clocks = Object.keys(await world.clocks());
    expect(clocks).toContain(`referral:${id}:follow-up`);
    expect(clocks).not.toContain(`referral:${id}:deliver`);
    expect(clocks).not.toContain(`draft:${draftId}:expire`);
  });

  test('twice comes to the same, also when somebody was reminded in between', async () => {
    const { id, draftId, recall } = await sent();
    await recall();
    expect(await recall()).toEqual({ reply: { show: 'review-referral', with: { draftId } } });
    await world.happened(id, 'followed-up', { owner: 'clb' });
    expect(await recall()).toEqual({ reply: { show: 'review-referral', with: { draftId } } });
  });

  test('sent again it is the same referral, with the same reference; the file keeps what it was', async () => {
    const { id, draftId, recall, send } = await sent();
    const { firstRegisteredAt } = await world.referralOf(draftId);
    await recall();
    stage.now = given.monday10;
    await send();
    expect(await world.count('referral')).toBe(1);
    expect(await world.referralOf(draftId)).toMatchObject({
      id,
      reference: '2026-0001',
      state: 'registered',
      firstRegisteredAt,
      registeredAt: firstRegisteredAt,
      deliverAt: given.monday10,
    });
    expect((await stage.read.caseOf(id))!.history.map(({ name, data }) => [name, data['again']])).toEqual([
      ['registered', false],
      ['recalled', undefined],
      ['registered', true],
    ]);
    const files = await stage.database.kysely.selectFrom('caseFile').select('version').execute();
    expect(files).toHaveLength(2);
  });

  test('while the desk phones the provider it can be called back; under way and after that no more', async () => {
    const { id, draftId, recall } = await sent();
    await world.happened(id, 'dispatched', { channel: true });
    expect(await world.stored(draftPost, { draftId })).toMatchObject({
      told: [{ strip: { sign: '➤', state: 'Onderweg' } }],
    });
    expect(JSON.stringify(await world.stored(draftPost, { draftId }))).not.toContain('recall-referral');
    expect(await recall()).toEqual({ refused: 'outdated', show: { view: 'draft-post', with: { draftId } } });
    await world.happened(id, 'not-received', { reason: 'gone' });
    expect(await world.stored(draftPost, { draftId })).toMatchObject({
      told: [
        {
          strip: { sign: '◆', state: 'Bij het Meldpunt', next: expect.stringContaining('Het Meldpunt belt.') },
          buttons: expect.arrayContaining([expect.objectContaining({ verb: 'recall-referral' })]),
        },
      ],
    });
    expect(await recall()).toMatchObject({ reply: { show: 'review-referral' } });
  });

  test('withdrawn after it was called back it is no draft any more', async () => {
    const { id, draftId, recall, send } = await sent();
    await recall();
    expect(await stage.read.draftsOf(world.person.id)).toHaveLength(1);
    await world.happened(id, 'withdrawn', { reason: 'solved' });
    expect(await stage.read.draftsOf(world.person.id)).toEqual([]);
    expect(await send()).toEqual({ reply: { show: 'draft-post', with: { draftId } } });
    expect(await recall()).toMatchObject({ refused: 'outdated' });
  });

  test('only by who made it', async () => {
    const { recall } = await sent();
    const other = given.person({ aadObjectId: 'aad-other' });
    await stage.put({ put: 'person', row: other });
    world.actor = { ...world.actor, person: other };
    expect(await recall()).toEqual({ refused: 'only-author' });
    expect(await world.press(recallReferral, { referralId: given.id() })).toEqual({ refused: 'not-found' });
  });
});
