import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { referralStates } from '../../../../src/domain/case/states.js';
import { openFile } from '../../../../src/features/case/privacy/open-file.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { pupilTyped } from './files.js';
import { PrivacyWorld } from './world.js';

describe('open-file', () => {
  let stage: FeatureStage;
  let world: PrivacyWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await PrivacyWorld.on(stage);
  });

  const shown = () => ({ reply: { show: 'opened-file', with: { referralId: world.referral.id } } });

  test.each(referralStates)('the referrer’s CLB and the desk may always: %s', async (state) => {
    await world.refer(state, pupilTyped);
    expect(await world.open(world.at(world.clb))).toMatchObject(shown());
    expect(await world.open(world.at(world.desk))).toMatchObject(shown());
    expect(await world.readLog()).toMatchObject([
      { personId: world.els.id, organisationId: world.clb.id, data: { what: 'case-file' } },
      { personId: world.els.id, organisationId: world.desk.id, data: { what: 'case-file' } },
    ]);
  });

  test.each(['delivered', 'contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'place-free'] as const)(
    'the provider may while it has a part: %s',
    async (state) => {
      await world.refer(state, pupilTyped);
      expect(await world.open(world.at(world.provider))).toMatchObject(shown());
      expect(await world.readLog()).toMatchObject([{ organisationId: world.provider.id }]);
    },
  );

  test.each(['full', 'no-match', 'withdrawn'] as const)('when its part is closed it may no more: %s', async (state) => {
    await world.refer(state, pupilTyped);
    expect(await world.open(world.at(world.provider))).toEqual({
      refused: 'file-closed',
      show: { view: 'referral-offer', with: { referralId: world.referral.id } },
    });
    expect(await world.readLog()).toEqual([]);
  });

  test.each(['registered', 'recalled', 'dispatched', 'to-phone'] as const)(
    'before it was received it does not exist for the provider: %s',
    async (state) => {
      await world.refer(state, pupilTyped);
      expect(await world.open(world.at(world.provider))).toEqual({ refused: 'not-yours' });
    },
  );

  test('withdrawn before it was received, it never did', async () => {
    await world.refer('withdrawn', pupilTyped, { deliveredAt: null, contactBy: null });
    expect(await world.open(world.at(world.provider))).toEqual({ refused: 'not-yours' });
  });

  test('for another organisation, or when there is none, it is not theirs', async () => {
    await world.refer('delivered', pupilTyped);
    expect(await world.open(world.at(world.other))).toEqual({ refused: 'not-yours' });
    const by = world.at(world.clb);
    expect(await stage.press(openFile, { referralId: given.id() }, { by })).toEqual({ refused: 'not-found' });
  });

  test('the read log names the organisation that gave the right, not the first by name', async () => {
    await world.refer('delivered', pupilTyped);
    await world.open(world.at(world.other, world.provider));
    await world.open(world.at(world.other, world.clb, world.desk));
    expect(await world.readLog()).toMatchObject([
      { organisationId: world.provider.id },
      { organisationId: world.clb.id },
    ]);
  });

  test('leaves the referral as it is, and nobody is told in a thread', async () => {
    await world.refer('delivered', pupilTyped);
    const messages = () => stage.database.kysely.selectFrom('message').select('key').execute();
    const before = await messages();
    await world.open(world.at(world.desk));
    expect(await messages()).toEqual(before);
    const { referral, history } = (await stage.read.caseOf(world.referral.id))!;
    expect(referral).toMatchObject({ state: 'delivered', since: world.referral.since });
    expect(history).toEqual([]);
  });

  test('from before the desk it leads back there', async () => {
    await world.refer('delivered', pupilTyped);
    expect(await world.open(world.at(world.desk), { why: 'desk' })).toMatchObject({
      reply: { show: 'opened-file', with: { referralId: world.referral.id, why: 'desk' } },
    });
  });
});
