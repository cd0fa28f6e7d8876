import { parseReferral, type Referral } from '../../src/domain/case/referral.js';
import { presenceOf, stateColumns, type ReferralState, type StateValues } from '../../src/domain/case/states.js';
import type { PersonId } from '../../src/domain/ids.js';
import { id, monday10 } from './given.js';

const somebody = id<PersonId>();

/** What a state knows when it must know it. */
const usual: StateValues = {
  deliverAt: monday10,
  deliveredAt: monday10,
  contactBy: new Date('2026-11-17T15:30:00Z'),
  reminded: 'provider',
  remindedAt: monday10,
  contactedAt: monday10,
  contactedBy: somebody,
  answeredAt: monday10,
  answeredBy: somebody,
  expectedStartOn: '2027-01-11',
  noMatchReason: 'other',
  withdrawReason: 'solved',
  closedAt: monday10,
};

/**
 * A pupil's referral in a state: it knows what it must, and that the provider received it where that can be known. Its
 * ids are new ones, unless `over` says which.
 */
export function referralIn(state: ReferralState, over: Partial<Omit<Referral, 'state'>> = {}): Referral {
  const known = stateColumns.map((column) => {
    const presence = presenceOf(state, column);
    const isKnown = presence === 'must' || (presence === 'may' && ['deliveredAt', 'contactBy'].includes(column));
    return [column, isKnown ? usual[column] : null];
  });
  return parseReferral({ ...facts(), ...kept, state, ...Object.fromEntries(known), ...over });
}

const facts = () => ({
  id: id(),
  reference: '2026-0042',
  trailId: id(),
  draftId: id(),
  clbId: id(),
  referrerId: id(),
  providerId: id(),
  serviceId: id(),
  target: 'pupil',
  ageBand: '14-15',
  schoolForm: 'bso',
  region: 'VBO',
  regionBecause: ['domicile', 'school'],
  alsoRegions: [],
  source: 'clb',
  enrolment: 'enrolled',
  problemDomains: ['emotional', 'educational'],
  efforts: ['remedial'],
  presence: 'problematic-absence',
  wantedForms: ['individual'],
  urgency: 'normal',
  groupSize: null,
  firstRegisteredAt: monday10,
  registeredAt: monday10,
});

const kept = { undo: null, since: monday10, nudges: 0, round: 0, referredOn: false, version: 0 };
