import type { Person } from '../../../../src/domain/organisation.js';
import { organisation, person, service, workerDetails } from '../../../support/given.js';

export const uuid = <T = string>(tail: string): NonNullable<T> =>
  `0a0a0a0a-0000-4000-8000-${tail.padStart(12, '0')}` as NonNullable<T>;

export const clb = organisation({ id: uuid('c1'), name: 'CLB Voorbeeld, team Leuven', version: 0 });
export const otherClb = organisation({ id: uuid('c2'), name: 'CLB Elders', version: 0 });
export const provider = organisation({
  id: uuid('b1'),
  kind: 'provider',
  name: 'NAFT-Leerrecht Oost',
  phone: '016 00 00 02',
  version: 0,
});
export const farmers = organisation({ id: uuid('b2'), kind: 'provider', name: 'De Boerderijen', version: 0 });
export const desk = organisation({
  id: uuid('d1'),
  kind: 'desk',
  name: 'Meldpunt',
  phone: '016 00 00 07',
  email: 'meldpunt@example.org',
  version: 0,
});
export const naft = service({ id: uuid('51'), organisationId: provider.id, version: 0 });
export const farm = service({
  id: uuid('52'),
  organisationId: farmers.id,
  name: 'Zorgboerderij Voorbeeld',
  regions: ['VBO', 'AHV'],
  waitWeeks: 5,
  version: 0,
});
const someone = (tail: string, name: string, known: string): Person =>
  person({
    id: uuid(tail),
    name,
    aadObjectId: `aad-${known}`,
    teamsId: `29:${known}`,
    personalConversationId: `a:${known}`,
  });
export const an = someone('a1', 'An Peeters', 'an');
export const bert = someone('a2', 'Bert Claes', 'bert');
export const els = someone('a3', 'Els De Smet', 'els');
export const jan = someone('a4', 'Jan Maes', 'jan');

/** Bert gave no number of his own. */
export const bertsDetails = workerDetails({
  personId: bert.id,
  givenName: 'Bert',
  chatName: 'bert.claes@naft.example',
  rosterEmail: 'bert.claes@naft.example',
  phone: null,
});
