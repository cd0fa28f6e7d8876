import type { Action, View } from '../../../../src/contracts/action.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { chooseOtherProvider } from '../../../../src/features/case/referral/choose-other-provider.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { referralMention } from '../../../../src/features/case/referral/referral-mention.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { referralUpdate } from '../../../../src/features/case/referral/referral-update.js';
import { withdrawReferral } from '../../../../src/features/case/referral/withdraw-referral.js';
import { draft, monday10 } from '../../../support/given.js';
import { drawForm, drawView, type Drawing } from './act.js';
import { checkDrawings } from './check-drawings.js';
import {
  an,
  bert,
  clb,
  daysAgo,
  desk,
  farm,
  happened,
  naft,
  provider,
  sent,
  uuid,
  waiting,
  type World,
} from './world.js';

const id = { referralId: uuid('1') };
const post = (name: string, over: Partial<Referral>, world: World = {}): Drawing =>
  drawView('referral', referralPost as View, name, id, { referrals: [sent(over)], ...world });
const told = (name: string, what: string, data: object, over: Partial<Referral> = {}, world: World = {}): Drawing =>
  drawView('referral', referralUpdate as View, name, { ...id, what, data }, { referrals: [sent(over)], ...world });
const list = (name: string, organisationId: string, personId: string | null, world: World, page = 0): Drawing =>
  drawView('referral', myReferrals as View, name, { organisationIds: [organisationId], personId, page }, world);

const queue = [
  waiting(31, 41),
  waiting(35, 30),
  waiting(42, 9, { id: uuid('1'), trailId: uuid('71'), expectedStartOn: '2026-12-21' }),
];
const earlier = sent({
  id: uuid('2'),
  reference: '2026-0031',
  state: 'no-match',
  registeredAt: daysAgo(20),
  noMatchReason: 'age',
});
const full = { ...naft, fullUntil: '2027-08-31' };

checkDrawings([
  post('on the waiting list', {}, { referrals: queue, history: [happened('registered'), happened('waitlisted')] }),
  post('waits for delivery', { state: 'registered', deliveredAt: null }, { history: [happened('registered')] }),
  post('the desk chooses', { state: 'held', serviceId: null, providerId: null, deliveredAt: null }),
  post('delivered', {}),
  post(
    'contact overdue',
    { contactBy: daysAgo(1) },
    { history: [happened('reminded', { data: { stage: 'coordinator' } })] },
  ),
  post('contacted', { state: 'contacted', contactedBy: bert.id }),
  post('placed', { state: 'placed' }),
  post('waiting list proposed', { state: 'waitlist-proposed', expectedStartOn: '2027-02-22' }),
  post('place free', { state: 'place-free' }),
  post('full', { state: 'full' }, { services: [full] }),
  post(
    'no match, referred before',
    { state: 'no-match', noMatchReason: 'needs-more-support', firstRegisteredAt: daysAgo(20) },
    {
      referrals: [
        sent({ state: 'no-match', noMatchReason: 'needs-more-support', firstRegisteredAt: daysAgo(20) }),
        earlier,
      ],
    },
  ),
  post('withdrawn', { state: 'withdrawn', withdrawReason: 'solved' }, { history: [happened('withdrawn')] }),
  drawView('referral', referralMention as View, 'on the waiting list', id, {
    referrals: queue,
    history: [happened('registered'), happened('waitlisted')],
  }),
  drawView('referral', referralMention as View, 'nobody chosen yet', id, {
    referrals: [sent({ state: 'held', serviceId: null, providerId: null, deliveredAt: null })],
  }),
  told('contacted', 'contacted', {}, { state: 'contacted', contactedBy: bert.id }),
  told(
    'waiting list, by the desk',
    'waitlisted',
    { expectedStartOn: '2026-12-21', by: 'desk' },
    {},
    { referrals: queue },
  ),
  told('place free', 'place-freed', {}, { state: 'place-free' }),
  told('full', 'full', { until: '2027-08-31' }, { state: 'full' }, { services: [full] }),
  drawForm('referral', withdrawReferral as Action, 'opened', { world: { referrals: [sent()] }, data: id }),
  drawForm(
    'referral',
    withdrawReferral as Action,
    'no reason',
    { world: { referrals: [sent()] }, data: id },
    { errors: { reason: 'reason-missing' } },
  ),
  drawForm('referral', chooseOtherProvider as Action, 'from the waiting list', {
    world: { referrals: queue },
    data: id,
  }),
  drawForm(
    'referral',
    chooseOtherProvider as Action,
    'nothing filled in, one is full',
    {
      world: {
        referrals: [sent({ state: 'no-match' })],
        services: [naft, farm, { ...full, id: uuid('53'), name: 'NAFT Voorbeeld' }],
      },
      data: id,
    },
    { errors: { serviceId: 'service-missing', first: 'first-missing' } },
  ),
  list('a CLB worker', clb.id, an.id, {
    referrals: [
      ...queue,
      waiting(44, 3, { state: 'waitlist-proposed' }),
      waiting(45, 2, { state: 'delivered', contactBy: daysAgo(1) }),
    ],
    drafts: [
      draft({ id: uuid('d9'), personId: an.id, clbId: clb.id, step: 'choose-region', tried: ['check-conditions'] }),
    ],
  }),
  list('nothing open', clb.id, an.id, {}),
  list(
    'a provider, second page',
    provider.id,
    null,
    {
      referrals: Array.from({ length: 13 }, (_none, index) => waiting(index + 10, index, { state: 'contacted' })),
    },
    1,
  ),
  list('the desk', desk.id, null, {
    referrals: [
      waiting(50, 1, { state: 'held', serviceId: null, deliveredAt: null }),
      waiting(51, 4, { state: 'delivered', contactBy: new Date(monday10.getTime() - 3_600_000) }),
    ],
    undelivered: 2,
  }),
]);
