import type { Read } from '../../../src/contracts/read.js';
import {
  figureNames,
  FiguresBehind,
  type Count,
  type FigureName,
  type Figures,
} from '../../../src/domain/figures/index.js';
import type { OrganisationId, ServiceId } from '../../../src/domain/ids.js';
import { actionContext, actor, organisation, service } from '../../support/given.js';
import { readOver } from '../../support/read-over.js';

const uuid = <T extends string>(tail: string): T => `00000000-0000-4000-8000-${tail.padStart(12, '0')}` as string as T;

export const naft = organisation({ id: uuid<OrganisationId>('a1'), kind: 'provider', name: '=NAFT-Leerrecht VBO' });
export const farm = organisation({ id: uuid<OrganisationId>('a2'), kind: 'provider', name: 'Zorgboerderij Voorbeeld' });
export const east = service({ id: uuid<ServiceId>('51'), organisationId: naft.id, name: 'NAFT Vlaams-Brabant Oost' });
export const farmDays = service({ id: uuid<ServiceId>('52'), organisationId: farm.id, name: 'Dagen op de boerderij' });
const deskId = uuid<OrganisationId>('d1');

export const atDesk = actionContext({ actor: actor({ organisations: [organisation({ id: deskId, kind: 'desk' })] }) });
export const atClb = actionContext();
export const inGroup = actionContext({ actor: actor({ organisations: [organisation({ kind: 'workgroup' })] }) });

const line = (count: number, by: Record<string, string>) => ({ by, count });
const none = Object.fromEntries(figureNames.map((name) => [name, [] as Count[]])) as Record<FigureName, Count[]>;

/** A few of everything that a card or a file says otherwise than by its code. */
export const some: Figures = {
  ...none,
  'registered-by-region': [line(3, { region: 'VBO' }), line(2, { region: 'AHV' }), line(1, { region: 'outside' })],
  'registered-by-service': [
    line(1, { region: 'AHV', provider: farm.id, service: farmDays.id }),
    line(1, { region: 'VBO', provider: farm.id, service: farmDays.id }),
    line(2, { region: 'VBO', provider: naft.id, service: east.id }),
    line(1, { region: 'AHV', provider: uuid('99'), service: uuid('98') }),
    line(1, { region: 'outside', provider: 'none', service: 'none' }),
  ],
  'registered-by-domain': [line(4, { domain: 'emotional' }), line(5, { domain: 'social' })],
  'registered-by-school-form': [line(5, { schoolForm: 'bso' }), line(1, { schoolForm: 'no-pupil' })],
  answers: [
    line(2, { answer: 'no-match', reason: 'age', region: 'AHV', ageGroup: 'under-12' }),
    line(3, { answer: 'placed', reason: 'none', region: 'VBO', ageGroup: '14-15' }),
    line(1, { answer: 'placed', reason: 'none', region: 'AHV', ageGroup: '12-13' }),
  ],
  withdrawn: [line(1, { reason: 'moved' })],
  'time-to-contact': [
    line(6, { measure: 'cases', region: 'all' }),
    line(5, { measure: 'median', region: 'all' }),
    line(30, { measure: 'p90', region: 'all' }),
    line(6, { measure: 'cases', region: 'VBO' }),
    line(5, { measure: 'median', region: 'VBO' }),
    line(30, { measure: 'p90', region: 'VBO' }),
  ],
  'waiting-list': [line(1, { region: 'AHV' })],
  'trajectories-started': [line(2, { region: 'VBO', provider: naft.id, school: 'away' })],
  'lost-school-time': [
    line(2, { region: 'VBO', provider: naft.id, school: 'away', measure: 'cases' }),
    line(41, { region: 'VBO', provider: naft.id, school: 'away', measure: 'sum' }),
  ],
  'still-at-school': [line(1, { months: '3', answer: 'same-school', region: 'VBO' })],
  inquiries: [line(1, { answer: 'fits', region: 'VBO' })],
  'unmet-demand': [
    line(1, { reason: 'outside', region: 'outside', ageGroup: '16-plus' }),
    line(2, { reason: 'no-match', region: 'AHV', ageGroup: 'under-12' }),
  ],
};

/** A Read in which exactly these figures were counted; `behind`: they are still being counted. */
export const readOf = (figures: Figures | 'behind' = some): Read =>
  readOver(
    [
      { into: 'organisation', rows: [naft, farm] },
      { into: 'service', rows: [east, farmDays] },
    ],
    { figures: () => (figures === 'behind' ? Promise.reject(new FiguresBehind()) : Promise.resolve(figures)) },
  );

export const nothing = none;
