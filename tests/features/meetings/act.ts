import type { Action, ActionContext, Job, View, ViewContext } from '../../../src/contracts/action.js';
import type { Actor } from '../../../src/contracts/actor.js';
import { isRefusal, type Change, type Outcome, type Refusal } from '../../../src/contracts/outcome.js';
import type { Document } from '../../../src/contracts/document.js';
import type { Language } from '../../../src/domain/language.js';
import { textAt } from '../../../src/texts/index.js';
import { actionContext, context, viewContext } from '../../support/given.js';
import type { Drawing } from '../../support/drawings.js';
import { inGroup, readOf, type MeetingWorld } from './world.js';

export interface Invocation {
  readonly world: MeetingWorld;
  readonly by?: Actor;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly over?: Partial<ActionContext>;
}

/** A press as the platform carries it out: subject and fields from the same data, then load, may, decide. */
export async function press(action: unknown, { world, by = inGroup(), data = {}, over }: Invocation) {
  const { subject, fields, load, may, decide } = action as Action;
  const given = actionContext({ actor: by, ...over });
  const read = fields.safeParse(data);
  if (!read.success)
    return { errors: Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0]), message])) };
  const loaded = await load(readOf(world), subject.parse(data), given);
  if (isRefusal(loaded)) return loaded;
  return may(loaded, given) ?? decide(loaded, read.data, given);
}

export async function done(action: unknown, given: Invocation): Promise<Outcome> {
  const result = await press(action, given);
  if (isRefusal(result) || 'errors' in result) throw new Error(`not done: ${JSON.stringify(result)}`);
  return result;
}

export async function refused(action: unknown, given: Invocation): Promise<Refusal> {
  const result = await press(action, given);
  if (!isRefusal(result)) throw new Error('was not refused');
  return result;
}

/** The errors per field, whether the fields themselves or the decision found them. */
export async function errorsOf(action: unknown, given: Invocation): Promise<unknown> {
  const result = await press(action, given);
  if ('errors' in result) return result.errors;
  return !isRefusal(result) && result.reply && 'errors' in result.reply ? result.reply.errors : undefined;
}

/** A job whose moment has come. */
export async function work(job: unknown, subject: object, world: MeetingWorld, now: Date): Promise<Outcome> {
  const { subject: schema, load, decide } = job as Job;
  const given = context({ now });
  const loaded = await load(readOf(world), schema.parse(subject), given);
  return loaded === null ? {} : decide(loaded, given);
}

/** What a view fills, as the platform does. */
export async function fill(view: unknown, params: object, world: MeetingWorld, over: Partial<ViewContext> = {}) {
  const { params: schema, load, fill: filled, summary, may } = view as View;
  const given = viewContext(over);
  const facts = await load(readOf(world), schema.parse(params), given);
  if (facts === null) throw new Error('nothing to show');
  return {
    data: filled(facts, given),
    summary: summary(facts, given),
    may: (by: Actor): Refusal | null => may!(facts, by),
  };
}

/** The sheet of a document. */
export async function sheetOf(document: unknown, params: object, world: MeetingWorld, over: Partial<ViewContext> = {}) {
  const { params: schema, load, fill: filled } = document as Document;
  const given = viewContext(over);
  const facts = await load(readOf(world), schema.parse(params), given);
  if (facts === null) throw new Error('no such document');
  return filled(facts, given);
}

export type Put = Extract<Change, { put: unknown }>['put'];

type RowOf<P extends Put> = Extract<Change, { readonly put: P }>['row'];

/** The rows of one kind that are stored. */
export const rowsOf = <P extends Put>(outcome: Outcome, put: P): RowOf<P>[] =>
  (outcome.changes ?? []).flatMap((change) => ('put' in change && change.put === put ? [change.row as RowOf<P>] : []));

export const drawView = (
  view: unknown,
  name: string,
  params: object,
  world: MeetingWorld,
  over: Partial<ViewContext> = {},
): Drawing => ({
  feature: 'meetings',
  slug: (view as View).slug,
  name,
  data: async (language) => (await fill(view, params, world, { language, ...over })).data,
});

export const drawForm = (
  action: unknown,
  name: string,
  { world, by = inGroup(), data = {}, over }: Invocation,
  filled: { typed?: Record<string, string>; errors?: Record<string, string> } = {},
): Drawing => ({
  feature: 'meetings',
  slug: (action as Action).slug,
  name,
  async data(language: Language) {
    const { slug, subject, load, may, form } = action as Action;
    const given = actionContext({ actor: { ...by, language }, ...over });
    const loaded = await load(readOf(world), subject.parse(data), given);
    if (isRefusal(loaded)) throw new Error(loaded.refused);
    const refusal = may(loaded, given);
    if (refusal !== null || !form) throw new Error(refusal?.refused ?? 'no form');
    const sentences = Object.entries(filled.errors ?? {}).map(([field, code]) => [
      field,
      textAt(language, `meetings.${slug}.errors.${code}`) ?? textAt(language, `common.errors.${code}`),
    ]);
    const errors = Object.fromEntries(sentences) as Record<string, string>;
    return { ...form(loaded, given, { typed: filled.typed ?? {}, errors }), errors };
  },
});
