import type { Read } from '../../../src/contracts/read.js';
import { entry } from '../../../src/domain/timeline/entries.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import type { OrganisationId, PersonId, ServiceId } from '../../../src/domain/ids.js';
import type { Service } from '../../../src/domain/organisation.js';
import { entryRow } from '../../../src/platform/storage/timeline.js';
import type { ReferralPatch } from '../../support/case.js';
import {
  actionContext,
  actor,
  conversation,
  monday10,
  organisation,
  person,
  referral,
  service,
} from '../../support/given.js';
import { referralRows } from '../../support/referral-rows.js';
import { readOver } from '../../support/read-over.js';

/** Ids that read the same in every sample. */
export const uuid = <T extends string>(tail: string): T =>
  `00000000-0000-4000-8000-${tail.padStart(12, '0')}` as string as T;

const provider = (tail: string, name: string, roundTableBy: 'clb' | 'provider' = 'provider') =>
  organisation({ id: uuid<OrganisationId>(tail), kind: 'provider', name, municipality: null, roundTableBy });

export const clb = organisation({ id: uuid<OrganisationId>('c1'), name: 'CLB Voorbeeld Leuven' });
export const naft = provider('a1', 'NAFT-Leerrecht Vlaams-Brabant Oost');
export const ahv = provider('a2', 'NAFT-Leerrecht Asse-Halle-Vilvoorde', 'clb');
export const farms = provider('a3', 'Steunpunt Groene Zorg');

/** A place, everything filled in. */
export const east = service({
  id: uuid<ServiceId>('51'),
  organisationId: naft.id,
  name: 'NAFT Vlaams-Brabant Oost',
  schoolForms: ['bso', 'dbso'],
  waitWeeks: 0,
  about: 'Begeleiding op maat naast de school, *alleen* of in groep.',
  phone: '016 12 34 56',
  email: 'naft@voorbeeld.example',
  website: 'www.voorbeeld.example/naft',
  assuredOn: '2026-11-03',
});
/** A waiting list, and full for a while. */
export const west = service({
  id: uuid<ServiceId>('52'),
  organisationId: ahv.id,
  name: 'NAFT-Leerrecht Asse-Halle-Vilvoorde',
  regions: ['AHV'],
  minimumAge: null,
  waitWeeks: 6,
});
/** Nobody said anything of it, for all ages, in both regions. */
export const farm = service({
  id: uuid<ServiceId>('53'),
  organisationId: farms.id,
  name: 'Zorgboerderijen',
  regions: ['VBO', 'AHV'],
  minimumAge: null,
  maximumAge: null,
  fromFirstSecondary: true,
});

const said = (of: Service) =>
  entry('service', of.id, 'availability-set', { weeks: of.waitWeeks, fullUntil: of.fullUntil });

/** A Read over the offer: only these services stand in the database, and the providers of those with an estimate said it. */
export const readOf = (services: readonly Service[] = [east, west, farm], referrals: readonly Referral[] = []): Read =>
  readOver([
    { into: 'organisation', rows: [clb, naft, ahv, farms] },
    { into: 'service', rows: services },
    {
      into: 'timeline',
      rows: services
        .filter(({ waitWeeks, fullUntil }) => waitWeeks !== null || fullUntil !== null)
        .map((one, index) => ({
          ...entryRow(said(one), { personId: null, organisationId: one.organisationId, now: monday10 }),
          id: uuid(`9${index}`),
        })),
    },
    { into: 'person', rows: referrals.length === 0 ? [] : [referrer] },
    ...referralRows(referrals),
  ]);

const referrer = person({ id: uuid<PersonId>('b1') });

/** Somebody who got a place there after so many days, on the day before today's; the later in the row, the longer ago. */
export const placedAfter = (days: readonly number[], of: Service, over: ReferralPatch = {}): Referral[] =>
  days.map((count, index) => {
    const answeredAt = new Date(monday10.getTime() - (index + 1) * day);
    return referral({
      ...{ state: 'placed', clbId: clb.id, referrerId: referrer.id, providerId: of.organisationId, serviceId: of.id },
      ...{ contactedAt: null, contactedBy: null },
      ...{ reference: `2026-1${String(index).padStart(3, '0')}`, answeredAt, answeredBy: referrer.id },
      registeredAt: new Date(answeredAt.getTime() - count * day),
      ...over,
    });
  });
const day = 86_400_000;

const inPerson = conversation({ scope: 'personal', conversationId: 'a:an' });
export const atClb = actor({ organisations: [clb], conversation: inPerson });
export const byClb = actionContext({ actor: atClb });
