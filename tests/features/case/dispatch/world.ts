import type { Actor } from '../../../../src/contracts/actor.js';
import type { HistoryEvent, Read, ReferralFilter } from '../../../../src/contracts/read.js';
import type { CaseFile } from '../../../../src/domain/draft.js';
import type { Organisation, Person, Service } from '../../../../src/domain/organisation.js';
import type { Referral } from '../../../../src/domain/case/referral.js';
import { inOrder, waitingStates } from '../../../../src/domain/waitlist.js';
import { actor, monday10, organisation, person, place, referral, service } from '../../../support/given.js';

export const uuid = <T = string>(tail: string): NonNullable<T> =>
  `0f0f0f0f-0000-4000-8000-${tail.padStart(12, '0')}` as NonNullable<T>;

export const clb = organisation({ id: uuid('c1'), name: 'CLB Voorbeeld, team Leuven' });
export const provider = organisation({ id: uuid('b1'), kind: 'provider', name: 'NAFT-Leerrecht' });
export const desk = organisation({ id: uuid('d1'), kind: 'desk', name: 'Meldpunt' });
export const naft = service({ id: uuid('5e'), organisationId: provider.id });
export const an = person({ id: uuid('a1'), name: 'An Peeters' });
export const bert = person({ id: uuid('a2'), name: 'Bert Claes', aadObjectId: 'aad-bert', teamsId: '29:bert' });
export const els = person({ id: uuid('a3'), name: 'Els De Smet', aadObjectId: 'aad-els', teamsId: '29:els' });
export const group = uuid<string>('99');

/** Bert and An work for the provider, Els for the desk. */
export const atProvider = (who: Person = bert): Actor => actor({ person: who, organisations: [provider] });
export const atDesk = (who: Person = els): Actor => actor({ person: who, organisations: [desk] });
export const atClb = (): Actor => actor({ person: person({ id: uuid('a4') }), organisations: [clb] });
export const stranger = (): Actor => actor({ organisations: [organisation({ kind: 'provider' })] });

/** A referral of the CLB to the provider's service. */
export const sent = (over: Partial<Referral> = {}): Referral =>
  referral({
    id: uuid('1'),
    trailId: uuid('71'),
    draftId: uuid('d0'),
    clbId: clb.id,
    referrerId: uuid('a4'),
    providerId: provider.id,
    serviceId: naft.id,
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

export interface World {
  readonly referrals?: readonly Referral[];
  readonly services?: readonly Service[];
  readonly organisations?: readonly Organisation[];
  readonly people?: readonly Person[];
  readonly history?: readonly HistoryEvent[];
  readonly caseFile?: CaseFile | null;
  readonly linked?: boolean;
}

/** Reading in a small world made by hand. */
export function readOf(world: World): Read {
  const { referrals = [], services = [naft], history = [], caseFile = null } = world;
  const organisations = world.organisations ?? [clb, provider, desk];
  const people = world.people ?? [an, bert, els];
  const byId =
    <T extends { readonly id: string }>(rows: readonly T[]) =>
    async (id: string): Promise<T | null> =>
      rows.find((row) => row.id === id) ?? null;
  return {
    referral: byId(referrals),
    service: byId(services),
    organisation: byId(organisations),
    person: byId(people),
    services: async () => [...services],
    organisations: async (kind) => organisations.filter((one) => kind === undefined || one.kind === kind),
    placesOf: async (organisationId) => (world.linked === false ? [] : [place({ organisationId })]),
    history: async () => [...history],
    caseFile: async () => caseFile,
    referrals: async (filter) => referrals.filter((one) => fits(one, filter)),
    waitlist: async (id) =>
      inOrder(
        referrals.filter(({ serviceId, state }) => serviceId === id && waitingStates.some((one) => one === state)),
      ),
  } satisfies Partial<Read> as unknown as Read;
}

const fits = (one: Referral, { serviceId, states, undoGroup }: ReferralFilter): boolean =>
  (serviceId === undefined || one.serviceId === serviceId) &&
  (states === undefined || states.includes(one.state)) &&
  (undoGroup === undefined || one.undo?.group === undoGroup);
