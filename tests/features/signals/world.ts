import type { Action, View } from '../../../src/contracts/action.js';
import type { Actor } from '../../../src/contracts/actor.js';
import { isRefusal, type Outcome, type Refusal } from '../../../src/contracts/outcome.js';
import type { Read } from '../../../src/contracts/read.js';
import type { CaseFile } from '../../../src/domain/draft.js';
import type { Figures } from '../../../src/domain/figures/index.js';
import type {
  AgendaItemId,
  MeetingId,
  OrganisationId,
  PersonId,
  ServiceId,
  SignalId,
} from '../../../src/domain/ids.js';
import type { Language } from '../../../src/domain/language.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import type { Entry } from '../../../src/domain/timeline/entries.js';
import type { AgendaItem, Meeting } from '../../../src/domain/workgroup/meeting.js';
import type { Signal } from '../../../src/domain/workgroup/signal.js';
import { entryRow, type ToldBy } from '../../../src/platform/storage/timeline.js';
import { meeting, signal } from '../../support/given-directory.js';
import {
  actionContext,
  actor,
  channel,
  monday10,
  organisation,
  person,
  service,
  viewContext,
} from '../../support/given.js';
import { readOver } from '../../support/read-over.js';
import { referralRows } from '../../support/referral-rows.js';

/** Ids that read the same in every sample. */
export const uuid = <T extends string>(tail: string): T =>
  `00000000-0000-4000-8000-${tail.padStart(12, '0')}` as string as T;

export const clb = organisation({ id: uuid<OrganisationId>('c1'), name: 'CLB Voorbeeld Leuven' });
export const group = organisation({
  id: uuid<OrganisationId>('e1'),
  kind: 'workgroup',
  name: 'Werkgroep Recht op Leren',
  municipality: null,
});
export const desk = organisation({
  id: uuid<OrganisationId>('d1'),
  kind: 'desk',
  name: 'Meldpunt',
  municipality: null,
});
export const naft = organisation({ id: uuid<OrganisationId>('a1'), kind: 'provider', name: 'NAFT VBO' });
export const offer = service({ id: uuid<ServiceId>('a5'), organisationId: naft.id });

const somebody = (tail: string, name: string, chat: string | null = `a:${tail}`) =>
  person({ id: uuid<PersonId>(tail), name, aadObjectId: `aad-${tail}`, personalConversationId: chat });
export const an = somebody('a11', 'An Peeters');
export const els = somebody('a12', 'Els Nys', null);
export const wim = somebody('a13', 'Wim Goossens');
export const dirk = somebody('a14', 'Dirk Jacobs');

export const atClb = (): Actor => actor({ person: an, organisations: [clb] });
export const inGroup = (who = wim): Actor => actor({ person: who, organisations: [group] });
export const atDesk = (): Actor => actor({ person: dirk, organisations: [desk] });
export const atProvider = (): Actor => actor({ person: els, organisations: [naft] });

/** An's signal, as it was read. */
export const sent = (over: Partial<Signal> = {}): Signal =>
  signal({
    id: uuid<SignalId>('51'),
    text: 'Voor kinderen onder 12 is er in onze streek nauwelijks aanbod.',
    personId: an.id,
    organisationId: clb.id,
    ...over,
  });

/** The point on the agenda of a meeting that a signal became. */
export const pointOf = ({ id: signalId, text }: Signal, meetingId: MeetingId): AgendaItem => ({
  ...{ id: uuid<AgendaItemId>('81'), meetingId, kind: 'signal', text, signalId, decisionId: null, notes: null },
  ...{ personId: wim.id, organisationId: group.id, state: 'open', createdAt: monday10, version: 1 },
});

export interface World {
  readonly signals?: readonly Signal[];
  readonly votes?: Readonly<Record<string, readonly PersonId[]>>;
  readonly meetings?: readonly Meeting[];
  readonly items?: readonly AgendaItem[];
  readonly referrals?: readonly Referral[];
  readonly file?: CaseFile | null;
  /** What the timeline tells, oldest first; by the working group unless it says otherwise. */
  readonly told?: readonly ({ readonly what: Entry } & Partial<ToldBy>)[];
  readonly hasGroup?: boolean;
  readonly figures?: (from: Date) => Figures;
}

const channels = [clb, naft, desk, group].map(({ id }) =>
  channel({ organisationId: id, conversationId: `19:${id}@thread.tacv2`, linkedBy: dirk.id }),
);
const byGroup = { personId: wim.id, organisationId: group.id, now: new Date('2026-11-09T09:00:00Z') };

/** The meetings that something belongs to: also those that are not what a test is about. */
function meetingsOf({ meetings = [], signals = [], items = [] }: World): readonly Meeting[] {
  const named = [...signals, ...items].flatMap(({ meetingId }) => meetingId ?? []);
  const missing = [...new Set(named)].filter((id) => meetings.every((one) => one.id !== id));
  return [...meetings, ...missing.map((id, index) => meeting({ id, number: 7 + index, state: 'held' }))];
}

/** A Read over a small world of signals: only these rows stand in the database. Counts are given. */
export function readOf(world: World = {}): Read {
  const { signals = [], votes = {}, items = [], referrals = [], file = null, hasGroup = true, figures } = world;
  const organisations = [clb, naft, desk, ...(hasGroup ? [group] : [])];
  return readOver(
    [
      { into: 'organisation', rows: organisations },
      { into: 'person', rows: [an, els, wim, dirk] },
      {
        into: 'channel',
        rows: channels.filter(({ organisationId }) => organisations.some(({ id }) => id === organisationId)),
      },
      { into: 'service', rows: [offer] },
      ...referralRows(referrals),
      { into: 'caseFile', rows: file === null ? [] : [file] },
      { into: 'meeting', rows: meetingsOf(world) },
      {
        into: 'signal',
        rows: [...signals].sort((one, other) => Number(one.mergedInto !== null) - Number(other.mergedInto !== null)),
      },
      { into: 'timeline', rows: (world.told ?? []).map(({ what, ...by }) => entryRow(what, { ...byGroup, ...by })) },
      { into: 'agendaItem', rows: items },
      {
        into: 'vote',
        rows: Object.entries(votes).flatMap(([subjectId, by]) => by.map((personId) => ({ subjectId, personId }))),
      },
    ],
    figures === undefined ? {} : { figures: async ({ from }) => figures(from) },
  );
}

interface Press {
  readonly world?: World;
  readonly by?: Actor;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A press as the platform carries it out; what is wrong with a field comes as `errors`. */
export async function press(
  action: unknown,
  { world = {}, by = inGroup(), data = {} }: Press,
): Promise<Outcome | Refusal | { readonly errors: Readonly<Record<string, string>> }> {
  const one = action as Action;
  const context = actionContext({ actor: by });
  const subject = one.subject.parse(data);
  const fields = one.fields.safeParse(data);
  if (!fields.success)
    return { errors: Object.fromEntries(fields.error.issues.map(({ path, message }) => [String(path[0]), message])) };
  const loaded = await one.load(readOf(world), subject, context);
  if (isRefusal(loaded)) return loaded;
  return one.may(loaded, context) ?? one.decide(loaded, fields.data, context);
}

/** The outcome of a press that is expected to be allowed. */
export async function done(action: unknown, given: Press): Promise<Outcome> {
  const result = await press(action, given);
  if (isRefusal(result) || 'errors' in result) throw new Error(`not done: ${JSON.stringify(result)}`);
  return result;
}

/** The rows of signals that an outcome stores. */
export const stored = ({ changes = [] }: Outcome): Signal[] =>
  changes.flatMap((change) => ('put' in change && change.put === 'signal' ? [change.row] : []));

interface Filled {
  readonly typed?: Record<string, string>;
  readonly errors?: Record<string, string>;
}

/** Opens a form as the platform does; `errors` are sentences already. */
export async function openForm(action: unknown, { world = {}, by = inGroup(), data = {} }: Press, filled: Filled = {}) {
  const one = action as Action;
  const context = actionContext({ actor: by, newId: () => uuid('99') });
  const loaded = await one.load(readOf(world), one.subject.parse(data), context);
  if (isRefusal(loaded)) throw new Error(loaded.refused);
  const refusal = one.may(loaded, context);
  if (refusal !== null || !one.form) throw new Error(refusal?.refused ?? 'no form');
  const { errors = {}, typed = {} } = filled;
  const form = one.form(loaded, context, { typed, errors }) as Record<string, unknown>;
  return { ...form, errors: { ...errors, ...(form['errors'] as object | undefined) } } as Record<string, unknown>;
}

/** What a view fills; `by` is who looks, null for a stored message. */
export async function fill(
  view: unknown,
  params: object,
  world: World,
  { by = null, language = 'nl' }: { readonly by?: Actor | null; readonly language?: Language } = {},
) {
  const one = view as View;
  const context = viewContext({ actor: by, language });
  const facts = await one.load(readOf(world), one.params.parse(params), context);
  if (facts === null) throw new Error('nothing to show');
  return { data: one.fill(facts, context) as Record<string, unknown>, summary: one.summary(facts, context), facts };
}

export const mayShow = async (view: unknown, params: object, world: World, by: Actor): Promise<Refusal | null> =>
  (view as View).may!((await fill(view, params, world)).facts, by);
