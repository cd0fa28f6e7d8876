import { describe, expect, test } from '@jest/globals';
import { describePupil } from '../../../../src/features/case/intake/describe-pupil.js';
import { duplicateFound } from '../../../../src/features/case/intake/duplicate-found.js';
import { referAnyway } from '../../../../src/features/case/intake/refer-anyway.js';
import { sendReferral } from '../../../../src/features/case/intake/send-referral.js';
import * as given from '../../../support/given.js';
import { ready } from './ready-draft.js';
import { ordinary, ordinaryTyped } from './world.js';

describe('the same pupil again', () => {
  /** A referral of Noor by the same CLB, live. */
  async function twice() {
    const { world, send, service } = ready();
    await send();
    const live = world.referral;
    const draft = world.addDraft({ step: 'describe-pupil', typed: ordinary['check-conditions'] });
    return { world, live, draftId: draft.id, service };
  }

  test('describe-pupil recognises it before anything else is typed', async () => {
    const { world, live, draftId } = await twice();
    const outcome = await world.press(describePupil, { draftId, ...ordinary['describe-pupil'] });
    expect(outcome).toMatchObject({ reply: { show: 'duplicate-found', with: { draftId, referralId: live.id } } });
    expect(world.draft.step).toBe('describe-pupil');
    expect(await world.see(duplicateFound, { draftId, referralId: live.id })).toMatchObject({
      reference: 'Aanmelding 2026-0042',
      facts: [{ value: 'Noor Voorbeeld' }, { value: 'NAFT Vlaams-Brabant Oost' }, { value: 'ma 16 nov.' }, {}],
    });
  });

  test('refer-anyway: “toch nieuw” is asked once', async () => {
    const { world, live, draftId } = await twice();
    await world.press(describePupil, { draftId, ...ordinary['describe-pupil'] });
    expect(await world.press(referAnyway, { draftId, referralId: live.id })).toMatchObject({
      reply: { form: 'choose-region' },
    });
    expect(await world.press(describePupil, { draftId, ...ordinary['describe-pupil'] })).toMatchObject({
      reply: { form: 'choose-region' },
    });
  });

  test('send-referral recognises one that was made meanwhile', async () => {
    const { world, live, service } = await twice();
    const draft = world.addDraft({ step: 'review-referral', typed: { ...ordinaryTyped, service: service.id } });
    expect(await world.press(sendReferral, { draftId: draft.id })).toEqual({
      reply: { show: 'duplicate-found', with: { draftId: draft.id, referralId: live.id } },
    });
    expect(world.numbers).toBe(42);
    await world.press(referAnyway, { draftId: draft.id, referralId: live.id });
    expect(await world.press(sendReferral, { draftId: draft.id })).toMatchObject({ reply: { show: 'draft-post' } });
    expect(world.referral.reference).toBe('2026-0043');
  });

  test('one that was withdrawn, or another CLB’s, is no duplicate', async () => {
    const { world, live, draftId } = await twice();
    world.referrals.set(live.id, { ...live, state: 'withdrawn' });
    expect(await world.press(describePupil, { draftId, ...ordinary['describe-pupil'] })).toMatchObject({
      reply: { form: 'choose-region' },
    });
    expect(await world.see(duplicateFound, { draftId, referralId: given.id() })).toBeNull();
  });
});
