import type { Action, ActionContext, View, ViewContext } from '../../../../src/contracts/action.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { isRefusal, type Outcome, type Refusal } from '../../../../src/contracts/outcome.js';
import type { Language } from '../../../../src/domain/language.js';
import { textAt } from '../../../../src/texts/index.js';
import { actionContext, viewContext } from '../../../support/given.js';
import { atClb, readOf, type World } from './world.js';

interface Press {
  readonly world: World;
  readonly by?: Actor;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly over?: Partial<ActionContext>;
  readonly numbers?: { taken: number };
}

/** A press as the platform carries it out: subject and fields from the same data, then load, may, decide. */
export async function press(action: Action, { world, by = atClb(), data = {}, over, numbers }: Press) {
  const context = actionContext({ actor: by, ...over });
  const subject = action.subject.parse(data);
  const fields = action.fields.safeParse(data);
  if (!fields.success)
    return { errors: Object.fromEntries(fields.error.issues.map(({ path, message }) => [String(path[0]), message])) };
  const loaded = await action.load(readOf(world, numbers), subject, context);
  if (isRefusal(loaded)) return loaded;
  return action.may(loaded, context) ?? action.decide(loaded, fields.data, context);
}

/** The outcome of a press that is expected to be allowed. */
export async function done(action: Action, given: Press): Promise<Outcome> {
  const result = await press(action, given);
  if (isRefusal(result) || 'errors' in result) throw new Error(`not done: ${JSON.stringify(result)}`);
  return result;
}

/** The refusal of a press that is expected to be refused. */
export async function refused(action: Action, given: Press): Promise<Refusal> {
  const result = await press(action, given);
  if (!isRefusal(result)) throw new Error('was not refused');
  return result;
}

/** Opens a form as the platform does; throws when it may not be opened. */
export async function openForm(
  action: Action,
  { world, by = atClb(), data = {} }: Press,
  filled: { typed?: Record<string, string>; errors?: Record<string, string> } = {},
  language: Language = 'nl',
): Promise<object> {
  const context = actionContext({ actor: { ...by, language } });
  const loaded = await action.load(readOf(world), action.subject.parse(data), context);
  if (isRefusal(loaded)) throw new Error(loaded.refused);
  const refusal = action.may(loaded, context);
  if (refusal !== null || !action.form) throw new Error(refusal?.refused ?? 'no form');
  return action.form(loaded, context, { typed: filled.typed ?? {}, errors: filled.errors ?? {} });
}

/** What a view fills. */
export async function fill(view: View, params: object, world: World, over: Partial<ViewContext> = {}) {
  const context = viewContext(over);
  const facts = await view.load(readOf(world), view.params.parse(params), context);
  if (facts === null) throw new Error('nothing to show');
  return { data: view.fill(facts, context), summary: view.summary(facts, context), facts };
}

export const mayShow = async (view: View, params: object, world: World, by: Actor): Promise<Refusal | null> =>
  view.may!((await fill(view, params, world)).facts, by);

/** A card as its view or form fills it, with a name: samples and the cards' test are made from it. */
export interface Drawing {
  readonly feature: string;
  readonly slug: string;
  readonly name: string;
  data(language: Language): Promise<object>;
}

export const drawView = (feature: string, view: View, name: string, params: object, world: World): Drawing => ({
  feature,
  slug: view.slug,
  name,
  data: async (language) => (await fill(view, params, world, { language })).data,
});

export const drawForm = (
  feature: string,
  action: Action,
  name: string,
  given: Press,
  filled: { typed?: Record<string, string>; errors?: Record<string, string> } = {},
): Drawing => ({
  feature,
  slug: action.slug,
  name,
  async data(language) {
    const data = await openForm(action, given, filled, language);
    const told = Object.entries(filled.errors ?? {}).map(([field, code]) => [
      field,
      textAt(language, `${feature}.${action.slug}.errors.${code}`) ?? textAt(language, `common.errors.${code}`),
    ]);
    return { ...data, errors: Object.fromEntries(told) };
  },
});
