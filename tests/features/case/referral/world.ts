import type { Actor } from '../../../../src/contracts/actor.js';
import type { HistoryEvent, Read, ReferralFilter } from '../../../../src/contracts/read.js';
import type { CaseFile, Draft } from '../../../../src/domain/draft.js';
import type { ReferralId } from '../../../../src/domain/ids.js';
import type { Organisation, Person, Service } from '../../../../src/domain/organisation.js';
import type { Referral, Undo } from '../../../../src/domain/case/referral.js';
import { inOrder, waitingStates } from '../../../../src/domain/waitlist.js';
import { actor, conversation, monday10, organisation, person, referral, service } from '../../../support/given.js';

export const uuid = <T = string>(tail: string): NonNullable<T> =>
  `0a0a0a0a-0000-4000-8000-${tail.padStart(12, '0')}` as NonNullable<T>;

export const clb = organisation({ id: uuid('c1'), name: 'CLB Voorbeeld, team Leuven' });
export const otherClb = organisation({ id: uuid('c2'), name: 'CLB Elders' });
export const provider = organisation({ id: uuid('b1'), kind: 'provider', name: 'NAFT-Leerrecht Oost' });
export const desk = organisation({ id: uuid('d1'), kind: 'desk', name: 'Meldpunt' });
export const naft = service({ id: uuid('51'), organisationId: provider.id });
export const farm = service({
  id: uuid('52'),
  organisationId: uuid('b2'),
  name: 'Zorgboerderij Voorbeeld',
  regions: ['VBO', 'AHV'],
  waitWeeks: 5,
});
export const an = person({ id: uuid('a1'), name: 'An Peeters' });
export const bert = person({ id: uuid('a2'), name: 'Bert Claes', aadObjectId: 'aad-bert', teamsId: '29:bert' });
export const els = person({ id: uuid('a3'), name: 'Els De Smet', aadObjectId: 'aad-els', teamsId: '29:els' });
export const jan = person({ id: uuid('a4'), name: 'Jan Maes', aadObjectId: 'aad-jan', teamsId: '29:jan' });

/** An and Jan work for the CLB, Bert for the provider, Els for the desk. */
export const atClb = (who: Person = an): Actor => actor({ person: who, organisations: [clb] });
export const alone = (who: Person = an): Actor =>
  actor({ person: who, organisations: [clb], conversation: conversation({ scope: 'personal' }) });
export const atProvider = (who: Person = bert): Actor => actor({ person: who, organisations: [provider] });
export const atDesk = (who: Person = els): Actor => actor({ person: who, organisations: [desk] });
export const stranger = (): Actor => actor({ person: jan, organisations: [otherClb] });
export const nobody = (): Actor => actor({ person: jan, organisations: [] });

export const daysAgo = (count: number, from: Date = monday10): Date => new Date(from.getTime() - count * 86_400_000);

/** A referral of the CLB to the provider's service. */
export const sent = (over: Partial<Referral> = {}): Referral =>
  referral({
    id: uuid('1'),
    trailId: uuid('71'),
    draftId: uuid('d0'),
    clbId: clb.id,
    referrerId: an.id,
    providerId: provider.id,
    serviceId: naft.id,
    ...over,
  });

/** One of several on the waiting list, so many days on it. */
export const waiting = (number: number, days: number, over: Partial<Referral> = {}): Referral =>
  sent({
    id: uuid(String(number)),
    reference: `2026-${String(number).padStart(4, '0')}`,
    trailId: uuid(`71${number}`),
    draftId: uuid(`d${number}`),
    state: 'waitlisted',
    firstRegisteredAt: daysAgo(days),
    registeredAt: daysAgo(days),
    ...over,
  });

export const undoable = (state: Undo['state'], over: Partial<Undo> = {}): Undo => ({
  state,
  until: new Date(monday10.getTime() + 900_000).toISOString(),
  side: 'provider',
  group: uuid('99'),
  ...over,
});

export const happened = (name: string, over: Partial<HistoryEvent> = {}): HistoryEvent => ({
  id: uuid('e1'),
  referralId: uuid('1'),
  name,
  at: monday10,
  personId: bert.id,
  organisationId: provider.id,
  data: {},
  ...over,
});

/** What was typed about a pupil from Leuven who goes to school in Zaventem: both regions fit. */
export const typed = {
  target: 'pupil',
  pupilName: 'Noor Voorbeeld',
  birthDate: '2012-03-09',
  enrolment: 'enrolled',
  schoolForm: 'bso',
  schoolName: 'School Voorbeeld',
  domicile: 'Leuven',
  schoolPlace: 'Zaventem',
  clbPlace: 'Leuven',
  region: 'VBO',
  service: naft.id as string,
  question: 'Iets persoonlijks',
};

export interface World {
  readonly referrals?: readonly Referral[];
  readonly services?: readonly Service[];
  readonly organisations?: readonly Organisation[];
  readonly history?: readonly HistoryEvent[];
  readonly drafts?: readonly Draft[];
  readonly caseFile?: CaseFile | null;
  readonly undelivered?: number;
}

export const fileOf = (id: ReferralId = uuid('1'), over: Record<string, string> = {}): CaseFile => ({
  referralId: id,
  trailId: uuid('71'),
  typed: { ...typed, ...over },
});

const byId =
  <T extends { readonly id: string }>(rows: readonly T[]) =>
  async (id: string): Promise<T | null> =>
    rows.find((row) => row.id === id) ?? null;

/** Reading in a small world made by hand. `numbers` counts the references that were taken. */
export function readOf(world: World, numbers: { taken: number } = { taken: 0 }): Read {
  const { referrals = [], services = [naft, farm], history = [], drafts = [], caseFile = fileOf() } = world;
  const organisations = world.organisations ?? [clb, otherClb, provider, desk];
  const listed = (filter: ReferralFilter): Referral[] =>
    referrals.filter((one) => fits(one, filter)).sort((a, b) => b.registeredAt.getTime() - a.registeredAt.getTime());
  return {
    referral: byId(referrals),
    service: byId(services),
    organisation: byId(organisations),
    person: byId([an, bert, els, jan]),
    draft: byId(drafts),
    draftsOf: async (id) => drafts.filter(({ personId, state }) => personId === id && state === 'open'),
    services: async (of) => services.filter(({ organisationId }) => of === undefined || organisationId === of),
    organisations: async (kind) => organisations.filter((one) => kind === undefined || one.kind === kind),
    history: async (id) => history.filter(({ referralId }) => referralId === id),
    caseFile: async () => caseFile,
    referralByReference: async (reference) => referrals.find((one) => one.reference === reference) ?? null,
    referrals: async (filter) => listed(filter),
    countReferrals: async (filter) => listed(filter).length,
    undelivered: async () => Array.from({ length: world.undelivered ?? 0 }) as never,
    nextReference: async (year) => `${year}-${String(50 + ++numbers.taken).padStart(4, '0')}`,
    waitlist: async (id) =>
      inOrder(referrals.filter((one) => one.serviceId === id && waitingStates.some((state) => state === one.state))),
  } satisfies Partial<Read> as unknown as Read;
}

const fits = (one: Referral, filter: ReferralFilter): boolean =>
  (['clbId', 'referrerId', 'providerId', 'serviceId', 'trailId'] as const).every(
    (key) => filter[key] === undefined || filter[key] === one[key],
  ) &&
  (filter.states === undefined || filter.states.includes(one.state));
