import type { Action, ActionContext, Filled, View, ViewContext } from '../../../src/contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../src/contracts/outcome.js';
import type { Entry } from '../../../src/domain/timeline/entries.js';
import type { Read } from '../../../src/contracts/read.js';
import type { HelpLine, HelpOrganisation, LineChange, LineReport } from '../../../src/domain/helpline/help-line.js';
import type {
  HelpLineId,
  HelpOrganisationId,
  LineReportId,
  OrganisationId,
  PersonId,
  ChannelId,
  ServiceId,
} from '../../../src/domain/ids.js';
import { formTo } from '../../../src/domain/reference-to.js';
import type { Organisation, Person, Channel, Service } from '../../../src/domain/organisation.js';
import {
  actionContext,
  actor,
  conversation,
  monday10,
  organisation,
  person,
  channel,
  service,
} from '../../support/given.js';
import { helpLine, helpOrganisation } from '../../support/given-directory.js';
import { entryRow } from '../../../src/platform/storage/timeline.js';
import { readOver } from '../../support/read-over.js';

/** Ids that read the same in every sample. */
export const uuid = <T extends string>(tail: string): T =>
  `00000000-0000-4000-8000-${tail.padStart(12, '0')}` as string as T;

export const clb = organisation({ id: uuid<OrganisationId>('c1'), name: 'CLB Voorbeeld Leuven' });
export const naft = organisation({
  id: uuid<OrganisationId>('a1'),
  kind: 'provider',
  name: 'NAFT-Leerrecht VBO',
  municipality: null,
});
export const desk = organisation({
  id: uuid<OrganisationId>('d1'),
  kind: 'desk',
  name: 'Meldpunt',
  municipality: null,
});
export const an = person({ id: uuid<PersonId>('b1'), name: 'An Peeters' });
export const bram = person({ id: uuid<PersonId>('b2'), name: 'Bram Claes', aadObjectId: 'aad-bram' });
export const dirk = person({ id: uuid<PersonId>('b3'), name: 'Dirk Jacobs', aadObjectId: 'aad-dirk' });
export const clbChannel = channel({ id: uuid<ChannelId>('f1'), organisationId: clb.id, name: 'Algemeen' });
export const deskChannel = channel({
  id: uuid<ChannelId>('f2'),
  organisationId: desk.id,
  conversationId: '19:desk@thread.tacv2',
  name: 'Meldpunt',
});
export const offer = service({ id: uuid<ServiceId>('51'), organisationId: naft.id, regions: ['VBO'] });

export const caw = helpOrganisation({ id: uuid<HelpOrganisationId>('e1'), name: 'CAW Voorbeeld' });
export const homework = helpOrganisation({ id: uuid<HelpOrganisationId>('e2'), name: 'Huiswerk Voorbeeld vzw' });
/** Kept by An of the CLB, everything filled in. */
export const jac = helpLine({
  id: uuid<HelpLineId>('71'),
  organisationId: caw.id,
  kind: 'jac-caw',
  name: 'JAC Voorbeeldstad',
  description: 'Luistert naar jongeren en zoekt mee. Gratis, zonder afspraak.',
  phone: '016 00 11 22',
  email: 'jac@voorbeeld.example',
  website: 'https://www.voorbeeld.example/jac',
  address: { street: 'Kerkstraat 1', postalCode: '3000', city: 'Leuven' },
  weeklyHours: Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((day) => [
      day,
      [
        ['09:00', '12:00'],
        ['13:00', '16:30'],
      ],
    ]),
  ),
  hoursNote: 'niet in schoolvakanties',
  minimumAge: 12,
  maximumAge: 25,
  howToRefer: 'Bellen of langskomen.',
  languages: ['nl', 'fr'],
  regions: ['VBO'],
  keeperId: an.id,
  keeperOrganisationId: clb.id,
  assuredOn: '2026-11-02',
});
/** Kept by nobody, long not confirmed. */
export const brug = helpLine({
  id: uuid<HelpLineId>('72'),
  organisationId: homework.id,
  name: 'Huiswerkklas Voorbeeld',
  phone: '016 00 33 44',
  assuredOn: '2026-02-01',
});
export const report: LineReport = {
  id: uuid<LineReportId>('81'),
  lineId: jac.id,
  reason: 'phone-wrong',
  note: 'Het nieuwe nummer staat op de website.',
  personId: bram.id,
  organisationId: naft.id,
  at: monday10,
  state: 'open',
  answer: null,
  answeredBy: null,
  answeredAt: null,
  version: 1,
};
export const change = (over: Partial<LineChange> = {}): LineChange => ({
  id: uuid('91'),
  lineId: jac.id,
  what: 'edited',
  at: monday10,
  personId: bram.id,
  organisationId: naft.id,
  before: { phone: '016 99 99 99' },
  after: { phone: jac.phone },
  undoes: null,
  ...over,
});

export interface World {
  readonly lines?: readonly HelpLine[];
  readonly helpOrganisations?: readonly HelpOrganisation[];
  /** The newest first. */
  readonly changes?: readonly LineChange[];
  readonly reports?: readonly LineReport[];
  /** What the timeline tells, oldest first; by An's team. */
  readonly told?: readonly { readonly at: string; readonly one: Entry }[];
  readonly organisations?: readonly Organisation[];
  readonly people?: readonly Person[];
  readonly members?: Readonly<Record<string, readonly Person[]>>;
  readonly channels?: readonly Channel[];
  readonly services?: readonly Service[];
}

/** The houses of lines that a world does not name. */
const houses = (lines: readonly HelpLine[], named: readonly HelpOrganisation[]): HelpOrganisation[] =>
  [...new Set(lines.map(({ organisationId }) => organisationId))]
    .filter((id) => named.every((one) => one.id !== id))
    .map((id) => helpOrganisation({ id, name: `Organisatie ${id.slice(-2)}` }));

/** A Read over a small directory: only these rows stand in the database. */
export function readOf(world: World = {}): Read {
  const { lines = [jac, brug], helpOrganisations = [caw, homework], changes = [], reports = [] } = world;
  const { organisations = [clb, naft, desk], people = [an, bram, dirk] } = world;
  const { members = { [clb.id]: [an], [naft.id]: [bram], [desk.id]: [dirk] } } = world;
  const there = <T extends { organisationId: OrganisationId }>(some: readonly T[]) =>
    some.filter(({ organisationId }) => organisations.some(({ id }) => id === organisationId));
  const channels = there(world.channels ?? [clbChannel, deskChannel]);
  const memberships = channels.flatMap(({ id: channelId, organisationId }) =>
    (members[organisationId] ?? []).map(({ id: personId }) => ({ personId, channelId, checkedAt: monday10 })),
  );
  return readOver([
    { into: 'organisation', rows: organisations },
    {
      into: 'person',
      rows: [...new Map([...Object.values(members).flat(), ...people].map((one) => [one.id, one])).values()],
    },
    { into: 'channel', rows: channels },
    { into: 'membership', rows: memberships },
    { into: 'service', rows: there(world.services ?? [offer]) },
    { into: 'helpOrganisation', rows: [...helpOrganisations, ...houses(lines, helpOrganisations)] },
    { into: 'helpLine', rows: lines },
    { into: 'lineChange', rows: [...changes].reverse() },
    { into: 'lineReport', rows: reports },
    {
      into: 'timeline',
      rows: (world.told ?? []).map(({ at, one }) =>
        entryRow(one, { personId: an.id, organisationId: clb.id, now: new Date(at) }),
      ),
    },
  ]);
}

const inPerson = conversation({ scope: 'personal', conversationId: 'a:personal' });
/** Somebody in personal chat, who acts for these organisations. */
export const by = (who: Person, ...organisations: Organisation[]): ActionContext =>
  actionContext({ actor: actor({ person: who, organisations, conversation: inPerson }) });
export const byAn = (): ActionContext => by(an, clb);
export const byBram = (): ActionContext => by(bram, naft);
export const byNobody = (): ActionContext => by(person({ id: uuid<PersonId>('b9') }));

/** Does an action as the platform does: subject and fields through their schemas, then load, may, decide. */
export async function act(
  one: unknown,
  context: ActionContext,
  data: Readonly<Record<string, unknown>>,
  world: World = {},
): Promise<Outcome | Refusal> {
  const action = one as Action;
  const fields = action.fields.safeParse(data);
  if (!fields.success) {
    const errors = Object.fromEntries(fields.error.issues.map(({ path, message }) => [String(path[0]), message]));
    return { reply: formTo(action.slug).again(data, errors) };
  }
  const loaded = await action.load(readOf(world), action.subject.parse(data), context);
  if (isRefusal(loaded)) return loaded;
  return action.may(loaded, context) ?? action.decide(loaded, fields.data, context);
}

/** What a view fills for these params; null when there is nothing. */
export async function fillOf(one: unknown, params: object, world: World, context: ViewContext) {
  const view = one as View;
  const facts = await view.load(readOf(world), view.params.parse(params), context);
  return facts === null ? null : (view.fill(facts, context) as Readonly<Record<string, unknown>>);
}

/** What a form shows. */
export async function formOf(
  one: unknown,
  context: ActionContext,
  data: object,
  world: World = {},
  filled: Partial<Filled> = {},
) {
  const action = one as Action;
  const loaded = await action.load(readOf(world), action.subject.parse(data), context);
  if (isRefusal(loaded)) throw new Error(`refused: ${loaded.refused}`);
  return action.form!(loaded, context, { typed: {}, errors: {}, ...filled });
}
