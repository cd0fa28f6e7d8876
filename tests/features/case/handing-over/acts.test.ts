import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import { handOverCase } from '../../../../src/features/case/handing-over/hand-over-case.job.js';
import { handOverWork } from '../../../../src/features/case/handing-over/hand-over-work.js';
import { handOverWorkJob } from '../../../../src/features/case/handing-over/hand-over-work.job.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, an, atClb, atDesk, atProvider, bert, els, farm, jan, otherClb } from '../referral/world.js';
import { withColleagues } from './world.js';

const on = onStage();
const press = (data: object, by = atClb()) => on.stage.press(handOverWork, { ...data }, { by });

const spread = () => on.stage.runDue([handOverWorkJob, handOverCase]);

describe('hand-over-work', () => {
  test('gives everything that is not over to a colleague, with the intake, and says so once in the channel', async () => {
    await withColleagues(on.world);
    await on.world.refers(1, { state: 'contacted' });
    await on.world.refers(2, { state: 'recalled' });
    await on.world.refers(3, { state: 'withdrawn' });
    await on.world.refers(4, { facts: { clbId: otherClb.id } });
    const { reply } = allowed(await press({ from: an.id, to: jan.id }));
    expect(reply).toMatchObject({ show: 'work-handed-over', with: { count: 2 } });
    await spread();
    const referrers = await Promise.all([1, 2, 3, 4].map(async (one) => (await on.world.referral(one)).referrerId));
    expect(referrers).toEqual([jan.id, jan.id, an.id, an.id]);
    const recalled = await on.world.referral(2);
    expect((await on.stage.read.draft(recalled.draftId))?.personId).toBe(jan.id);
    expect((await on.world.history(1)).at(-1)).toBe('handed-over');
    const keys = (await on.world.keys()).filter((key) => key.startsWith('handed-over:'));
    expect(keys).toHaveLength(1);
  });

  test('at the provider it is who has the case on his or her name, also when the answer is taken back', async () => {
    await withColleagues(on.world);
    await on.world.refers(1, { state: 'placed' });
    await on.world.refers(2, { state: 'contacted', facts: { serviceId: farm.id } });
    allowed(await press({ from: bert.id, to: els.id }, atProvider()));
    await spread();
    const one = await on.world.referral(1);
    expect([one.contactedBy, one.undo?.back.contactedBy]).toEqual([els.id, els.id]);
    expect((await on.world.referral(2)).contactedBy).toBe(els.id);
    expect(one.referrerId).toBe(an.id);
  });

  test('run again, or when it went to somebody else meanwhile, nothing changes', async () => {
    await withColleagues(on.world);
    await on.world.refers(1);
    const { id } = await on.world.referral(1);
    const work = { referralId: id, side: 'clb', from: an.id, to: jan.id, by: an.id };
    await on.stage.run(handOverCase, work);
    await on.stage.run(handOverCase, work);
    expect((await on.world.history(1)).filter((name) => name === 'handed-over')).toHaveLength(1);
  });

  test('only to somebody in the team, and not to the same; only for an organisation that has cases', async () => {
    await withColleagues(on.world);
    await on.world.refers(1);
    const errors = async (data: object) => {
      const { reply } = allowed(await press(data));
      return reply !== undefined && 'form' in reply ? reply.errors : null;
    };
    expect(await errors({ from: an.id, to: bert.id })).toEqual({ to: 'to-missing' });
    expect(await errors({ from: an.id, to: an.id })).toEqual({ to: 'to-same' });
    expect(await errors({ from: jan.id, to: an.id })).toEqual({ from: 'from-missing' });
    expect(isRefusal(await press({ from: an.id, to: jan.id }, atDesk()))).toBe(true);
    expect(await on.stage.form(handOverWork, {}, { by: atClb() })).toMatchObject({
      typed: { from: an.id },
      holders: [{ value: an.id }],
    });
  });
});
