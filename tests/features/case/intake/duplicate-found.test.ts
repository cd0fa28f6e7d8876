import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReferralId } from '../../../../src/domain/ids.js';
import { describePupil } from '../../../../src/features/case/intake/describe-pupil.js';
import { duplicateFound } from '../../../../src/features/case/intake/duplicate-found.js';
import { followReferral } from '../../../../src/features/case/intake/follow-referral.js';
import { recallReferral } from '../../../../src/features/case/intake/recall-referral.js';
import { referAnyway } from '../../../../src/features/case/intake/refer-anyway.js';
import { sendReferral } from '../../../../src/features/case/intake/send-referral.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { ordinary, ordinaryTyped } from './intakes.js';
import { IntakeWorld } from './world.js';

describe('the same pupil again', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  let numbers = 1000;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  /** A referral of Noor by the same CLB, live; and a draft in which she is about to be typed again. */
  async function twice() {
    const { draftId: first, send, service } = await world.ready();
    await send();
    const live = await world.referralOf(first);
    const draft = await world.addDraft({ step: 'describe-pupil', typed: {} });
    return { live, draft, draftId: draft.id, service };
  }
  const typed = (draftId: string, over: Record<string, string> = {}) =>
    world.press(describePupil, { draftId, ...ordinary['describe-pupil'], ...over });

  /** A live referral of a pupil with this name, born on Noor's day. */
  async function addPupil(name: string, happened: Parameters<IntakeWorld['addPupil']>[2] = [], over = {}) {
    const id = given.id<ReferralId>();
    await world.addPupil(id, name, happened, { reference: `2026-${++numbers}`, ...over });
    return id;
  }

  test('describe-pupil recognises it before anything else is typed', async () => {
    const { live, draftId } = await twice();
    expect(await typed(draftId)).toMatchObject({
      reply: { show: 'duplicate-found', with: { draftId } },
    });
    expect((await world.draft(draftId)).step).toBe('describe-pupil');
    expect(await world.see(duplicateFound, { draftId })).toMatchObject({
      heading: 'Deze leerling is al aangemeld',
      pupil: 'Noor Voorbeeld',
      onlyId: live.id,
      referralIds: live.id,
      rows: [
        {
          title: '2026-0001 · NAFT Vlaams-Brabant Oost',
          line: 'Verzonden · aangemeld op ma 16 nov. door An Peeters',
        },
      ],
    });
  });

  test('is recognised as soon as name and birth date are known, whatever else is missing', async () => {
    const { live, draftId } = await twice();
    const early = { draftId, pupilName: 'Noor Voorbeeld', birthDate: '9/3/2012' };
    expect(await world.press(describePupil, early)).toMatchObject({ reply: { show: 'duplicate-found' } });
    expect(await world.press(referAnyway, { draftId, referralIds: live.id })).toMatchObject({
      reply: { form: 'describe-pupil' },
    });
  });

  test('refer-anyway: “toch nieuw” is asked once', async () => {
    const { live, draftId } = await twice();
    await typed(draftId);
    expect(await world.press(referAnyway, { draftId, referralIds: live.id })).toMatchObject({
      reply: { form: 'describe-question' },
    });
    expect(await typed(draftId)).toMatchObject({ reply: { form: 'describe-question' } });
  });

  test('follow-referral: “volg die” shows it and leaves no draft behind', async () => {
    const { live, draft, draftId } = await twice();
    await typed(draftId);
    expect(await world.press(followReferral, { draftId, referralId: live.id })).toMatchObject({
      reply: { show: 'referral-post', with: { referralId: live.id }, note: { key: 'draft-discarded' } },
    });
    expect(await stage.read.draftsOf(world.person.id)).toEqual([]);
    expect(await world.draft(draftId)).toMatchObject({ state: 'discarded', typed: {} });
    const erased = stage.database.kysely.selectFrom('trail').select('keySlot').where('id', '=', draft.trailId);
    expect(await erased.execute()).toEqual([{ keySlot: null }]);
    const again = await world.press(followReferral, { draftId, referralId: live.id });
    expect(again).toEqual({ reply: { show: 'referral-post', with: { referralId: live.id } } });
  });

  test('follow-referral leaves a referral alone that was called back and changed into the same pupil', async () => {
    const { live } = await twice();
    const { draftId, send } = await world.ready({ pupilName: 'Lotte Voorbeeld' });
    await send();
    const changed = await world.referralOf(draftId);
    await world.press(recallReferral, { referralId: changed.id });
    expect(await typed(draftId)).toMatchObject({ reply: { show: 'duplicate-found' } });
    expect(await world.press(followReferral, { draftId, referralId: live.id })).toEqual({
      reply: { show: 'referral-post', with: { referralId: live.id } },
    });
    expect(await world.draft(draftId)).toMatchObject({ state: 'open' });
  });

  test('follow-referral does not show what is not of this CLB', async () => {
    const { live, draftId } = await twice();
    await typed(draftId);
    const other = await world.addOrganisation({ name: 'CLB Elders' });
    const id = await addPupil('Noor Voorbeeld', [], { clbId: other });
    expect(await world.press(followReferral, { draftId, referralId: id })).toEqual({ refused: 'not-found' });
    expect(await world.see(duplicateFound, { draftId })).toMatchObject({ referralIds: live.id });
  });

  test('what another CLB referred is not asked about', async () => {
    await addPupil('Noor Voorbeeld', [], { clbId: await world.addOrganisation({ name: 'CLB Elders' }) });
    const draft = await world.addDraft({ step: 'describe-pupil', typed: {} });
    expect(await typed(draft.id)).toMatchObject({ reply: { form: 'describe-question' } });
    expect(await world.see(duplicateFound, { draftId: draft.id })).toBeNull();
  });

  test('send-referral recognises one that was made meanwhile', async () => {
    const { live, service } = await twice();
    const { id: draftId } = await world.addDraft({
      step: 'review-referral',
      typed: { ...ordinaryTyped, service: service.id },
    });
    expect(await world.press(sendReferral, { draftId })).toEqual({
      reply: { show: 'duplicate-found', with: { draftId } },
    });
    await world.press(referAnyway, { draftId, referralId: live.id });
    expect(await world.press(sendReferral, { draftId })).toMatchObject({ reply: { show: 'draft-post' } });
    expect((await world.referralOf(draftId)).reference).toBe('2026-0002');
  });

  test('one that was withdrawn is no duplicate', async () => {
    const { live, draftId } = await twice();
    await world.happened(live.id, 'withdrawn', { reason: 'solved' });
    expect(await typed(draftId)).toMatchObject({ reply: { form: 'describe-question' } });
    expect(await world.see(duplicateFound, { draftId })).toBeNull();
  });

  test('under another spelling it is asked, in other words, and never blocked', async () => {
    const { draftId } = await twice();
    expect(await typed(draftId, { pupilName: 'Voorbeelt Nour', birthDate: '9 maart 2012' })).toMatchObject({
      reply: { show: 'duplicate-found' },
    });
    const card = await world.see(duplicateFound, { draftId });
    expect(card).toMatchObject({
      heading: 'Lijkt op aanmelding 2026-0001: dezelfde leerling?',
      anyway: 'Een andere leerling',
      summary: 'Lijkt op een lopende aanmelding',
    });
    const { referralIds } = card as { referralIds: string };
    expect(await world.press(referAnyway, { draftId, referralIds })).toMatchObject({
      reply: { form: 'describe-question' },
    });
  });

  test('a twin is not asked about', async () => {
    const { draftId } = await twice();
    expect(await typed(draftId, { pupilName: 'Nora Voorbeeld' })).toMatchObject({
      reply: { form: 'describe-question' },
    });
  });

  test('all live ones are shown, the furthest first; one that comes later is asked about too', async () => {
    const { live, draftId } = await twice();
    const waiting = await addPupil('Noor Voorbeeld', [['waitlisted', { expectedStartOn: null }]]);
    const called = await addPupil('Noor Marie Voorbeeld');
    await typed(draftId);
    const card = await world.see(duplicateFound, { draftId });
    expect(card).toMatchObject({
      heading: 'Deze leerling is al aangemeld',
      text: expect.stringContaining('al 3 lopende aanmeldingen'),
      onlyId: null,
      rows: [
        { referralId: waiting, line: expect.not.stringContaining('anders geschreven') },
        { referralId: live.id, line: expect.not.stringContaining('anders geschreven') },
        { referralId: called, line: expect.stringContaining('naam anders geschreven, zelfde geboortedatum') },
      ],
    });
    const { referralIds } = card as { referralIds: string };
    await world.press(referAnyway, { draftId, referralIds });
    expect(await typed(draftId)).toMatchObject({ reply: { form: 'describe-question' } });
    await addPupil('Noor Voorbeeld');
    expect(await typed(draftId)).toMatchObject({ reply: { show: 'duplicate-found' } });
  });
});
