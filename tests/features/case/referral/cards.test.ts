import { readLog } from '../../../../src/features/case/referral/read-log.js';
import { caseHistory } from '../../../../src/features/case/referral/case-history.js';
import { changeHint } from '../../../../src/features/case/referral/change-hint.js';
import { chooseOtherProvider } from '../../../../src/features/case/referral/choose-other-provider.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { namedReferrals } from '../../../../src/features/case/referral/named-referrals.js';
import { amendAnswer } from '../../../../src/features/case/referral/amend-answer.js';
import { referralMention } from '../../../../src/features/case/referral/referral-mention.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { referralUpdate } from '../../../../src/features/case/referral/referral-update.js';
import { withdrawReferral } from '../../../../src/features/case/referral/withdraw-referral.js';
import type { DraftId, TrailId } from '../../../../src/domain/ids.js';
import { draft, monday10 } from '../../../support/given.js';
import { asks, fits } from '../inquiry/world.js';
import { checkDrawings, drawForm, drawView, type Drawing } from './check-drawings.js';
import {
  alone,
  an,
  atDesk,
  bert,
  clb,
  daysAgo,
  desk,
  els,
  farm,
  naft,
  provider,
  uuid,
  type CaseWorld,
  type Life,
} from './world.js';

const id = { referralId: uuid('42') };
const full = { ...naft, fullUntil: '2027-08-31' };
const others = (life: Life, services?: Drawing['services']) =>
  [(world: CaseWorld) => world.refers(42, life), services === undefined ? {} : { services }] as const;
const post = (name: string, life: Life, services?: Drawing['services']): Drawing =>
  drawView('referral', referralPost, name, id, ...others(life, services));
const told = (name: string, what: string, data: object, life: Life, services?: Drawing['services']): Drawing =>
  drawView('referral', referralUpdate, name, { ...id, what, data }, ...others(life, services));

const queue = async (world: CaseWorld): Promise<void> => {
  await world.refers(31, { state: 'waitlisted', days: 41 });
  await world.refers(35, { state: 'waitlisted', days: 30 });
  await world.refers(42, { state: 'waitlisted', days: 9, startOn: '2026-12-21' });
};
const trailId = uuid<TrailId>('700');
const decided = async (world: CaseWorld): Promise<void> => {
  await world.refers(42, { state: 'waitlist-proposed', at: daysAgo(0.5) });
  await world.happened(42, 'kept', {}, { side: 'clb', person: an });
};
const refusedBefore = async (world: CaseWorld): Promise<void> => {
  await world.refers(31, { state: 'no-match', days: 20, facts: { trailId } });
  await world.refers(42, {
    state: 'no-match',
    reason: 'needs-more-support',
    facts: { trailId, firstRegisteredAt: daysAgo(20) },
  });
};
const besides = async (world: CaseWorld): Promise<void> => {
  await world.refers(42, { state: 'placed', days: 20, facts: { trailId } });
  await world.refers(50, {
    state: 'waitlisted',
    days: 2,
    facts: { trailId, serviceId: farm.id, firstRegisteredAt: daysAgo(20) },
  });
};
const list = (name: string, of: string, personId: string | null, given: Drawing['given'], page = 0): Drawing =>
  drawView('referral', myReferrals, name, { organisationIds: [of], personId, page }, given);

const ownWork = async (world: CaseWorld): Promise<void> => {
  await queue(world);
  await world.refers(44, { state: 'waitlist-proposed', days: 3 });
  await world.refers(45, { days: 2, contactBy: daysAgo(1) });
  const row = draft({
    id: uuid<DraftId>('d9'),
    trailId: (await world.referral(44)).trailId,
    personId: an.id,
    clbId: clb.id,
    step: 'describe-question',
    tried: ['describe-pupil'],
    version: 0,
  });
  await world.stage.put({ put: 'draft', row });
};
const own = { organisationIds: [clb.id], personId: an.id, page: 0 };
/** The worker noted hints for some; of her draft only age, form and town are known. */
const hinted = async (world: CaseWorld): Promise<void> => {
  await ownWork(world);
  for (const [number, text] of [
    [42, 'N.V. 3B'],
    [44, 'R.D. 2B'],
  ] as const)
    // prettier-ignore
    await world.stage.put({ put: 'hint', row: { trailId: (await world.referral(number)).trailId, text } });
  const { typed: known, ...begun } = (await world.stage.read.draftsOf(an.id))[0]!;
  const typed = { ...known, target: 'pupil', birthDate: '9/3/2012', schoolForm: 'bso', domicile: 'Kessel-Lo' };
  await world.stage.put({ put: 'draft', row: { ...begun, typed } });
};
const named = async (world: CaseWorld): Promise<void> => {
  await hinted(world);
  await world.withFile();
};

/** Another referral of the same pupil has a place. */
const checkedOnList = async (world: CaseWorld): Promise<void> => {
  await world.refers(42, { state: 'waitlisted', days: 40 });
  await world.happened(42, 'check-in-asked', { on: '2026-11-16' }, { side: 'clock', person: null });
};
const offTheList = async (world: CaseWorld): Promise<void> => {
  await checkedOnList(world);
  await world.happened(42, 'withdrawn', { reason: 'solved' }, { side: 'clb' });
};
const besidePlace = async (world: CaseWorld): Promise<void> => {
  await world.refers(42, { state: 'waitlisted', days: 40 });
  await world.happened(42, 'placed-elsewhere', { reference: '2026-0043' }, { side: 'clock', person: null });
};

/** A life with a reason, a decision and readers; `opened`: how often its data were looked at. */
const read = async (world: CaseWorld, opened: number): Promise<void> => {
  await world.refers(42, { state: 'no-match', reason: 'age', days: 3 });
  for (let count = 0; count < opened; count += 1)
    await world.happened(
      42,
      'file-opened',
      { what: count % 3 === 1 ? 'questions' : 'case-file' },
      count % 2 === 0 ? { side: 'provider', person: bert } : { side: 'desk', person: els },
    );
};
const byDesk = { by: atDesk() };

const amending = (name: string, question: string | null, filled = {}): Drawing =>
  drawForm(
    'referral',
    amendAnswer,
    name,
    { referralId: uuid('42'), question },
    async (world) => {
      await world.refers(42, { state: 'contacted' });
      await world.withFile();
    },
    { filled },
  );

checkDrawings([
  drawView('referral', caseHistory, 'for the CLB', id, (world) => read(world, 2)),
  drawView('referral', caseHistory, 'for the desk', { ...id, why: 'desk' }, (world) => read(world, 2), byDesk),
  drawView('referral', readLog, 'read by two', { ...id, why: 'desk' }, (world) => read(world, 3), byDesk),
  drawView('referral', readLog, 'for the CLB', id, (world) => read(world, 2)),
  drawView('referral', readLog, 'second page', { ...id, page: 1 }, (world) => read(world, 23), byDesk),
  drawView('referral', readLog, 'nobody yet', id, (world) => read(world, 0), byDesk),
  drawView('referral', referralPost, 'on the waiting list', id, queue),
  post('waits for delivery', { state: 'registered', deliverAt: new Date('2026-11-17T08:00:00Z') }),
  post('the desk chooses', { state: 'held', facts: { serviceId: null, providerId: null } }),
  post('on its way', { state: 'dispatched' }),
  post('the desk phones', { state: 'to-phone' }),
  post('delivered', {}),
  post('contact overdue', { contactBy: daysAgo(1) }),
  post('contacted', { state: 'contacted' }),
  post('placed', { state: 'placed' }),
  drawView('referral', referralPost, 'placed, another still runs', id, besides),
  post('waiting list proposed', { state: 'waitlist-proposed', startOn: '2027-02-22' }),
  post('place free', { state: 'place-free' }),
  post('full', { state: 'full' }, [full]),
  drawView('referral', referralPost, 'no match, referred before', id, refusedBefore),
  post('withdrawn', { state: 'withdrawn' }),
  drawView('referral', referralPost, 'asked if its place on the list is needed', id, checkedOnList),
  drawView('referral', referralPost, 'just off the list', id, offTheList),
  drawView('referral', referralPost, 'runs beside a place', id, besidePlace),
  drawView(
    'referral',
    referralUpdate,
    'is it still needed',
    { ...id, what: 'placed-elsewhere', data: { reference: '2026-0043' }, at: monday10.toISOString() },
    besidePlace,
  ),
  drawForm('referral', chooseOtherProvider, 'after a withdrawal', id, async (world) => {
    await world.refers(42, { state: 'withdrawn', days: 30 });
    await world.withFile();
  }),
  drawView('referral', referralMention, 'on the waiting list', id, queue),
  drawView(
    'referral',
    referralMention,
    'nobody chosen yet',
    id,
    ...others({ state: 'held', facts: { serviceId: null, providerId: null } }),
  ),
  amending('which', null),
  amending('a text', 'schoolContact'),
  amending('left open', 'schoolContact', { typed: { schoolContact: '' }, errors: { amended: 'wrong' } }),
  amending('may be two', 'domicile', { typed: { domicile: 'Meldert' }, errors: { amended: 'wrong' } }),
  amending('a choice', 'urgency'),
  amending('without consent', 'pupilConsent', { typed: { pupilConsent: 'no' }, errors: { amended: 'no-consent' } }),
  told('contacted', 'contacted', {}, { state: 'contacted' }),
  told('the desk phones', 'not-received', { reason: 'no-channel' }, { state: 'to-phone' }),
  drawView(
    'referral',
    referralUpdate,
    'waiting list, by the desk',
    { ...id, what: 'waitlisted', data: { expectedStartOn: '2026-12-21', by: 'desk' } },
    queue,
  ),
  drawView(
    'referral',
    referralUpdate,
    'a choice is asked',
    { ...id, what: 'waitlist-proposed', data: {}, at: daysAgo(0.5).toISOString() },
    (world) => world.refers(42, { state: 'waitlist-proposed', at: daysAgo(0.5) }),
  ),
  drawView(
    'referral',
    referralUpdate,
    'the choice was made',
    { ...id, what: 'waitlist-proposed', data: {}, at: daysAgo(0.5).toISOString() },
    decided,
  ),
  told('full', 'full', { until: '2027-08-31' }, { state: 'full' }, [full]),
  drawForm('referral', withdrawReferral, 'opened', id, ...others({})),
  drawForm('referral', withdrawReferral, 'no reason', id, (world) => world.refers(42), {
    filled: { errors: { reason: 'reason-missing' } },
  }),
  drawForm('referral', chooseOtherProvider, 'from the waiting list', id, async (world) => {
    await queue(world);
    await world.withFile();
  }),
  drawForm(
    'referral',
    chooseOtherProvider,
    'nothing filled in, one is full',
    id,
    async (world) => {
      await world.refers(42, { state: 'no-match' });
      await world.withFile();
    },
    {
      services: [naft, farm, { ...full, id: uuid('53'), name: 'NAFT Voorbeeld' }],
      filled: { errors: { serviceId: 'service-missing', first: 'first-missing' } },
    },
  ),
  list('a CLB worker', clb.id, an.id, ownWork),
  list('a provider with a question before referring', provider.id, null, (world) => asks(world)),
  list('a CLB worker with an answer to a question', clb.id, an.id, fits),
  drawView('referral', myReferrals, 'a CLB worker, for her alone', own, hinted, { by: alone() }),
  drawView('referral', namedReferrals, 'with names', { organisationIds: [clb.id], page: 0 }, named, { by: alone() }),
  drawView('referral', referralPost, 'for a worker of the CLB alone', id, hinted, { by: alone() }),
  drawForm('referral', changeHint, 'opened', id, hinted, { by: alone() }),
  drawForm('referral', changeHint, 'too long', id, (world) => world.refers(42), {
    by: alone(),
    filled: {
      typed: { memoryHint: 'Noor uit de derde B van meester Jan, met de fiets' },
      errors: { memoryHint: 'hint-too-long' },
    },
  }),
  list('nothing open', clb.id, an.id, async () => undefined),
  list(
    'a provider, second page',
    provider.id,
    null,
    async (world) => {
      for (let number = 10; number < 23; number++) await world.refers(number, { state: 'contacted', days: number - 9 });
    },
    1,
  ),
  list('the desk', desk.id, null, async (world) => {
    await world.refers(50, { state: 'held', facts: { serviceId: null, providerId: null } });
    await world.refers(51, { days: 4, contactBy: new Date(monday10.getTime() - 3_600_000) });
    await world.refers(52, { state: 'to-phone' });
    await world.refers(53, { state: 'full', days: 30 });
    for (const owner of ['clb', 'desk'] as const)
      await world.happened(53, 'followed-up', { owner }, { side: 'clock', person: null });
    await world.stage.put({ put: 'person', row: els });
  }),
]);
