import type { Action, View } from '../../../src/contracts/action.js';
import type { Actor } from '../../../src/contracts/actor.js';
import { isRefusal, type Outcome, type Refusal } from '../../../src/contracts/outcome.js';
import type { SignalFilter } from '../../../src/contracts/read-workgroup.js';
import type { Read } from '../../../src/contracts/read.js';
import type { CaseFile } from '../../../src/domain/draft.js';
import type { Figures } from '../../../src/domain/figures/index.js';
import type { OrganisationId, PersonId, SignalId } from '../../../src/domain/ids.js';
import type { Language } from '../../../src/domain/language.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import type { ToldEntry } from '../../../src/domain/timeline/entries.js';
import type { AgendaItem, Meeting } from '../../../src/domain/workgroup/meeting.js';
import type { Signal } from '../../../src/domain/workgroup/signal.js';
import { signal } from '../../support/given-directory.js';
import { actionContext, actor, organisation, person, channel, viewContext } from '../../support/given.js';

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

export interface World {
  readonly signals?: readonly Signal[];
  readonly votes?: Readonly<Record<string, readonly PersonId[]>>;
  readonly meetings?: readonly Meeting[];
  readonly items?: readonly AgendaItem[];
  readonly referrals?: readonly Referral[];
  readonly file?: CaseFile | null;
  /** What the timeline tells, newest first. */
  readonly told?: readonly ToldEntry[];
  readonly hasGroup?: boolean;
  readonly figures?: (from: Date) => Figures;
}

const fits = (one: Signal, filter: SignalFilter): boolean =>
  (filter.states?.includes(one.state) ?? true) &&
  (filter.personId === undefined || one.personId === filter.personId) &&
  (filter.mergedInto === undefined || one.mergedInto === filter.mergedInto) &&
  (filter.automatic === undefined || (one.rule !== null) === filter.automatic) &&
  (filter.words === undefined || one.text.includes(filter.words));

const byId =
  <T extends { readonly id: string }>(rows: readonly T[]) =>
  async (id: string): Promise<T | null> =>
    rows.find((row) => row.id === id) ?? null;

/** Reading in a small world made by hand; references count on from 050. */
export function readOf(world: World = {}): Read {
  const { signals = [], votes = {}, meetings = [], items = [], referrals = [], hasGroup = true } = world;
  const organisations = [clb, naft, desk, ...(hasGroup ? [group] : [])];
  return {
    organisation: byId(organisations),
    organisations: async (kind) => organisations.filter((one) => kind === undefined || one.kind === kind),
    channelsOf: async (id) => [channel({ organisationId: id })],
    person: byId([an, els, wim, dirk]),
    referral: byId(referrals),
    caseFile: async () => world.file ?? null,
    signal: byId(signals),
    signalByReference: async (reference) => signals.find((one) => one.reference === reference) ?? null,
    signalByRule: async (rule) => signals.find((one) => one.rule === rule) ?? null,
    signals: async (filter) => {
      const { offset = 0, limit = 100 } = filter;
      return signals.filter((one) => fits(one, filter)).slice(offset, offset + limit);
    },
    countSignals: async (filter) => signals.filter((one) => fits(one, filter)).length,
    nextSignalReferences: async (year, count) =>
      Array.from({ length: count }, (_none, index) => `S-${year}-${String(50 + index).padStart(3, '0')}`),
    votes: async (ids) => new Map(ids.flatMap((id) => (votes[id] ? [[id, votes[id]] as const] : []))),
    meeting: byId(meetings),
    meetings: async (states) => meetings.filter(({ state }) => states?.includes(state) ?? true),
    agendaItems: async (meeting) => items.filter(({ meetingId }) => meetingId === meeting),
    timeline: (async (subject: string, id: string) =>
      (world.told ?? []).filter((one) => one.subject === subject && one.id === id)) as Read['timeline'],
    figures: async ({ from }) => world.figures!(from),
  } satisfies Partial<Read> as unknown as Read;
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
