import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TrailId } from '../../../../src/domain/ids.js';
import { forgetTrail, forgetTrails } from '../../../../src/features/case/privacy/forget-trails.job.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { pupilTyped } from './files.js';
import { PrivacyWorld } from './world.js';

const dayMs = 86_400_000;

describe('what a pupil leaves behind', () => {
  let stage: FeatureStage;
  let world: PrivacyWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    stage.now = given.monday10;
    world = await PrivacyWorld.on(stage);
  });

  const file = () => stage.read.caseFile(world.referral.id);
  const told = () =>
    stage.database.kysely.selectFrom('timeline').select(['side', 'data']).where('name', '=', 'erased').execute();
  const due = async () => (await stage.database.kysely.selectFrom('due').selectAll().execute()).map(({ key }) => key);

  describe('erased on request', () => {
    test('by the desk, once it is over: nothing is left, the history says so, and pressed again it does no more', async () => {
      await world.refer('withdrawn', pupilTyped);
      const desk = world.at(world.desk);
      expect(await world.eraseForm(desk)).toMatchObject({ referralId: world.referral.id, whole: null });
      expect(await file()).not.toBeNull();

      const reply = {
        show: 'case-history',
        with: { referralId: world.referral.id, why: 'desk' },
        note: { key: 'erased' },
      };
      expect(await world.erase(desk)).toMatchObject({ reply });
      expect([await file(), await stage.read.isErased(world.referral.trailId)]).toEqual([null, true]);
      expect(await told()).toEqual([{ side: 'desk', data: { why: 'asked' } }]);

      expect(await world.erase(desk)).toEqual({ reply });
      expect(await told()).toHaveLength(1);
    });

    test.each(['delivered', 'placed', 'no-match'] as const)('not while it runs: %s', async (state) => {
      await world.refer(state, pupilTyped);
      expect(await world.erase(world.at(world.desk))).toMatchObject({ refused: 'still-running' });
      expect(await file()).not.toBeNull();
    });

    test('by nobody else', async () => {
      await world.refer('withdrawn', pupilTyped);
      for (const who of [world.clb, world.provider, world.other])
        expect(await world.erase(world.at(who))).toEqual({ refused: 'only-desk' });
      expect(await file()).not.toBeNull();
    });
  });

  describe('when its term has passed', () => {
    const after = async (days: number) => {
      stage.now = new Date(world.referral.since.getTime() + days * dayMs);
      await stage.run(forgetTrails, {});
    };

    test('is erased by itself, 300 days after it was over and not before', async () => {
      await world.refer('withdrawn', pupilTyped);
      await after(299);
      expect(await due()).not.toContain(`forget:${world.referral.trailId}`);
      await after(301);
      expect(await due()).toContain(`forget:${world.referral.trailId}`);
      await stage.runDue([forgetTrail]);
      expect(await file()).toBeNull();
      expect(await told()).toEqual([{ side: 'clock', data: { why: 'term' } }]);
      await after(302);
      expect(await due()).not.toContain(`forget:${world.referral.trailId}`);
    });

    test.each(['delivered', 'placed', 'waitlisted', 'no-match'] as const)('never while it runs: %s', async (state) => {
      await world.refer(state, pupilTyped);
      await after(900);
      await stage.run(forgetTrail, { trailId: world.referral.trailId });
      expect(await file()).not.toBeNull();
    });

    test('what hangs on no referral is not about a pupil who was referred: the map of a school stays', async () => {
      await world.refer('withdrawn', pupilTyped);
      const trailId = given.id<TrailId>();
      await stage.put({
        put: 'trail',
        row: { id: trailId, firstRegisteredAt: null, createdAt: given.monday10, version: 0 },
      });
      await after(900);
      expect(await due()).not.toContain(`forget:${trailId}`);
      await stage.run(forgetTrail, { trailId });
      expect(await stage.read.isErased(trailId)).toBe(false);
    });

    test('something began again meanwhile: its turn comes and it stays', async () => {
      await world.refer('withdrawn', pupilTyped);
      await after(301);
      const { id, trailId } = world.referral;
      await stage.put({
        put: 'draft',
        row: given.draft({ trailId, follows: id, personId: world.els.id, clbId: world.clb.id, version: 0 }),
      });
      await stage.run(forgetTrail, { trailId });
      expect(await file()).not.toBeNull();
    });
  });
});
