import { luxonCalendar } from './working-calendar.js';
import { stateColumns, presenceOf, type ReferralState } from '../../src/domain/case/states.js';
import { parseReferral, type Referral } from '../../src/domain/case/referral.js';
import type { OpenQuestion, QuestionSide } from '../../src/domain/case/question.js';
import type { CaseStanding } from '../../src/domain/case/decide/index.js';
import { defaultSettings } from '../../src/domain/settings.js';

/** Ids that are told apart at a glance. */
export const ids = {
  referral: '11111111-0000-4000-8000-000000000001',
  trail: '22222222-0000-4000-8000-000000000001',
  draft: '33333333-0000-4000-8000-000000000001',
  clb: '44444444-0000-4000-8000-000000000001',
  referrer: '55555555-0000-4000-8000-000000000001',
  provider: '66666666-0000-4000-8000-000000000001',
  service: '77777777-0000-4000-8000-000000000001',
  worker: '88888888-0000-4000-8000-000000000001',
  coordinator: '88888888-0000-4000-8000-000000000002',
  desk: '99999999-0000-4000-8000-000000000001',
  question: 'aaaaaaaa-0000-4000-8000-000000000001',
  otherQuestion: 'aaaaaaaa-0000-4000-8000-000000000002',
} as const;

/** A Thursday, half past ten in Brussels: the desk is active. */
export const registeredAt = new Date('2027-01-14T09:30:00Z');

/** Any of a referral's values, whatever its state. */
export type ReferralPatch = { readonly [K in keyof Referral]?: Referral[K] };

const values = {
  deliverAt: new Date('2027-01-14T09:31:00Z'),
  deliveredAt: new Date('2027-01-14T09:32:00Z'),
  contactBy: new Date('2027-01-18T13:32:00Z'),
  reminded: 'provider',
  remindedAt: new Date('2027-01-18T13:33:00Z'),
  contactedAt: new Date('2027-01-14T10:00:00Z'),
  contactedBy: ids.worker,
  answeredAt: new Date('2027-01-14T10:00:00Z'),
  answeredBy: ids.worker,
  expectedStartOn: '2027-03-01',
  noMatchReason: 'age',
  withdrawReason: 'solved',
  closedAt: new Date('2027-01-14T10:00:00Z'),
} as const;

const underway: readonly ReferralState[] = ['registered', 'recalled', 'held', 'dispatched', 'to-phone', 'delivered'];

/** A referral in a state, with what that state must know; `patch` changes some of it. Parsed, so it could have been stored. */
export function referralIn<S extends ReferralState>(state: S, patch: ReferralPatch = {}): Referral<S> {
  const known = stateColumns.filter(
    (column) =>
      presenceOf(state, column) === 'must' ||
      (presenceOf(state, column) === 'may' && !underway.includes(state) && column !== 'expectedStartOn'),
  );
  return parseReferral({
    id: ids.referral,
    reference: '2027-0001',
    trailId: ids.trail,
    draftId: ids.draft,
    clbId: ids.clb,
    referrerId: ids.referrer,
    providerId: ids.provider,
    serviceId: ids.service,
    target: 'pupil',
    ageBand: '14-15',
    schoolForm: 'bso',
    region: 'VBO',
    regionBecause: ['school'],
    alsoRegions: [],
    source: 'clb',
    enrolment: 'enrolled',
    problemDomains: ['emotional'],
    efforts: ['remedial'],
    presence: 'present',
    wantedForms: [],
    urgency: 'normal',
    groupSize: null,
    firstRegisteredAt: registeredAt,
    registeredAt,
    undo: null,
    since: registeredAt,
    nudges: 0,
    round: 0,
    referredOn: false,
    version: 1,
    ...Object.fromEntries(stateColumns.map((column) => [column, known.includes(column) ? values[column] : null])),
    state,
    ...patch,
  }) as Referral<S>;
}

/** A question that one side asked and that waits for its answer. */
export const openQuestion = (by: QuestionSide, patch: Partial<OpenQuestion> = {}): OpenQuestion => ({
  id: ids.question as OpenQuestion['id'],
  by,
  askedBy: (by === 'clb' ? ids.referrer : ids.worker) as OpenQuestion['askedBy'],
  askedAt: registeredAt,
  answerBy: new Date('2027-01-18T09:30:00Z'),
  reminded: null,
  countedFrom: registeredAt,
  ...patch,
});

export const settings = defaultSettings;
export const calendar = luxonCalendar;

/** What a decision looks at, of a referral in a state. */
export const standing = (referral: Referral, patch: Partial<CaseStanding> = {}): CaseStanding => ({
  referral,
  service: { id: ids.service as never, organisationId: ids.provider as never, fullUntil: null },
  hasChannel: true,
  coordinatorId: null,
  last: null,
  ...patch,
});
