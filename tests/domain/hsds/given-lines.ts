import { readFileSync } from 'node:fs';
import { checkDocument, type CheckedDocument } from '../../../src/lib/hsds/check-document.js';
import { incomingOf } from '../../../src/contracts/hsds/incoming.js';
import {
  appliedPlan,
  planImport,
  type Exporting,
  type FullLine,
  type Here,
  type ImportPlan,
  type Preference,
} from '../../../src/domain/hsds/index.js';
import type { HelpLine, HelpOrganisation } from '../../../src/domain/helpline/help-line.js';
import { hsdsTerms } from '../../../src/texts/hsds-terms.js';
import { id, monday10 } from '../../support/given.js';

export const exporting: Exporting = {
  terms: hsdsTerms,
  teamName: (team) => (team === null ? hsdsTerms.desk : 'CLB Voorbeeld'),
};

export const helpOrganisation = (over: Partial<HelpOrganisation> = {}): HelpOrganisation => ({
  id: id(),
  name: 'JAC Voorbeeld',
  description: 'Helpt jongeren van 12 tot 25 jaar.',
  email: 'info@voorbeeld.be',
  website: 'https://voorbeeld.be',
  foreign: null,
  version: 1,
  ...over,
});

export const helpLine = (over: Partial<HelpLine> = {}): HelpLine => ({
  id: id(),
  organisationId: id(),
  kind: 'jac-caw',
  name: 'JAC Leuven',
  description: 'Luisterend oor en advies.',
  phone: '016 55 01 23',
  email: 'leuven@voorbeeld.be',
  website: 'https://voorbeeld.be/leuven',
  address: { street: 'Voorbeeldstraat 1', postalCode: '3000', city: 'Leuven' },
  weeklyHours: {
    '1': [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
    '3': [['13:00', '17:00']],
  },
  hoursNote: 'Niet in de schoolvakanties',
  minimumAge: 12,
  maximumAge: 25,
  howToRefer: 'Bel of kom langs.',
  eligibility: 'Jongeren en hun ouders',
  alert: null,
  languages: ['nl', 'en'],
  regions: ['VBO'],
  municipalities: [],
  status: 'active',
  keeperId: null,
  keeperOrganisationId: null,
  assuredOn: '2026-09-01',
  askedOn: null,
  foreign: null,
  createdAt: monday10,
  updatedAt: monday10,
  version: 1,
  ...over,
});

/** A line with its organisation, as it is here. */
export function fullLine(over: Partial<HelpLine> = {}, organisation = helpOrganisation()): FullLine {
  return { line: helpLine({ organisationId: organisation.id, ...over }), organisation, history: [] };
}

export const nothingHere: Here = { lines: [], organisations: [] };

export const foreignFile = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`foreign/${name}.json`, import.meta.url), 'utf8'));

export function checked(document: unknown): CheckedDocument {
  const found = checkDocument(document);
  if (found === null) throw new Error('no HSDS document');
  return found;
}

export function planned(document: unknown, here: Here = nothingHere): ImportPlan {
  const { incoming, alone } = incomingOf(checked(document));
  const planning = planImport(incoming, alone, here, hsdsTerms);
  const lines = incoming.map((one) => planning.lineOf(one));
  return { organisations: planning.organisations(), lines };
}

/** What stands here after a plan was carried out, and what was written. */
export function carriedOut(
  plan: ImportPlan,
  here: Here = nothingHere,
  preference: Preference = 'here',
  now = monday10,
) {
  const written = appliedPlan(plan, preference, now);
  const organisations = new Map(here.organisations.map((one) => [one.id, one]));
  for (const one of written.organisations) organisations.set(one.id, { ...one, version: one.version + 1 });
  const lines = new Map(here.lines.map((one) => [one.line.id, one]));
  for (const { line } of written.lines)
    lines.set(line.id, {
      line: { ...line, version: line.version + 1 },
      organisation: organisations.get(line.organisationId)!,
      history: lines.get(line.id)?.history ?? [],
    });
  const all = [...lines.values()].map((full) => ({
    ...full,
    organisation: organisations.get(full.line.organisationId)!,
  }));
  return { written, here: { lines: all, organisations: [...organisations.values()] } satisfies Here };
}
