import { assignProvider } from '../../../../src/features/case/dispatch/assign-provider.js';
import { contactReminder } from '../../../../src/features/case/dispatch/contact-reminder.js';
import { correctAnswer } from '../../../../src/features/case/dispatch/correct-answer.js';
import { deskReferral } from '../../../../src/features/case/dispatch/desk-referral.js';
import { extendFull } from '../../../../src/features/case/dispatch/extend-full.js';
import { markFull } from '../../../../src/features/case/dispatch/mark-full.js';
import { offerUpdate } from '../../../../src/features/case/dispatch/offer-update.js';
import { openAgain } from '../../../../src/features/case/dispatch/open-again.js';
import { putOnWaitlist } from '../../../../src/features/case/dispatch/put-on-waitlist.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { refuseMatch } from '../../../../src/features/case/dispatch/refuse-match.js';
import type { TrailId } from '../../../../src/domain/ids.js';
import { askedFactsSchema, type ReferralFacts } from '../../../../src/domain/case/referral.js';
import { monday10 } from '../../../support/given.js';
import { asked as askedIn, unanswered } from '../questions/world.js';
import { checkDrawings, drawForm, drawView, type Drawing } from '../referral/check-drawings.js';
import {
  an,
  atDesk,
  atProvider,
  daysAgo,
  els,
  farm,
  naft,
  uuid,
  type CaseWorld,
  type Life,
} from '../referral/world.js';

const id = { referralId: uuid('42') };
const full = { ...naft, fullUntil: '2027-08-31' };
const late = new Date(monday10.getTime() - 3_600_000);
const unchosen: Partial<ReferralFacts> = { serviceId: null, providerId: null };
const held = (facts: Partial<ReferralFacts>): Life => ({ state: 'held', facts: { ...unchosen, ...facts } });

const of =
  (life: Life = {}) =>
  (world: CaseWorld): Promise<unknown> =>
    world.refers(42, life);
/** What the program did: the desk is asked from then on. */
const followedUp =
  (life: Life, ...names: readonly ('provider' | 'coordinator' | 'desk')[]) =>
  async (world: CaseWorld): Promise<void> => {
    await world.refers(42, life);
    for (const stage of names)
      await world.happened(42, 'reminded', { stage, coordinatorId: null }, { side: 'clock', person: null });
  };
const offer = (name: string, life: Life = {}, services?: Drawing['services']): Drawing =>
  drawView('dispatch', referralOffer, name, id, of(life), services === undefined ? {} : { services });
const told = (name: string, what: string, data: object, life: Life): Drawing =>
  drawView('dispatch', offerUpdate, name, { ...id, what, data }, of(life));
const before = (name: string, given: Drawing['given']): Drawing => drawView('dispatch', deskReferral, name, id, given);
const asked = (name: string, services: NonNullable<Drawing['services']>): Drawing =>
  drawView('dispatch', openAgain, name, { serviceId: naft.id, asked: '2026-08-31' }, undefined, { services });
const form = (
  action: { slug: string },
  name: string,
  around: Parameters<typeof drawForm>[5] = {},
  given: Drawing['given'] = of(),
): Drawing => drawForm('dispatch', action, name, id, given, { by: atProvider(), ...around });
const choosing = (name: string, services: NonNullable<Drawing['services']>, errors: Record<string, string> = {}) =>
  form(assignProvider, name, { by: atDesk(), services, filled: { errors } }, of(held({})));

checkDrawings([
  offer('new'),
  offer('urgent and late', { contactBy: late, days: 4, facts: { urgency: 'urgent' } }),
  offer('a group', { facts: { target: 'group', groupSize: 18, ageBand: null } }),
  offer('contacted', { state: 'contacted' }),
  offer('placed, may be taken back', { state: 'placed', at: monday10 }),
  offer('the CLB is asked', { state: 'waitlist-proposed', startOn: '2027-02-08' }),
  offer('waits', { state: 'waitlisted', startOn: '2027-02-08' }),
  offer('a place was told', { state: 'place-free' }),
  offer('full', { state: 'full' }, [full]),
  offer('no match', { state: 'no-match', reason: 'needs-more-support' }),
  offer('withdrawn', { state: 'withdrawn' }),
  drawView('dispatch', referralOffer, 'an answer was changed', id, async (world) => {
    const { urgency: _, ...asked } = askedFactsSchema.parse(await world.refers(42, { state: 'contacted' }));
    const amended = { field: 'urgency', facts: { ...asked, urgency: 'urgent' } } as const;
    await world.happened(42, 'amended', amended, { side: 'clb', person: an });
  }),
  drawView('dispatch', referralOffer, 'referred before', id, async (world) => {
    const trailId = uuid<TrailId>('7143');
    await world.refers(43, { state: 'no-match', days: 40, facts: { trailId, serviceId: farm.id } });
    await world.refers(42, { facts: { trailId, firstRegisteredAt: daysAgo(40) } });
  }),
  drawView('dispatch', referralOffer, 'a place elsewhere', id, async (world) => {
    await world.refers(42, { state: 'contacted' });
    await world.happened(42, 'placed-elsewhere', { reference: '2026-0043' }, { side: 'clock', person: null });
  }),
  drawView('dispatch', referralOffer, 'a question of the CLB', id, (world) => askedIn(world, 'clb')),
  drawView('dispatch', referralOffer, 'waits for an answer', id, (world) => askedIn(world, 'provider')),
  told('kept', 'kept', {}, { state: 'waitlisted' }),
  told('withdrawn', 'withdrawn', { reason: 'back-to-school' }, { state: 'withdrawn', withdrawn: 'back-to-school' }),
  told('place confirmed', 'place-confirmed', {}, { state: 'placed' }),
  told('also elsewhere', 'elsewhere', {}, { state: 'waitlisted' }),
  drawView('dispatch', offerUpdate, 'reminder', { ...id, what: 'reminder', data: {} }, async (world) => {
    await world.refers(42, { contactBy: late });
    await world.happened(42, 'reminded', { stage: 'provider', coordinatorId: null }, { side: 'clock', person: null });
  }),
  told('contacted since', 'reminder', {}, { state: 'contacted' }),
  told('noted by the desk', 'noted', { state: 'waitlisted' }, { state: 'waitlisted' }),
  told('taken back by the desk', 'answer-undone', {}, {}),
  before('chooses', of(held({}))),
  before('looks first', of({ state: 'held' })),
  before('outside', of(held({ region: 'outside', regionBecause: [] }))),
  before('under 12', of(held({ ageBand: 'under-12', schoolForm: 'primary' }))),
  before('to deliver', of({ state: 'registered', deliverAt: new Date('2026-11-17T08:00:00Z') })),
  before('overdue', followedUp({ contactBy: late, days: 4 }, 'provider', 'desk')),
  before('to phone', of({ state: 'to-phone' })),
  before('a question without an answer', (world) => unanswered(world, 'provider', { state: 'contacted' })),
  before('settled', of({ state: 'placed', by: els, at: daysAgo(0.1) })),
  choosing('some fit', [farm, { ...full, id: uuid('5e') }, { ...naft, id: uuid('53'), regions: ['AHV'] }]),
  choosing('a full one chosen', [farm, { ...full, id: uuid('5e') }], { serviceId: 'service-full' }),
  choosing('nothing to choose', []),
  drawView('dispatch', contactReminder, 'late', id, of({ contactBy: late })),
  drawView('dispatch', contactReminder, 'answered', id, of({ state: 'contacted' })),
  form(correctAnswer, 'opened', {}, of({ state: 'placed', at: daysAgo(2), days: 3 })),
  form(putOnWaitlist, 'opened'),
  form(putOnWaitlist, 'a day that has passed, nothing said', {
    filled: {
      typed: { expectedStartOn: '2026-01-05' },
      errors: { expectedStartOn: 'date-passed', kept: 'kept-missing' },
    },
  }),
  form(refuseMatch, 'opened'),
  form(refuseMatch, 'no reason', { filled: { errors: { reason: 'reason-missing' } } }),
  form(markFull, 'only this one'),
  form(markFull, 'with others', {}, async (world) => {
    for (const number of [42, 43, 44, 45]) await world.refers(number);
  }),
  form(markFull, 'an unreadable day', {
    filled: { typed: { until: 'na de zomer' }, errors: { until: 'date-unreadable' } },
  }),
  drawForm('dispatch', extendFull, 'opened', { serviceId: naft.id, asked: '2026-08-31' }, of(), {
    by: atProvider(),
    services: [{ ...naft, fullUntil: '2026-08-31' }],
  }),
  asked('asked', [{ ...naft, fullUntil: '2026-08-31' }]),
  asked('open again', [naft]),
  asked('still full', [full]),
]);
