import type {
  Action,
  Asked,
  Feature,
  Formerly,
  Job,
  Reaction,
  Schedule,
  Search,
  View,
} from '../../contracts/action.js';
import type { Actor } from '../../contracts/actor.js';
import type { Document } from '../../contracts/document.js';
import type { Page } from '../../contracts/page.js';
import type { Read } from '../../contracts/read.js';

/** Everything the features offer, found by slug. */
export interface Registry {
  /** What a press or typed words may start, by its present or a former slug; what the program starts by itself is not among it. */
  action(slug: string): Action | null;
  /** What only the program itself may start. */
  reaction(slug: string): Reaction | null;
  view(slug: string): View | null;
  job(name: string): Job | null;
  document(slug: string): Document | null;
  /** When a job comes back by itself; null for jobs that do not. */
  schedule(job: string): Schedule | null;
  /** The feature in which a slug lives: its folder of cards and its room of texts. */
  featureOf(slug: string): string;
  /** What a sentence that is no command asks for, by the first feature that is sure; null when none is. */
  understood(said: string, actor: Actor): Asked | null;
  /** The answer to a sentence, by the first feature that has one. */
  answered(read: Read, said: string, actor: Actor): Promise<Asked | null>;
  readonly actions: readonly Action[];
  readonly views: readonly View[];
  /** What the message extension can look for, one per command. */
  readonly searches: readonly Search[];
  readonly schedules: readonly Schedule[];
  /** What the web server shows, besides what is the platform's own. */
  readonly pages: readonly Page[];
}

const bySlug = <T>(things: readonly T[], slugOf: (thing: T) => string): Map<string, T> => {
  const map = new Map<string, T>();
  for (const thing of things) {
    if (map.has(slugOf(thing))) throw new Error(`two parts are called ${slugOf(thing)}`);
    map.set(slugOf(thing), thing);
  }
  return map;
};

/** The present slug of each former one. Throws when something has that slug today: a press would be taken for another act. */
function presentSlugs(parts: readonly { readonly slug: string; readonly formerly?: Formerly }[]): Map<string, string> {
  const present = new Set(parts.map(({ slug }) => slug));
  const former = parts.flatMap(({ slug, formerly }) => (formerly?.slugs ?? []).map((was) => [was, slug] as const));
  const taken = former.find(([was]) => present.has(was));
  if (taken) throw new Error(`${taken[1]} was called ${taken[0]}, which something else is called today`);
  return new Map(former);
}

const firstOf = <T>(found: readonly (T | null | undefined)[]): T | null =>
  found.find((one) => one !== null && one !== undefined) ?? null;

async function firstAnswer(
  features: readonly Feature[],
  read: Read,
  said: string,
  actor: Actor,
): Promise<Asked | null> {
  for (const { answersTo } of features) {
    const answer = (await answersTo?.(read, said, actor)) ?? null;
    if (answer !== null) return answer;
  }
  return null;
}

/**
 * Joins the features' contents pages. Throws when a slug is used twice, because one slug names one thing, and when a
 * reaction stands among the actions, where anybody could start it.
 */
export function createRegistry(features: readonly Feature[]): Registry {
  const actions = features.flatMap((feature) => feature.actions);
  const reactions = features.flatMap((feature) => feature.reactions ?? []);
  const views = features.flatMap((feature) => feature.views);
  const open = actions.find((action) => action.startedBy !== undefined);
  if (open) throw new Error(`${open.slug} is started by the program only: it belongs among the reactions`);
  const actionBySlug = bySlug(actions, (action) => action.slug);
  const reactionBySlug = bySlug(reactions, (reaction) => reaction.slug);
  const viewBySlug = bySlug(views, (view) => view.slug);
  const present = presentSlugs([...actions, ...views]);
  const jobByName = bySlug(
    features.flatMap((feature) => feature.jobs),
    (job) => job.name,
  );
  const documentBySlug = bySlug(
    features.flatMap((feature) => feature.documents ?? []),
    (document) => document.slug,
  );
  const searches = bySlug(
    features.flatMap((feature) => feature.searches ?? []),
    (search) => search.slug,
  );
  const scheduleByJob = bySlug(
    features.flatMap((feature) => feature.schedules ?? []),
    (schedule) => schedule.job,
  );
  const pages = bySlug(
    features.flatMap((feature) => feature.pages ?? []),
    ({ method = 'GET', path }) => `${method} ${path}`,
  );
  const twice = [...views, ...actions].find(
    ({ slug }) => reactionBySlug.has(slug) || (viewBySlug.has(slug) && actionBySlug.has(slug)),
  );
  if (twice) throw new Error(`two parts are called ${twice.slug}`);
  const rooms = new Map(
    features.flatMap(({ name, ...parts }) => [...parts.actions, ...parts.views].map((part) => [part.slug, name])),
  );
  return {
    featureOf: (slug) => rooms.get(slug) ?? 'common',
    action: (slug) => actionBySlug.get(present.get(slug) ?? slug) ?? null,
    reaction: (slug) => reactionBySlug.get(slug) ?? null,
    view: (slug) => viewBySlug.get(present.get(slug) ?? slug) ?? null,
    job: (name) => jobByName.get(name) ?? null,
    document: (slug) => documentBySlug.get(slug) ?? null,
    answered: (read, said, actor) => firstAnswer(features, read, said, actor),
    understood: (said, actor) => firstOf(features.map(({ understands }) => understands?.(said, actor))),
    actions,
    views,
    schedule: (name) => scheduleByJob.get(name) ?? null,
    searches: [...searches.values()],
    schedules: [...scheduleByJob.values()],
    pages: [...pages.values()],
  };
}
