import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../src/contracts/actor.js';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import type { DraftId, OrganisationId, TrailId } from '../../../../src/domain/ids.js';
import { findCase } from '../../../../src/features/case/referral/find-case.js';
import { listMyReferrals } from '../../../../src/features/case/referral/list-my-referrals.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { showStatus } from '../../../../src/features/case/referral/show-status.js';
import { commandIn } from '../../../../src/platform/runtime/commands.js';
import { actor, conversation, draft, viewContext } from '../../../support/given.js';
import { asks, inquiryId } from '../inquiry/world.js';
import { onStage } from './on-stage.js';
import {
  alone,
  an,
  atClb,
  atDesk,
  atProvider,
  clb,
  daysAgo,
  desk,
  farm,
  jan,
  naft,
  nobody,
  otherClb,
  provider,
  stranger,
  uuid,
} from './world.js';

const on = onStage();
const own = { organisationIds: [clb.id], personId: an.id, page: 0 };
const whole = (of: { id: OrganisationId }) => ({ organisationIds: [of.id], page: 0 });
interface Row {
  readonly title: string;
  readonly line: string;
  readonly badge: { readonly text: string } | null;
  readonly view: string | null;
  readonly verb: string;
}
const listed = async (params: object) => (await on.stage.see(myReferrals, { ...params }, null))!;
const groupsIn = (card: Readonly<Record<string, unknown>>) =>
  card['groups'] as { word: string; style: string | null; rows: Row[] }[];
const rowsIn = (card: Readonly<Record<string, unknown>>): Row[] => groupsIn(card).flatMap(({ rows }) => rows);
const rowsOf = async (params: object): Promise<Row[]> => rowsIn(await listed(params));
const heads = async (params: object): Promise<string[]> => groupsIn(await listed(params)).map(({ word }) => word);
const references = async (params: object): Promise<string[]> =>
  (await rowsOf(params)).map(({ title }) => title.split(' ')[0]!);
const addDraft = async (over: Parameters<typeof draft>[0]): Promise<void> => {
  const trailId = uuid<TrailId>(`99${String(++drafts)}`);
  const trail = { id: trailId, firstRegisteredAt: null, createdAt: daysAgo(1), version: 0 };
  const row = draft({ id: uuid<DraftId>(`98${drafts}`), personId: an.id, clbId: clb.id, ...over, trailId, version: 0 });
  await on.stage.put({ put: 'trail', row: trail }, { put: 'draft', row });
};
let drafts = 0;

describe('my-referrals', () => {
  test('puts first what waits for me: choices, what is late, then the rest, and what is being made', async () => {
    await on.world.refers(1, { state: 'contacted' });
    await on.world.refers(2, { days: 2, contactBy: daysAgo(1) });
    await on.world.refers(3, { state: 'place-free', days: 3 });
    await on.world.refers(4, { days: 9, contactBy: daysAgo(2) });
    await on.world.refers(5, { state: 'no-match', days: 5 });
    await on.world.refers(6, { state: 'withdrawn', days: 6 });
    await addDraft({ tried: ['describe-pupil'] });
    expect(await references(own)).toEqual([
      '2026-0003',
      '2026-0005',
      '2026-0004',
      '2026-0002',
      '2026-0001',
      'Aanmelding',
    ]);
    expect(await heads(own)).toEqual(['Beslis nu · 2', 'Te laat · 2', 'Wacht op anderen · 1', 'In opmaak · 1']);
    expect((await listed(own))['counted']).toBe('6 open · 4 wachten op u');
  });

  test('puts what is urgent first in its group, and says until when the rest is to be decided', async () => {
    await on.world.refers(1, { state: 'place-free', days: 9, at: daysAgo(0.1) });
    await on.world.refers(2, { state: 'place-free', days: 1, at: daysAgo(0.1), facts: { urgency: 'urgent' } });
    await on.world.refers(3, { state: 'waitlisted' });
    expect((await rowsOf(own)).map(({ title, badge }) => [title.split(' ')[0], badge?.text ?? null])).toEqual([
      ['2026-0002', 'Dringend'],
      ['2026-0001', 'wo 18 nov.'],
      ['2026-0003', null],
    ]);
  });

  test('asks no choice any more when the pupil was referred on; what did not match is settled then', async () => {
    await on.world.refers(2, { state: 'no-match', days: 8 });
    const data = { to: '2026-0003', chosen: farm.id, from: null, kept: true };
    await on.world.happened(2, 'referred-on', data, { side: 'clb', person: an });
    await on.world.refers(3);
    expect(await references(own)).toEqual(['2026-0003']);
  });

  test('tells of a draft its step and date, nothing typed; an untouched one is not listed', async () => {
    const { draftId } = await on.world.refers(8, { state: 'recalled' });
    const changing = (await on.stage.read.draft(draftId))!;
    await on.stage.put({ put: 'draft', row: { ...changing, state: 'open', updatedAt: daysAgo(2) } });
    await addDraft({ tried: ['x'], step: 'describe-question', typed: { pupilName: 'Noor' } });
    await addDraft({});
    await addDraft({ clbId: otherClb.id, tried: ['x'] });
    const rows = await rowsOf(own);
    expect(rows.map(({ title, verb }) => [title, verb])).toEqual([
      ['Aanmelding in opmaak', 'continue-draft'],
      ['2026-0008 · wordt gewijzigd', 'continue-draft'],
    ]);
    expect(rows[0]!.line).toContain('Deel 2 van 3 · laatst bewaard');
    expect(JSON.stringify(rows)).not.toContain('Noor');
  });

  test('in a channel lists what the whole organisation referred, without drafts', async () => {
    await on.world.refers(1, { facts: { referrerId: jan.id } });
    await on.world.refers(2, { days: 2 });
    await on.world.refers(3, { facts: { clbId: otherClb.id } });
    await addDraft({ tried: ['x'] });
    expect(await references(whole(clb))).toEqual(['2026-0001', '2026-0002']);
    expect(await references(own)).toEqual(['2026-0002', 'Aanmelding']);
  });

  test('lists for a provider what it received, overdue first, in its own words', async () => {
    await on.world.refers(1, { state: 'contacted' });
    await on.world.refers(2, { days: 2, contactBy: daysAgo(1) });
    await on.world.refers(3, { state: 'dispatched' });
    await on.world.refers(4, { state: 'waitlisted', days: 4 });
    await on.world.refers(5, { state: 'no-match', days: 5 });
    const rows = await rowsOf(whole(provider));
    expect(rows.map(({ title, line, view }) => [title.split(' ')[0], line.split(' · ')[0], view])).toEqual([
      ['2026-0002', expect.stringMatching(/^Te laat sinds /), 'referral-offer'],
      ['2026-0001', 'Gecontacteerd', 'referral-offer'],
      ['2026-0004', 'Op wachtlijst', 'referral-offer'],
    ]);
    expect(await heads(whole(provider))).toEqual(['Te laat · 1', 'Beslis nu · 1', 'Loopt · 1']);
  });

  test('tells a provider what it called about and then left, and what waits for the CLB', async () => {
    await on.world.refers(1, { state: 'contacted', days: 30 });
    await on.world.refers(2, { state: 'waitlist-proposed' });
    await on.world.happened(1, 'followed-up', { owner: 'provider' }, { side: 'clock', person: null });
    expect(await heads(whole(provider))).toEqual(['Te laat · 1', 'Wacht op anderen · 1']);
    expect((await rowsOf(whole(provider)))[0]!.line).toMatch(/^Gecontacteerd · Te laat sinds /);
  });

  test('lists for the desk what it holds or phones, what is overdue and what was left lying', async () => {
    await on.world.refers(1, { state: 'held' });
    await on.world.refers(2, { state: 'to-phone', days: 2 });
    await on.world.refers(3, { contactBy: daysAgo(1) });
    await on.world.refers(4);
    await on.world.refers(5, { state: 'full', days: 30 });
    await on.world.refers(6, { state: 'registered', facts: { ageBand: 'under-12' } });
    const nudge = () => on.world.happened(5, 'followed-up', { owner: 'desk' }, { side: 'clock', person: null });
    expect(await references(whole(desk))).toEqual(['2026-0003', '2026-0002', '2026-0006', '2026-0001']);
    await nudge();
    await nudge();
    expect((await rowsOf(whole(desk)))[1]).toMatchObject({
      line: expect.stringMatching(/^Volzet · Te laat sinds/),
      view: 'desk-referral',
    });
    expect(await heads(whole(desk))).toEqual(['Te laat · 2', 'Beslis nu · 3']);
  });

  test('shows ten at a time; a page that is not there any more is the last one', async () => {
    for (let number = 1; number <= 13; number++) await on.world.refers(number, { state: 'waitlisted', days: number });
    const first = await listed(own);
    expect([rowsIn(first).length, first['earlierPage'], first['nextPage']]).toEqual([10, null, '1']);
    const last = await listed({ ...own, page: '7' });
    expect([rowsIn(last).length, last['earlierPage'], last['nextPage']]).toEqual([3, '0', null]);
    expect((await listed({ ...own, page: 'x' }))['earlierPage']).toBeNull();
  });

  test('when nothing is open says so kindly and offers to refer', async () => {
    expect(await listed(own)).toMatchObject({
      groups: [],
      counted: null,
      empty: expect.stringContaining('geen open aanmeldingen'),
      mayRefer: true,
      summary: 'Werklijst: niets open',
    });
    for (const each of [provider, desk])
      expect(await listed(whole(each))).toMatchObject({ empty: expect.any(String), mayRefer: false });
  });

  test('is only for that person, or for the organisation', async () => {
    const may = async (params: object, by: Actor) => {
      const facts = await myReferrals.load(on.stage.read, myReferrals.params.parse(params), viewContext());
      return myReferrals.may!(facts!, by);
    };
    expect(await may(own, alone())).toBeNull();
    expect(await may(own, atClb(jan))).toEqual({ refused: 'not-yours' });
    expect(await may(whole(clb), atClb(jan))).toBeNull();
    for (const by of [stranger(), atProvider()]) expect(await may(whole(clb), by)).toEqual({ refused: 'not-yours' });
  });
});

describe('list-my-referrals', () => {
  const shown = async (by: Actor) => {
    const result = await on.stage.press(listMyReferrals, {}, { by });
    return isRefusal(result) ? result.refused : result.reply;
  };
  const list = (organisationIds: string[], personId: string | null) => ({
    show: 'my-referrals',
    with: { organisationIds, personId, page: 0 },
  });

  test('in personal chat shows one’s own, in a channel the organisation’s', async () => {
    expect(await shown(alone())).toEqual(list([clb.id], an.id));
    expect(await shown(atProvider())).toEqual(list([provider.id], null));
    expect(await shown(atDesk())).toEqual(list([desk.id], null));
  });

  test('of somebody in several organisations shows all CLBs first; of nobody says what is missing', async () => {
    const personal = conversation({ scope: 'personal' });
    const by = actor({ person: an, organisations: [provider, clb, otherClb], conversation: personal });
    expect(await shown(by)).toEqual(list([clb.id, otherClb.id], an.id));
    expect(await shown({ ...nobody(), conversation: personal })).toBe('not-a-member');
  });
});

describe('show-status', () => {
  const asked = async (reference: string, by: Actor = atClb()) => {
    const result = await on.stage.press(showStatus, { reference }, { by });
    return isRefusal(result) ? result : result.reply;
  };
  const id = { referralId: uuid('42') };

  test('finds a reference as people write it, and shows each side its own card', async () => {
    await on.world.refers(42);
    for (const reference of ['2026-0042', '#2026-0042', '2026-42', '2026/0042', ' 42 ', '0042.'])
      expect(await asked(reference)).toEqual({ show: 'referral-post', with: id });
    expect(await asked('42', atProvider())).toEqual({ show: 'referral-offer', with: id });
    expect(await asked('42', atDesk())).toEqual({ show: 'referral-post', with: { ...id, side: 'desk' } });
    expect(commandIn([showStatus as never], 'Status #2026-0042')?.subject).toEqual({ reference: '#2026-0042' });
  });

  test('does not say that one of somebody else exists, or one that was not received', async () => {
    await on.world.refers(42, { state: 'dispatched' });
    const unknown = { refused: 'reference-unknown', values: { reference: '2026-0042' } };
    for (const by of [stranger(), atProvider()]) expect(await asked('2026-0042', by)).toEqual(unknown);
    for (const reference of ['', 'hallo', '2026-', 'Noor Voorbeeld'])
      expect(await asked(reference)).toEqual({ refused: 'reference-unclear' });
  });
});

describe('find-case', () => {
  const found = (text: string, by: Actor | null) => findCase.find(on.stage.read, text, viewContext({ actor: by }));

  test('gives each party the case of a reference, and without words its newest', async () => {
    await on.world.refers(42);
    for (const by of [atClb(), atProvider(), atDesk()])
      expect(await found('2026-0042', by)).toMatchObject([
        { title: 'Aanmelding 2026-0042', view: 'referral-mention', params: { referralId: uuid('42') } },
      ]);
    for (const by of [atClb(), atProvider()]) expect(await found(' ', by)).toHaveLength(1);
    expect(await found('', atDesk())).toEqual([]);
  });

  test('gives a provider its newest ten received, also behind ten that are still under way', async () => {
    await on.world.refers(42, { days: 30 });
    for (let number = 1; number <= 10; number++) await on.world.refers(number, { state: 'dispatched' });
    expect(await found('', atProvider())).toMatchObject([{ title: 'Aanmelding 2026-0042' }]);
  });

  test('gives the own questions before referring by their words, and the newest of them before the cases', async () => {
    await on.world.refers(42);
    await asks(on.world);
    const question = { title: `Vraag aan ${naft.name}`, view: 'inquiry-mention', params: { inquiryId } };
    expect(await found('naft BSO', alone())).toMatchObject([question]);
    expect(await found('', alone())).toMatchObject([question, { title: 'Aanmelding 2026-0042' }]);
    expect(await found('2026-0042', alone())).toMatchObject([{ title: 'Aanmelding 2026-0042' }]);
    for (const by of [stranger(), atProvider()]) expect(await found('naft', by)).toEqual([]);
    expect(await found('zwembad', alone())).toEqual([]);
  });

  test('does not know what is somebody else’s, or is no number', async () => {
    await on.world.refers(42, { state: 'registered' });
    for (const by of [stranger(), atProvider(), null]) expect(await found('2026-0042', by)).toEqual([]);
    expect(await found('Noor Voorbeeld', atClb())).toEqual([]);
  });
});
