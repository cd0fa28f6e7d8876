import { helpLineKinds, type HelpLineKind } from '../../../../src/domain/helpline/kinds.js';
import type { HelpLine, HelpOrganisation } from '../../../../src/domain/helpline/help-line.js';
import type { Region } from '../../../../src/lib/region/regions.js';
import { texts } from '../../../../src/texts/index.js';
import { helpLine, helpOrganisation } from '../../../domain/hsds/given-lines.js';

const towns: Readonly<Record<Region, readonly (readonly [string, string])[]>> = {
  VBO: [
    ['Leuven', '3000'],
    ['Aarschot', '3200'],
    ['Diest', '3290'],
    ['Tienen', '3300'],
    ['Landen', '3400'],
    ['Haacht', '3150'],
  ],
  AHV: [
    ['Halle', '1500'],
    ['Vilvoorde', '1800'],
    ['Asse', '1730'],
    ['Dilbeek', '1700'],
    ['Zaventem', '1930'],
    ['Lennik', '1750'],
  ],
};

const ways = [
  'Bel of mail, of kom langs zonder afspraak.',
  'Na overleg met het CLB: mail het aanmeldingsformulier.',
  'De zorgcoördinator van de school vraagt een gesprek aan.',
];

/** A line as a team would fill it in; nothing in it exists. */
export function exampleLine(
  region: Region,
  kind: HelpLineKind,
  index: number,
  organisation: HelpOrganisation,
): HelpLine {
  const [town = '', postalCode = ''] = towns[region][index % towns[region].length]!;
  const name = `${texts('nl')(`helplines.kinds.${kind}.name`)} ${town}`;
  const slug = `${kind}-${town}`.toLowerCase();
  return helpLine({
    organisationId: organisation.id,
    kind,
    name,
    description: texts('nl')(`helplines.kinds.${kind}.about`),
    phone: `0${region === 'VBO' ? '16' : '2'} 555 ${String(10 + (index % 80))} ${String(10 + ((index * 7) % 80))}`,
    email: `${slug}@voorbeeld.be`,
    website: `https://www.voorbeeld.be/${slug}`,
    address: { street: `Voorbeeldstraat ${index + 1}`, postalCode, city: town },
    weeklyHours:
      index % 3 === 0
        ? null
        : (Object.fromEntries(
            ['1', '2', '3', '4', '5'].map((day) => [
              day,
              day === '3'
                ? [['09:00', '12:00']]
                : [
                    ['09:00', '12:00'],
                    ['13:00', '16:30'],
                  ],
            ]),
          ) as unknown as HelpLine['weeklyHours']),
    hoursNote: index % 4 === 0 ? 'Niet in de schoolvakanties' : null,
    minimumAge: index % 2 === 0 ? 12 : null,
    maximumAge: index % 2 === 0 ? 25 : null,
    howToRefer: ways[index % ways.length]!,
    eligibility: index % 5 === 0 ? 'Jongeren, ouders en schoolteams' : null,
    alert: index % 11 === 4 ? 'Gesloten tot 1 maart' : null,
    languages: index % 2 === 0 ? ['nl', 'fr', 'en'] : ['nl'],
    regions: [region],
    assuredOn: index % 7 === 3 ? null : index % 7 === 5 ? '2025-11-02' : '2026-09-14',
  });
}

/** So many lines of a region, over all kinds but three: some kinds have no contact yet. */
export function exampleLines(region: Region, count: number): { lines: HelpLine[]; organisations: HelpOrganisation[] } {
  const organisation = helpOrganisation({ name: 'Voorbeeld vzw', email: 'onthaal@voorbeeld.be' });
  const kinds = helpLineKinds.filter((kind) => !['pupils-union', 'society-service', 'starter-job'].includes(kind));
  const lines = Array.from({ length: count }, (_none, index) =>
    exampleLine(region, kinds[index % kinds.length]!, index, organisation),
  );
  return { lines, organisations: [organisation] };
}
