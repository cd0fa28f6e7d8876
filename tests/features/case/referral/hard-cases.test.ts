import { deskMenu } from '../../../../src/features/desk/desk-menu.js';
import { deskReferral } from '../../../../src/features/case/dispatch/desk-referral.js';
import { roundTable } from '../../../../src/features/case/round-table/round-table.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { referralUpdate } from '../../../../src/features/case/referral/referral-update.js';
import { serviceWaitlist } from '../../../../src/features/case/waitlist/service-waitlist.js';
import type { ReferralFacts } from '../../../../src/domain/case/referral.js';
import { longest } from '../../../support/longest.js';
import { begun, tableId } from '../round-table/world.js';
import { checkDrawings, drawView, type Drawing } from './check-drawings.js';
import { an, clb, daysAgo, naft, provider, uuid, type CaseWorld, type Life } from './world.js';

const id = { referralId: uuid('42') };
/** The longest names that the desk may give, and all that can be said of a question. */
const services = [{ ...naft, name: longest('Naadloos flexibel traject Vlaams-Brabant Oost', 100) }];
const full: Partial<ReferralFacts> = {
  urgency: 'urgent',
  problemDomains: ['emotional', 'social', 'educational', 'personal', 'legal'],
  efforts: ['remedial', 'preventive'],
  wantedForms: ['individual', 'group'],
  regionBecause: ['domicile', 'residence', 'school', 'clb'],
};
/** What need not be known is not. */
const bare: Partial<ReferralFacts> = {
  ageBand: null,
  schoolForm: null,
  presence: null,
  problemDomains: [],
  efforts: [],
  wantedForms: [],
  regionBecause: [],
};
const long =
  (life: Life) =>
  async (world: CaseWorld): Promise<void> => {
    for (const row of [clb, provider])
      await world.stage.put({ put: 'organisation', row: { ...row, name: longest(row.name, 100), version: 1 } });
    await world.refers(42, { ...life, facts: { ...full, ...life.facts } });
  };
const rows = (count: number) => async (world: CaseWorld) => {
  for (let number = 1; number <= count; number++)
    await world.refers(number, { state: 'waitlisted', days: 60 - number, facts: number === 3 ? full : {} });
};
const worklist = (name: string, given: Drawing['given'], page = 0): Drawing =>
  drawView('referral', myReferrals, name, { organisationIds: [clb.id], personId: an.id, page }, given, { services });
const waitlist = (name: string, given: Drawing['given']): Drawing =>
  drawView('waitlist', serviceWaitlist, name, { serviceId: naft.id, page: 0 }, given, { services });
/** A round table of the longest names, the day after. */
const longTable = async (world: CaseWorld): Promise<void> => {
  for (const row of [clb, provider])
    await world.stage.put({ put: 'organisation', row: { ...row, name: longest(row.name, 100), version: 1 } });
  await begun(world);
};
const late = { contactBy: daysAgo(1), days: 4 };
const english = (one: Drawing): Drawing => ({ ...one, name: `${one.name}, in English`, language: 'en' });
const hardest = [
  drawView('dispatch', referralOffer, 'longest names, late and urgent', id, long(late), { services }),
  drawView('referral', referralPost, 'longest names, late and urgent', id, long(late), { services }),
  drawView(
    'referral',
    referralPost,
    'longest names, to decide',
    id,
    long({ state: 'waitlist-proposed', startOn: '2027-02-22' }),
    {
      services,
    },
  ),
  drawView(
    'referral',
    referralUpdate,
    'longest names, a choice is asked',
    { ...id, what: 'waitlist-proposed', data: {}, at: daysAgo(0.5).toISOString() },
    long({ state: 'waitlist-proposed', at: daysAgo(0.5) }),
    { services },
  ),
  drawView('dispatch', deskReferral, 'longest names, late and urgent', id, long(late), { services }),
  drawView('desk', deskMenu, 'longest names, late and urgent', {}, long(late), { services }),
  drawView('round-table', roundTable, 'longest names, was it held', { roundTableId: tableId, side: 'clb' }, longTable, {
    services,
  }),
  worklist('sixty cases', rows(60)),
  worklist('eleven rows', rows(11)),
  waitlist('eleven wait', rows(11)),
];

checkDrawings(
  [
    ...hardest,
    ...hardest.map(english),
    drawView('dispatch', referralOffer, 'nothing that need not be known', id, (world) =>
      world.refers(42, { facts: bare }),
    ),
    drawView('referral', referralPost, 'nothing that need not be known', id, (world) =>
      world.refers(42, { facts: bare }),
    ),
    worklist('one row', rows(1)),
    worklist('ten rows', rows(10)),
    waitlist('ten wait', rows(10)),
  ],
  'hard.sample',
);
