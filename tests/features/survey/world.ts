import type { Action, Job, View } from '../../../src/contracts/action.js';
import type { Actor } from '../../../src/contracts/actor.js';
import { isRefusal, type Outcome, type Refusal } from '../../../src/contracts/outcome.js';
import type { Read } from '../../../src/contracts/read.js';
import type { OrganisationId, PersonId, SurveyId } from '../../../src/domain/ids.js';
import type { Language } from '../../../src/domain/language.js';
import type { Person } from '../../../src/domain/organisation.js';
import { answersOf, type SurveyChoices } from '../../../src/domain/workgroup/survey-questions.js';
import type { Survey, SurveyAnswer, SurveyPerson } from '../../../src/domain/workgroup/survey.js';
import {
  actionContext,
  actor,
  context,
  conversation,
  id as newId,
  organisation,
  person,
  channel,
  viewContext,
} from '../../support/given.js';
import { readOver } from '../../support/read-over.js';

/** Ids that read the same in every sample. */
export const uuid = <T extends string>(tail: string): T =>
  `00000000-0000-4000-8000-${tail.padStart(12, '0')}` as string as T;

export const clb = organisation({ id: uuid<OrganisationId>('c1'), name: 'CLB Voorbeeld Leuven' });
export const otherClb = organisation({ id: uuid<OrganisationId>('c2'), name: 'CLB Voorbeeld Halle' });
export const group = organisation({ id: uuid<OrganisationId>('e1'), kind: 'workgroup', name: 'Werkgroep' });
const naft = organisation({ id: uuid<OrganisationId>('a1'), kind: 'provider', name: 'NAFT VBO' });

const somebody = (tail: string, name: string, chat: string | null = `a:${tail}`): Person =>
  person({ id: uuid<PersonId>(tail), name, aadObjectId: `aad-${tail}`, personalConversationId: chat });
export const an = somebody('a11', 'An Peeters');
export const els = somebody('a12', 'Els Nys', null);
export const jan = somebody('a13', 'Jan Thys');
export const wim = somebody('a14', 'Wim Goossens');

/** In personal chat, as a CLB worker. */
export const atClb = (who = an): Actor =>
  actor({ person: who, organisations: [clb], conversation: conversation({ scope: 'personal' }) });
export const inClbChannel = (who = els): Actor =>
  actor({ person: who, organisations: [clb], channel: channel({ organisationId: clb.id }) });
export const inGroup = (): Actor => actor({ person: wim, organisations: [group] });
export const both = (): Actor => ({ ...atClb(), organisations: [clb, group] });
export const atProvider = (): Actor => actor({ person: wim, organisations: [naft] });

/** Monday 1 March 2027, nine o'clock: the survey opens. */
export const march1 = new Date('2027-03-01T08:00:00Z');

export const survey = (over: Partial<Survey> = {}): Survey => ({
  id: uuid<SurveyId>('51'),
  schoolYear: '2026-2027',
  opensOn: '2027-03-01',
  closesOn: '2027-03-28',
  state: 'open',
  openedAt: march1,
  version: 1,
  ...over,
});

export const asked = (who: Person, answered = false, over: Partial<SurveyPerson> = {}): SurveyPerson => ({
  id: uuid(`9${who.id.slice(-3)}`),
  surveyId: survey().id,
  personId: who.id,
  clbId: clb.id,
  answered,
  version: 1,
  ...over,
});

export const full: SurveyChoices = {
  asked: ['3-5'],
  problems: ['social', 'home'],
  askedBy: ['school'],
  missing: ['place'],
  helped: ['2'],
  region: ['VBO'],
};

/** So many answers that are alike. */
export const answers = (count: number, over: Partial<SurveyChoices> = {}, remark = '', of = survey()): SurveyAnswer[] =>
  Array.from({ length: count }, (_none, index) => ({
    id: newId(),
    surveyId: of.id,
    answers: answersOf({ ...full, ...over }, remark === '' ? '' : `${remark} (${index + 1})`),
  }));

export interface World {
  readonly surveys?: readonly Survey[];
  readonly people?: readonly SurveyPerson[];
  readonly answers?: readonly SurveyAnswer[];
  readonly members?: Readonly<Record<string, readonly Person[]>>;
  readonly hasClbs?: boolean;
  readonly hasGroup?: boolean;
}

/** A Read over a small world: only these rows stand in the database. */
export function readOf(world: World = {}): Read {
  const { surveys = [], people = [], answers: given = [], hasClbs = true, hasGroup = true } = world;
  const members = world.members ?? { [clb.id]: [an, els], [otherClb.id]: [an, jan] };
  const organisations = [...(hasClbs ? [clb, otherClb] : []), naft, ...(hasGroup ? [group] : [])];
  const ofThese = <T extends { surveyId: SurveyId }>(rows: readonly T[]) =>
    rows.filter(({ surveyId }) => surveys.some(({ id }) => id === surveyId));
  const channels = organisations.map(({ id: organisationId }) =>
    channel({ organisationId, conversationId: `19:${organisationId}@thread.tacv2` }),
  );
  const memberships = channels.flatMap(({ id: channelId, organisationId }) =>
    (members[organisationId] ?? []).map(({ id: personId }) => ({ personId, channelId, checkedAt: march1 })),
  );
  return readOver(
    [
      { into: 'organisation', rows: organisations },
      { into: 'person', rows: [an, els, jan, wim] },
      { into: 'channel', rows: channels },
      { into: 'membership', rows: memberships },
      { into: 'survey', rows: surveys },
      { into: 'surveyPerson', rows: ofThese(people) },
      { into: 'surveyAnswer', rows: ofThese(given) },
    ],
    { now: march1 },
  );
}

interface Press {
  readonly world?: World;
  readonly by?: Actor;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly now?: Date;
}

/** A press as the platform carries it out; what is wrong with a field comes as `errors`. */
export async function press(
  action: unknown,
  { world = {}, by = atClb(), data = {}, now = march1 }: Press,
): Promise<Outcome | Refusal | { readonly errors: Readonly<Record<string, string>> }> {
  const one = action as Action;
  const given = actionContext({ actor: by, now });
  const subject = one.subject.parse(data);
  const fields = one.fields.safeParse(data);
  if (!fields.success)
    return { errors: Object.fromEntries(fields.error.issues.map(({ path, message }) => [String(path[0]), message])) };
  const loaded = await one.load(readOf(world), subject, given);
  if (isRefusal(loaded)) return loaded;
  return one.may(loaded, given) ?? one.decide(loaded, fields.data, given);
}

/** The outcome of a press that is expected to be allowed. */
export async function done(action: unknown, given: Press): Promise<Outcome> {
  const result = await press(action, given);
  if (isRefusal(result) || 'errors' in result) throw new Error(`not done: ${JSON.stringify(result)}`);
  return result;
}

/** A job whose moment has come; null when there is nothing to do. */
export async function runs(job: unknown, subject: object, world: World, now = march1): Promise<Outcome | null> {
  const one = job as Job;
  const given = context({ now });
  const loaded = await one.load(readOf(world), one.subject.parse(subject), given);
  return loaded === null ? null : one.decide(loaded, given);
}

interface Filled {
  readonly typed?: Record<string, string>;
  readonly errors?: Record<string, string>;
}

/** Opens a form as the platform does; `errors` are sentences already. */
export async function openForm(action: unknown, { world = {}, by = atClb(), data = {} }: Press, filled: Filled = {}) {
  const one = action as Action;
  const given = actionContext({ actor: by, now: march1 });
  const loaded = await one.load(readOf(world), one.subject.parse(data), given);
  if (isRefusal(loaded)) throw new Error(loaded.refused);
  const refusal = one.may(loaded, given);
  if (refusal !== null || !one.form) throw new Error(refusal?.refused ?? 'no form');
  const { errors = {}, typed = {} } = filled;
  const form = one.form(loaded, given, { typed, errors }) as Record<string, unknown>;
  return { ...form, errors: { ...errors, ...(form['errors'] as object | undefined) } } as Record<string, unknown>;
}

interface Looking {
  readonly by?: Actor | null;
  readonly language?: Language;
  readonly now?: Date;
}

/** What a view fills; `by` is who looks, null for a stored message. */
export async function fill(view: unknown, params: object, world: World, looking: Looking = {}) {
  const { by = null, language = 'nl', now = march1 } = looking;
  const one = view as View;
  const given = viewContext({ actor: by, language, now });
  const facts = await one.load(readOf(world), one.params.parse(params), given);
  if (facts === null) throw new Error('nothing to show');
  return { data: one.fill(facts, given) as Record<string, unknown>, summary: one.summary(facts, given), facts };
}

export const mayShow = async (view: unknown, params: object, world: World, by: Actor): Promise<Refusal | null> =>
  (view as View).may!((await fill(view, params, world)).facts, by);
