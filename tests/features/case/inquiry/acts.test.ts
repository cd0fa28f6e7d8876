import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import type { InquiryId, OrganisationId } from '../../../../src/domain/ids.js';
import { loadWaiting } from '../../../../src/contracts/waiting.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { answerInquiry } from '../../../../src/features/case/inquiry/answer-inquiry.js';
import { askAnother } from '../../../../src/features/case/inquiry/ask-another.js';
import { askInquiry } from '../../../../src/features/case/inquiry/ask-inquiry.js';
import { forwardInquiry } from '../../../../src/features/case/inquiry/forward-inquiry.js';
import { inquiry } from '../../../../src/features/case/inquiry/inquiry.js';
import { missInquiry } from '../../../../src/features/case/inquiry/miss-inquiry.job.js';
import { openedInquiry } from '../../../../src/features/case/inquiry/opened-inquiry.js';
import { referInquiry } from '../../../../src/features/case/inquiry/refer-inquiry.js';
import { refuseInquiry } from '../../../../src/features/case/inquiry/refuse-inquiry.js';
import { withdrawInquiry } from '../../../../src/features/case/inquiry/withdraw-inquiry.js';
import { writeAnswer } from '../../../../src/features/case/inquiry/write-answer.js';
import { onStage } from '../referral/on-stage.js';
import { allowed, alone, an, atClb, atDesk, atProvider, farm, naft, stranger, uuid } from '../referral/world.js';
import { asks, asksDesk, fits, inquiryId, misfit, of, present, referred } from './world.js';

const on = onStage();
const press = (action: Pick<Action, 'slug'>, data: object = {}, by: Actor = atProvider()) =>
  on.stage.press(action, { ...of, ...data }, { by });
const listed = (side: 'clb' | 'provider', id: OrganisationId) =>
  on.stage.read.inquiriesOf({ side, organisationIds: [id], personId: null, now: on.stage.now, offset: 0, limit: 10 });
const asked = {
  inquiryId: uuid<InquiryId>('901'),
  to: naft.id as string,
  age: '14',
  domicile: '3010',
  schoolForm: 'bso',
  problemDomains: 'emotional',
};

describe('a question before referring', () => {
  test('is asked once, however often it is pressed; only by a CLB worker, in the own chat (R1)', async () => {
    for (const _ of [1, 2])
      expect(allowed(await press(askInquiry, asked, alone())).reply).toMatchObject({
        show: 'inquiry-update',
        with: { what: 'asked' },
      });
    expect((await on.stage.read.inquiry(asked.inquiryId))!.inquiry).toMatchObject({ state: 'asked', version: 1 });
    const fresh = { ...asked, inquiryId: uuid('902') };
    expect(await press(askInquiry, fresh, atClb())).toEqual({ refused: 'use-personal' });
    expect(await press(askInquiry, fresh, atProvider())).toEqual({ refused: 'only-clb' });
  });

  test.each([
    ['of the home', { domicile: 'Halle' }, null, 'AHV'],
    ['of the school, where the home lies outside', { domicile: 'Aalst', schoolPlace: 'Leuven' }, null, 'VBO'],
    ['of the CLB, where nothing else lies in one', { domicile: 'Aalst' }, '24062', 'VBO'],
    ['outside, where nothing lies in one', { domicile: 'Aalst', schoolPlace: 'Gent' }, null, 'outside'],
    ['that the service takes, where two fit', { domicile: 'Halle', schoolPlace: 'Leuven' }, null, 'VBO'],
    [
      'of the home, where two fit and the desk is asked',
      { domicile: 'Halle', schoolPlace: '3000', to: 'desk' },
      null,
      'AHV',
    ],
  ])('its region is that %s (R7)', async (_what, typed, municipality, region) => {
    const by = alone();
    const clb = { ...by.organisations[0]!, municipality };
    await press(askInquiry, { ...asked, ...typed }, { ...by, organisations: [clb] });
    expect((await on.stage.read.inquiry(asked.inquiryId))!.inquiry.region).toBe(region);
  });

  test('a school that is nowhere is asked again', () => {
    const read = askInquiry.fields.safeParse({ ...asked, schoolPlace: 'Nergenshuizen' });
    expect(read.error?.issues).toMatchObject([{ path: ['schoolPlace'], message: 'locality-unknown-bare' }]);
  });

  test('words that tell of a pupil go nowhere; without whom one asks neither', async () => {
    const personal = { ...asked, question: 'Bel zijn mama op 0470 12 34 56' };
    expect(allowed(await press(askInquiry, personal, alone())).reply).toMatchObject({
      errors: { question: 'text-personal' },
    });
    expect(allowed(await press(askInquiry, { ...asked, to: 'nobody' }, alone())).reply).toMatchObject({
      errors: { age: 'to-missing' },
    });
    expect(await on.stage.read.inquiry(asked.inquiryId)).toBeNull();
  });

  test('is answered by one press, put right by another; the same press again is nothing new', async () => {
    await asks(on.world);
    for (const answer of ['fits', 'fits', 'maybe']) allowed(await press(answerInquiry, { answer }));
    expect(await present(on.world)).toMatchObject({ state: 'answered', answer: 'maybe', answers: 2 });
    expect(await press(answerInquiry, { answer: 'fits' }, atClb())).toEqual({ refused: 'only-provider' });
    expect(await press(answerInquiry, { answer: 'fits' }, stranger())).toEqual({ refused: 'not-yours' });
  });

  test('a reason is a code, words are sealed and checked; the desk writes down what was said by phone', async () => {
    await asks(on.world);
    const said = { reason: 'no-room', words: 'Noor Janssens kan hier niet terecht, bel 0470 12 34 56' };
    expect(allowed(await press(refuseInquiry, said)).reply).toMatchObject({ errors: { words: 'text-personal' } });
    allowed(await press(refuseInquiry, { reason: 'no-room', words: '' }));
    expect(await present(on.world)).toMatchObject({ answer: 'misfit', reason: 'no-room' });
    allowed(await press(writeAnswer, { words: 'Pas na de vakantie.' }, atDesk()));
    expect(await present(on.world)).toMatchObject({ answer: 'words', reason: null });
    expect(await on.stage.read.inquiryWords(inquiryId)).toMatchObject({ answer: 'Pas na de vakantie.' });
  });

  test('is read by both sides and the desk, and seen by nobody else', async () => {
    await asks(on.world);
    const facts = await on.stage.read.inquiry(inquiryId);
    const opened = { ...facts!, side: 'clb' as const, words: null };
    for (const by of [atClb(), atProvider(), atDesk()]) {
      expect(openedInquiry.may!(opened, by)).toBeNull();
      expect(inquiry.may!(opened, by)).toBeNull();
    }
    expect(openedInquiry.may!(opened, stranger())).toEqual({ refused: 'not-yours' });
    expect(inquiry.may!(opened, stranger())).toEqual({ refused: 'not-yours' });
  });

  test('withdrawn twice it is withdrawn; an answer comes too late then', async () => {
    await asks(on.world);
    for (const _ of [1, 2]) allowed(await press(withdrawInquiry, {}, atClb()));
    expect(await present(on.world)).toMatchObject({ state: 'withdrawn', nextBy: null });
    expect(await press(answerInquiry, { answer: 'fits' })).toMatchObject({ refused: 'outdated' });
  });

  test('goes to another with the same facts and words; the first, that does not fit, is settled', async () => {
    await misfit(on.world);
    const form = await on.stage.form(askAnother, of, { by: alone() });
    expect(form['rows']).toMatchObject([{ name: farm.name, data: { to: farm.id } }, { data: { to: 'desk' } }]);
    const { reply } = allowed(await press(askAnother, { to: farm.id }, alone()));
    if (reply === undefined || !('show' in reply)) throw new Error('nothing was shown');
    const next = reply.with['inquiryId'] as InquiryId;
    const first = await present(on.world);
    const second = (await on.stage.read.inquiry(next))!.inquiry;
    expect(first).toMatchObject({ state: 'withdrawn', answer: 'misfit', nextBy: null });
    expect(second).toMatchObject({ state: 'asked', serviceId: farm.id, reached: false, ageBand: first.ageBand });
    expect(second.trailId).not.toBe(first.trailId);
    expect((await on.stage.read.inquiryWords(next))!.typed).toEqual(
      (await on.stage.read.inquiryWords(inquiryId))!.typed,
    );
  });

  test('one that fits goes on beside the question to another', async () => {
    await fits(on.world);
    allowed(await press(askAnother, { to: farm.id }, alone()));
    expect(await present(on.world)).toMatchObject({ state: 'answered', answer: 'fits' });
  });

  test('the desk passes on what was asked of it; a provider whose channel is gone leaves it to the desk', async () => {
    await asksDesk(on.world);
    expect(await press(forwardInquiry, { to: naft.id }, atProvider())).toEqual({ refused: 'not-yours' });
    allowed(await press(forwardInquiry, { to: naft.id }, atDesk()));
    expect(await present(on.world)).toMatchObject({ serviceId: naft.id, reached: true });
    await on.stage.run(missInquiry, { inquiryId });
    expect(await present(on.world)).toMatchObject({ serviceId: naft.id, reached: false });
  });

  test('becomes an intake with everything that was filled in, in the same trail; pressed again it is that intake', async () => {
    await fits(on.world);
    allowed(await press(referInquiry, {}, alone()));
    const { draftId, trailId } = await present(on.world);
    const draft = (await on.stage.read.draft(draftId!))!;
    expect(draft).toMatchObject({
      trailId,
      step: 'describe-pupil',
      typed: {
        target: 'pupil',
        schoolForm: 'bso',
        domicile: '3010',
        problemDomains: 'emotional,educational',
        wantedForms: 'individual',
        question: 'Kan een halve week in de werkplaats?',
        service: naft.id,
      },
    });
    expect(allowed(await press(referInquiry, {}, alone())).reply).toMatchObject({ form: 'describe-pupil' });
    expect(await on.stage.read.draftsOf(draft.personId)).toHaveLength(1);
    expect(isRefusal(await press(referInquiry, {}, atDesk()))).toBe(true);
  });

  test('once referred it waits for nobody, on no list', async () => {
    await referred(on.world);
    const { clbId, providerId } = await present(on.world);
    for (const [side, id] of [
      ['clb', clbId],
      ['provider', providerId!],
    ] as const)
      expect(await listed(side, id)).toEqual({ count: 0, asking: 0, late: 0, rows: [] });
  });

  test('many stand on as many pages as the list needs, what asks something first; the start counts them', async () => {
    await fits(on.world);
    const { kysely } = on.stage.database;
    const [row] = await kysely.selectFrom('inquiry').selectAll().execute();
    const asked = { ...row!, state: 'asked', answer: null, answeredBy: null } as const;
    await kysely
      .insertInto('inquiry')
      .values(Array.from({ length: 11 }, (_, index) => ({ ...asked, id: uuid<InquiryId>(`95${index}`) })))
      .execute();
    const { clbId } = await present(on.world);
    const { rows, ...counts } = await listed('clb', clbId);
    expect(counts).toEqual({ count: 12, asking: 1, late: 0 });
    expect([rows.length, rows[0]?.inquiry.state]).toEqual([10, 'answered']);
    const list = { organisationIds: [clbId], personId: an.id };
    const page = (at: number) => on.stage.see(myReferrals, { ...list, page: at }, alone());
    const rowsOf = (card: object | null) => (card as { groups: { rows: object[] }[] }).groups[0]?.rows.length;
    const [first, second, last] = [await page(0), await page(1), await page(9)];
    expect([rowsOf(first), rowsOf(second), rowsOf(last)]).toEqual([10, 2, 2]);
    expect([first?.['nextPage'], second?.['nextPage'], last?.['earlierPage']]).toEqual(['1', null, '0']);
    const waiting = await loadWaiting(on.stage.read, { of: 'clb', ...list }, on.stage.now);
    expect(waiting.inquiries).toEqual({ late: 0, do: 1, running: 11 });
    expect(await on.stage.read.storedInquiries(null, 5)).toHaveLength(5);
    expect(
      await on.stage.read.storedInquiries((await on.stage.read.storedInquiries(null, 11)).at(-1)!.inquiry.id, 5),
    ).toHaveLength(1);
  });
});
