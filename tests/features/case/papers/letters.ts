import type { CaseFacts } from '../../../../src/contracts/case.js';
import type { LetterLanguage } from '../../../../src/domain/letter-language.js';
import type { FamilyLetter } from '../../../../src/features/case/papers/letter-for.js';
import { parseRoundTable, type RoundTable } from '../../../../src/domain/round-table/round-table.js';
import { letterPage } from '../../../../src/features/case/papers/letter-page.js';
import { framed } from '../../../../src/platform/web/frame.js';
import { referralIn } from '../../../support/referral-in.js';
import { organisation, person, service } from '../../../support/given.js';

const uuid = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-000000000001`;

/** A round table that is planned at the CLB. */
export const plannedTable = parseRoundTable({
  id: uuid('1'),
  referralId: uuid('2'),
  trailId: uuid('3'),
  clbId: uuid('4'),
  referrerId: uuid('5'),
  providerId: uuid('6'),
  serviceId: uuid('7'),
  kind: 'start',
  organiser: 'clb',
  wantedAt: '2026-11-30T09:00:00.000Z',
  since: '2026-11-30T09:00:00.000Z',
  nudges: 0,
  version: 1,
  state: 'planned',
  planBy: null,
  appointment: {
    startsAt: '2027-01-12T13:00:00.000Z',
    endsAt: '2027-01-12T14:30:00.000Z',
    venue: 'clb',
    location: 'Voorbeeldstraat 12, 3000 Leuven',
    url: null,
    invited: ['clb', 'provider', 'family'],
    sequence: 0,
    setAt: '2026-11-30T09:00:00.000Z',
    setBy: 'clb',
    reminded: [],
    askedAt: null,
  },
}) as RoundTable<'planned'>;

/** One letter of each kind. */
export const letterKinds: readonly FamilyLetter[] = [
  { tells: 'receipt' },
  { tells: 'waiting' },
  { tells: 'place' },
  { tells: 'round-table', table: plannedTable },
];

const referrer = {
  ...person({ name: 'An Voorbeeld' }),
  phone: '016 00 00 01',
  email: 'an@clb.example',
  chatName: null,
  givenName: 'An',
};
/** A referral as a letter is written from it. */
export const letterCase = (over: Partial<CaseFacts> = {}): CaseFacts =>
  ({
    referral: { ...referralIn('waitlisted'), reference: '2026-0042', expectedStartOn: '2027-03-01' },
    service: service({ name: 'NAFT-Leerrecht Vlaams-Brabant Oost' }),
    clb: organisation({ name: 'CLB Voorbeeld, team Leuven' }),
    referrer,
    ...over,
  }) as CaseFacts;

/** The whole page of a letter. */
export const letterHtml = (letter: FamilyLetter, language: LetterLanguage, over: Partial<CaseFacts> = {}): string =>
  framed(
    letterPage({ whole: letterCase(over), letter, language, reader: 'nl', now: new Date('2026-11-30T09:00:00Z') }),
  );
