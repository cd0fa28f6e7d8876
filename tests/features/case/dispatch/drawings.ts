import type { Action, ActionContext, View } from '../../../../src/contracts/action.js';
import { isRefusal } from '../../../../src/contracts/outcome.js';
import { assignProvider } from '../../../../src/features/case/dispatch/assign-provider.js';
import { contactReminder } from '../../../../src/features/case/dispatch/contact-reminder.js';
import { deskReferral } from '../../../../src/features/case/dispatch/desk-referral.js';
import { extendFull } from '../../../../src/features/case/dispatch/extend-full.js';
import { markFull } from '../../../../src/features/case/dispatch/mark-full.js';
import { offerUpdate } from '../../../../src/features/case/dispatch/offer-update.js';
import { openAgain } from '../../../../src/features/case/dispatch/open-again.js';
import { putOnWaitlist } from '../../../../src/features/case/dispatch/put-on-waitlist.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { refuseMatch } from '../../../../src/features/case/dispatch/refuse-match.js';
import type { Language } from '../../../../src/domain/language.js';
import type { Undo } from '../../../../src/domain/case/referral.js';
import { textAt } from '../../../../src/texts/index.js';
import { actionContext, monday10, service, viewContext } from '../../../support/given.js';
import {
  an,
  atDesk,
  atProvider,
  bert,
  clb,
  group,
  happened,
  naft,
  provider,
  readOf,
  sent,
  uuid,
  type World,
} from './world.js';

/** A card as its view or form fills it: by hand in nl for the samples, in every language for the cards' test. */
export interface Drawing {
  readonly slug: string;
  readonly name: string;
  data(language: Language): Promise<object>;
}

const undoable = (state: Undo['state'], side: Undo['side'] = 'provider'): Undo => ({
  state,
  until: new Date(monday10.getTime() + 900_000).toISOString(),
  side,
  group,
});
const answered = { answeredAt: monday10, answeredBy: bert.id, contactedAt: monday10, contactedBy: bert.id };
const id = { referralId: uuid<string>('1') };

const ofView = (view: View, name: string, params: object, world: World): Drawing => ({
  slug: view.slug,
  name,
  async data(language) {
    const context = viewContext({ language });
    const facts = await view.load(readOf(world), params, context);
    return view.fill(facts, context);
  },
});

const offer = (name: string, over: Parameters<typeof sent>[0], world: World = {}): Drawing =>
  ofView(referralOffer as View, name, id, { referrals: [sent(over)], ...world });
const before = sent({ id: uuid('2'), state: 'waitlisted', firstRegisteredAt: new Date('2026-11-02T09:00:00Z') });

const offers: Drawing[] = [
  offer('new', {}),
  offer('urgent and late', {
    urgency: 'urgent',
    enrolment: 'not-enrolled-last-school',
    contactBy: new Date('2026-11-13T13:00:00Z'),
  }),
  offer('group', { target: 'group', ageBand: null, schoolForm: null, groupSize: 18, presence: null }),
  offer('contacted', { ...answered, state: 'contacted', undo: undoable('delivered') }),
  offer('placed', { ...answered, state: 'placed', undo: undoable('contacted') }),
  offer(
    'placed, by phone',
    { ...answered, contactedBy: null, state: 'placed' },
    {
      history: [happened('placed', { data: { by: 'desk' } })],
      organisations: [clb, { ...provider, roundTableBy: 'clb' }],
    },
  ),
  offer('waitlist proposed', { ...answered, state: 'waitlist-proposed', undo: undoable('contacted') }),
  ofView(referralOffer as View, 'waitlisted', id, {
    referrals: [
      sent({ ...answered, state: 'waitlisted', expectedStartOn: '2027-02-22', undo: undoable('contacted') }),
      before,
    ],
  }),
  offer('place free', { ...answered, state: 'place-free' }),
  offer(
    'full',
    { ...answered, state: 'full', undo: undoable('contacted') },
    { services: [{ ...naft, fullUntil: '2027-08-31' }] },
  ),
  offer('no match', { ...answered, state: 'no-match', noMatchReason: 'needs-more-support' }),
  offer('withdrawn', { state: 'withdrawn', withdrawReason: 'back-to-school' }),
];

const before2 = (name: string, why: string, over: Parameters<typeof sent>[0]): Drawing =>
  ofView(deskReferral as View, name, { ...id, why }, { referrals: [sent(over)] });
const unchosen = { providerId: null, serviceId: null, deliveredAt: null, contactBy: null, deliverAt: null } as const;

const desks: Drawing[] = [
  before2('chooses', 'chooses', { ...unchosen, state: 'held' }),
  before2('looks first', 'looks-first', { state: 'held', deliveredAt: null, contactBy: null }),
  before2('outside', 'outside', { ...unchosen, state: 'held', region: 'outside', regionBecause: [] }),
  before2('under 12', 'under-12', { ...unchosen, state: 'held', ageBand: 'under-12', schoolForm: 'primary' }),
  before2('to deliver', 'chooses', {
    state: 'registered',
    deliveredAt: null,
    contactBy: null,
    deliverAt: new Date('2026-11-17T08:00:00Z'),
  }),
  before2('overdue', 'overdue', { contactBy: new Date('2026-11-13T13:00:00Z') }),
  before2('no place', 'no-place', {}),
  before2('answered', 'overdue', {
    ...answered,
    contactedBy: null,
    state: 'contacted',
    undo: undoable('delivered', 'desk'),
  }),
  before2('settled', 'overdue', { ...answered, state: 'placed' }),
];

const updates: Drawing[] = [
  ['kept', {}],
  ['withdrawn', { reason: 'back-to-school' }],
  ['place-confirmed', {}],
  ['elsewhere', {}],
  ['reminder', {}],
  ['noted', { state: 'waitlisted' }],
  ['answer-undone', {}],
].map(([what, data]) => ofView(offerUpdate as View, String(what), { ...id, what, data }, { referrals: [sent()] }));

const asked = '2026-08-31';
const ask = (name: string, fullUntil: string | null): Drawing =>
  ofView(openAgain as View, name, { serviceId: naft.id, asked }, { services: [{ ...naft, fullUntil }] });

const ofForm = (
  form: Action,
  name: string,
  subject: object,
  world: World,
  typed: Record<string, string> = {},
  errors: Record<string, string> = {},
  over: Partial<ActionContext> = {},
): Drawing => ({
  slug: form.slug,
  name,
  async data(language) {
    const context = actionContext({ actor: { ...atProvider(), language }, ...over });
    const spoken = { ...context, actor: { ...context.actor, language } };
    const loaded = await form.load(readOf(world), form.subject.parse(subject), spoken);
    if (isRefusal(loaded) || !form.form) throw new Error(`${form.slug} does not open`);
    const sentences = Object.fromEntries(
      Object.entries(errors).map(([field, code]) => [
        field,
        textAt(language, `dispatch.${form.slug}.errors.${code}`) ?? code,
      ]),
    );
    const data = form.form(loaded, spoken, { typed, errors: sentences });
    return Object.keys(errors).length === 0 ? data : { ...data, errors: sentences };
  },
});

const one: World = { referrals: [sent()] };
const three: World = { referrals: [sent(), sent({ id: uuid('3') }), sent({ id: uuid('4'), state: 'registered' })] };
const held: World = {
  referrals: [
    sent({ ...unchosen, state: 'held' }),
    sent({ id: uuid('5'), state: 'waitlisted', serviceId: uuid('52') }),
  ],
  services: [
    service({ id: uuid('51'), name: 'NAFT Asse-Halle-Vilvoorde', regions: ['AHV'] }),
    service({ id: uuid('52'), name: 'Zorgboerderij (voorbeeld)', regions: ['VBO', 'AHV'] }),
    service({ id: uuid('53'), name: 'Basisproject (voorbeeld)', maximumAge: 12, minimumAge: 6, waitWeeks: 0 }),
    { ...naft, fullUntil: '2027-08-31' },
  ],
};
const byDesk = { actor: atDesk() };

const forms: Drawing[] = [
  ofForm(putOnWaitlist as Action, 'empty', id, one),
  ofForm(
    putOnWaitlist as Action,
    'errors',
    id,
    one,
    { expectedStartOn: '2020-01-01' },
    { kept: 'kept-missing', expectedStartOn: 'date-passed' },
  ),
  ofForm(refuseMatch as Action, 'empty', id, one),
  ofForm(
    refuseMatch as Action,
    'errors',
    { ...id, why: 'overdue' },
    one,
    { note: 'Bel gerust.' },
    { reason: 'reason-missing' },
    byDesk,
  ),
  ofForm(markFull as Action, 'only this one', id, one),
  ofForm(markFull as Action, 'with others', id, three),
  ofForm(markFull as Action, 'errors', id, three, { until: '2020-01-01' }, { until: 'date-passed' }),
  ofForm(extendFull as Action, 'sample', { serviceId: naft.id, asked }, { services: [{ ...naft, fullUntil: asked }] }),
  ofForm(assignProvider as Action, 'sample', { ...id, why: 'chooses' }, held, {}, {}, byDesk),
  ofForm(
    assignProvider as Action,
    'errors',
    { ...id, why: 'chooses' },
    held,
    { serviceId: naft.id },
    { serviceId: 'service-full' },
    byDesk,
  ),
  ofForm(
    assignProvider as Action,
    'nothing to choose',
    { ...id, why: 'chooses' },
    { ...held, services: [] },
    {},
    {},
    byDesk,
  ),
];

/** Every card of the feature in every state that looks different. */
export const drawings: readonly Drawing[] = [
  ...offers,
  ...desks,
  ...updates,
  ofView(contactReminder as View, 'waiting', id, {
    referrals: [sent({ contactBy: new Date('2026-11-13T13:00:00Z') })],
  }),
  ofView(contactReminder as View, 'answered', id, {
    referrals: [sent({ ...answered, contactedBy: an.id, state: 'placed' })],
  }),
  ask('asked', asked),
  ask('open again', null),
  ask('still full', '2027-08-31'),
  ...forms,
];
