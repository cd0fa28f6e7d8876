import type { HelpLine } from '../../../src/domain/helpline/help-line.js';
import type { MapEntryId, OrganisationId, PersonId, SchoolMapId, TrailId } from '../../../src/domain/ids.js';
import type { MapEntry, SchoolMap } from '../../../src/domain/school-map/school-map.js';
import { monday10, organisation, person } from '../../support/given.js';
import { readOver, type Rows } from '../../support/read-over.js';
import { brug, by, caw, homework, jac, uuid } from '../helplines/world.js';

export const school = organisation({ id: uuid<OrganisationId>('5c'), kind: 'school', name: 'Voorbeeldschool Leuven' });
export const sofie = person({ id: uuid<PersonId>('b5'), name: 'Sofie Leerkracht', aadObjectId: 'aad-sofie' });
export const bySofie = by(sofie, school);

export const mapOf = (tail: string, over: Partial<SchoolMap> = {}): SchoolMap => ({
  id: uuid<SchoolMapId>(tail),
  trailId: uuid<TrailId>(`7${tail}`),
  organisationId: school.id,
  name: school.name,
  region: 'VBO',
  seeks: ['tejo'],
  askedFor: { police: '2026-11-02T09:00:00.000Z' },
  checkedOn: '2026-11-02',
  askedOn: null,
  createdAt: monday10,
  version: 1,
  ...over,
});
export const map = mapOf('a1');
const old = mapOf('a2', { name: 'Voorbeeldschool Diest', checkedOn: '2025-11-02', askedOn: '2026-11-03', seeks: [] });

export const entryOf = (line: HelpLine, tail = 'b1', over: Partial<MapEntry> = {}): MapEntry => ({
  id: uuid<MapEntryId>(tail),
  mapId: map.id,
  lineId: line.id,
  sinceYear: 2024,
  isAgreed: false,
  toldAt: monday10,
  state: 'shown',
  version: 1,
  ...over,
});

const caw5 = uuid<OrganisationId>('c1b');
/** Five other schools of the region that work with the homework line. */
export const others = [1, 2, 3, 4, 5].map((number) =>
  mapOf(`c${number}`, { name: `School ${number}`, organisationId: caw5 }),
);
const stored = (one: SchoolMap) => ({ ...one, askedFor: JSON.stringify(one.askedFor), sealed: null });

export const read = (count = 5, more: readonly Rows[] = []) => {
  const some = others.slice(0, count);
  const maps = [map, old, ...some];
  return readOver([
    { into: 'organisation', rows: [school, organisation({ id: caw5, kind: 'clb', name: 'CLB Elders' })] },
    { into: 'person', rows: [sofie] },
    { into: 'helpOrganisation', rows: [caw, homework] },
    { into: 'helpLine', rows: [jac, brug] },
    {
      into: 'trail',
      rows: maps.map(({ trailId }) => ({
        id: trailId,
        firstRegisteredAt: null,
        createdAt: monday10,
        version: 1,
        hint: null,
      })),
    },
    { into: 'schoolMap', rows: maps.map(stored) },
    {
      into: 'mapEntry',
      rows: [entryOf(jac), ...some.map(({ id }, index) => entryOf(brug, `d${index}`, { mapId: id }))].map((one) => ({
        ...one,
        sealed: null,
      })),
    },
    ...more,
  ]);
};
