import { describe, expect, test } from '@jest/globals';
import { handOverCase } from '../../../../src/features/case/handing-over/hand-over-case.job.js';
import { takenPost } from '../../../../src/domain/inquiry/posts.js';
import { handOverInquiry } from '../../../../src/features/case/handing-over/hand-over-inquiry.job.js';
import { handOverWork } from '../../../../src/features/case/handing-over/hand-over-work.js';
import { handOverWorkJob } from '../../../../src/features/case/handing-over/hand-over-work.job.js';
import { fits, inquiryId } from '../inquiry/world.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, an, atClb, atDesk, atProvider, bert, clb, els, farm, jan, otherClb } from '../referral/world.js';
import { tellGone, tellGoneDesk } from '../../../../src/features/case/handing-over/tell-gone.job.js';
import { leaves, withColleagues } from './world.js';

const on = onStage();
const press = (data: object, by = atClb()) => on.stage.press(handOverWork, { ...data }, { by });

const spread = () => on.stage.runDue([handOverWorkJob, handOverCase, handOverInquiry]);

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

  test('takes questions before referring along: who takes over gets the card, also when there is nothing else', async () => {
    await withColleagues(on.world);
    await fits(on.world);
    const { reply } = allowed(await press({ from: an.id, to: jan.id }));
    expect(reply).toMatchObject({ show: 'work-handed-over', with: { count: 0, questions: 1 } });
    await spread();
    await on.stage.run(handOverInquiry, { inquiryId, from: an.id, to: jan.id, by: an.id });
    const { inquiry } = (await on.stage.read.inquiry(inquiryId))!;
    expect(inquiry).toMatchObject({ state: 'answered', askerId: jan.id, version: 3 });
    expect((await on.world.keys()).filter((key) => key.includes(':taken:'))).toEqual([takenPost(inquiry)]);
    expect(await on.stage.form(handOverWork, {}, { by: atClb() })).toMatchObject({ holders: [{ value: jan.id }] });
    await leaves(on.world, jan);
    expect(await on.stage.read.goneWorkers()).toMatchObject([{ person: { id: jan.id }, count: 0, questions: 1 }]);
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
    expect(await on.stage.form(handOverWork, {}, { by: atClb() })).toMatchObject({
      typed: { from: an.id },
      holders: [{ value: an.id }],
    });
  });

  test('given nobody else in the team, then it says so, and offers nobody to choose', async () => {
    await on.world.refers(1, { state: 'contacted' });
    await withColleagues(on.world);
    await leaves(on.world, jan);
    const form = await on.stage.form(handOverWork, {}, { by: atClb() });
    expect(form).toMatchObject({ none: expect.stringContaining('nog geen collega'), holders: null, members: null });
  });

  test('one case goes by its number; a number of others does not exist', async () => {
    await withColleagues(on.world);
    await on.world.refers(42);
    await on.world.refers(43);
    await on.world.refers(44, { facts: { clbId: otherClb.id } });
    allowed(await press({ reference: '2026-0042', from: an.id, to: jan.id }));
    await spread();
    const referrers = await Promise.all([42, 43].map(async (one) => (await on.world.referral(one)).referrerId));
    expect(referrers).toEqual([jan.id, an.id]);
    const refused = (reference: string) => press({ reference, from: an.id, to: jan.id });
    expect(await refused('2026-0044')).toEqual({ refused: 'reference-unknown', values: { reference: '2026-0044' } });
    expect(await refused('die van gisteren')).toEqual({ refused: 'reference-unclear' });
    expect(await on.stage.form(handOverWork, { reference: '2026-0043' }, { by: atClb() })).toMatchObject({
      holders: [{ value: an.id, title: 'An Peeters · aanmelding 2026-0043' }],
      typed: { from: an.id },
    });
  });
});

test('what hangs on a case mentions who has it now', async () => {
  await withColleagues(on.world);
  await on.world.refers(1, { state: 'placed' });
  allowed(await press({ from: an.id, to: jan.id }));
  await spread();
  const facts = await on.stage.read.caseOf((await on.world.referral(1)).id);
  const mentioned = [...facts!.roundTables, ...facts!.trajectories].map(({ referrerId }) => referrerId);
  expect(mentioned).toEqual([jan.id, jan.id]);
});

describe('who left the team', () => {
  test('is told to the team once, to the desk three working days later, and not when somebody took over', async () => {
    await withColleagues(on.world);
    await on.world.refers(1, { state: 'contacted' });
    await on.world.refers(2);
    await on.stage.run(tellGone, {});
    expect(await told()).toEqual([]);
    await leaves(on.world, an);
    await on.stage.run(tellGone, {});
    await on.stage.run(tellGone, {});
    expect(await told()).toEqual(['team']);
    await leaves(on.world, bert);
    await on.stage.run(tellGone, {});
    expect(await told()).toEqual(['team', 'team']);
    allowed(await press({ from: an.id, to: jan.id }, atClb(jan)));
    await spread();
    on.stage.now = new Date('2026-11-18T15:00:00Z');
    await on.stage.runDue([tellGoneDesk]);
    expect(await told()).toEqual(['team', 'team']);
    on.stage.now = new Date('2026-11-19T09:00:00Z');
    await on.stage.runDue([tellGoneDesk]);
    expect(await told()).toEqual(['team', 'team', 'desk']);
  });

  test('where no roster is known, nobody left', async () => {
    await on.world.refers(1);
    expect(await on.stage.read.goneWorkers()).toEqual([]);
  });

  test('the desk chooses from those who left, and hands over in the name of the team; others stay', async () => {
    await withColleagues(on.world);
    await on.world.refers(1, { state: 'contacted' });
    await on.world.refers(2, { facts: { referrerId: jan.id } });
    await leaves(on.world, an);
    expect(await on.stage.form(handOverWork, {}, { by: atDesk() })).toMatchObject({
      gone: [{ title: 'An Peeters', data: { organisationId: clb.id, from: an.id } }],
      holders: null,
    });
    const asked = { organisationId: clb.id, from: an.id };
    expect(await on.stage.form(handOverWork, asked, { by: atDesk() })).toMatchObject({
      holders: [{ value: an.id }],
      members: [{ value: jan.id }],
    });
    allowed(await press({ ...asked, to: jan.id }, atDesk()));
    await spread();
    expect((await on.world.referral(1)).referrerId).toBe(jan.id);
    const last = (await on.stage.read.caseOf((await on.world.referral(1)).id))?.history.at(-1);
    expect([last?.name, last?.side]).toEqual(['handed-over', 'desk']);
    expect(await on.stage.form(handOverWork, {}, { by: atDesk() })).toMatchObject({ gone: [] });
  });

  test('somebody of another team chooses nobody there', async () => {
    await withColleagues(on.world);
    await on.world.refers(1);
    await leaves(on.world, an);
    const asked = { organisationId: clb.id, from: an.id, to: els.id };
    const { reply } = allowed(await press(asked, atProvider()));
    expect(reply).toMatchObject({ errors: { from: 'from-missing' } });
  });
});

/** To whom it was told that somebody left, in order. */
const told = async (): Promise<string[]> =>
  (await on.world.keys())
    .filter((key) => key.startsWith('worker-gone:'))
    .map((key) => (key.startsWith('worker-gone:desk:') ? 'desk' : 'team'));
