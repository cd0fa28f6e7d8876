import { randomUUID } from 'node:crypto';
import type { Change } from '../../src/contracts/outcome.js';
import type { HelpLine, HelpOrganisation } from '../../src/domain/helpline/help-line.js';
import type { HelpLineId, HelpOrganisationId } from '../../src/domain/ids.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import type { Organisation, Person } from '../../src/domain/organisation.js';

const newId = <T extends string>(): T => randomUUID() as string as T;

type Example = Pick<HelpLine, 'kind' | 'name'> & Partial<HelpLine>;

/** Clearly named examples: the program itself ships no contact of anybody. */
const examples: readonly Example[] = [
  {
    kind: 'pedagogical-guidance',
    name: 'Voorbeeld begeleidingsdienst',
    howToRefer: 'De zorgcoördinator belt of mailt.',
    regions: ['VBO', 'AHV'],
  },
  {
    kind: 'local-initiative',
    name: 'Voorbeeld huiswerkklas',
    description: 'Huiswerkbegeleiding na school, met een brugfiguur.',
    minimumAge: 6,
    maximumAge: 14,
    weeklyHours: { '1': [['16:00', '18:00']], '2': [['16:00', '18:00']], '4': [['16:00', '18:00']] },
    hoursNote: 'niet in de schoolvakanties',
  },
  { kind: 'support-centre', name: 'Voorbeeld leersteuncentrum', regions: ['VBO', 'AHV'] },
  {
    kind: 'jac-caw',
    name: 'Voorbeeld JAC',
    description: 'Luistert naar jongeren en zoekt mee.',
    minimumAge: 12,
    maximumAge: 25,
    howToRefer: 'Langskomen of bellen, zonder afspraak.',
    languages: ['nl', 'fr', 'en'],
  },
  { kind: 'tejo', name: 'Voorbeeld TEJO-huis', minimumAge: 10, maximumAge: 20, regions: ['AHV'] },
  { kind: 'vdab-youth', name: 'Voorbeeld jongerenconsulent', minimumAge: 18, regions: ['VBO', 'AHV'], assuredOn: null },
];

const ofNobody = {
  description: null,
  website: null,
  address: null,
  weeklyHours: null,
  hoursNote: null,
  minimumAge: null,
  maximumAge: null,
  howToRefer: null,
  eligibility: null,
  alert: null,
  languages: [],
  regions: ['VBO'],
  municipalities: [],
  status: 'active',
  askedOn: null,
  foreign: null,
  version: 0,
} as const;

/** Help lines to look at in the demo, kept by this person for this organisation. */
export function exampleLines(keeper: Person, team: Organisation, today: LocalDate, now: Date): Change[] {
  const organisation: HelpOrganisation = {
    id: newId<HelpOrganisationId>(),
    name: 'Voorbeeldorganisatie',
    description: null,
    email: null,
    website: null,
    foreign: null,
    version: 0,
  };
  const lines = examples.map((example, index): HelpLine => ({
    ...ofNobody,
    id: newId<HelpLineId>(),
    organisationId: organisation.id,
    phone: `016 00 00 0${index + 1}`,
    email: `lijn${index + 1}@voorbeeld.example`,
    keeperId: keeper.id,
    keeperOrganisationId: team.id,
    assuredOn: today,
    createdAt: now,
    updatedAt: now,
    ...example,
  }));
  return [{ put: 'helpOrganisation', row: organisation }, ...lines.map((row): Change => ({ put: 'helpLine', row }))];
}
