import type { Action, Feature, Job, View } from '../contracts/action.js';

/** Everything the features offer, found by slug. */
export interface Registry {
  action(slug: string): Action | null;
  view(slug: string): View | null;
  job(name: string): Job | null;
  /** The feature in which a slug lives: its folder of cards and its room of texts. */
  roomOf(slug: string): string;
  readonly actions: readonly Action[];
  readonly views: readonly View[];
}

const bySlug = <T>(things: readonly T[], slugOf: (thing: T) => string): Map<string, T> => {
  const map = new Map<string, T>();
  for (const thing of things) {
    if (map.has(slugOf(thing))) throw new Error(`two parts are called ${slugOf(thing)}`);
    map.set(slugOf(thing), thing);
  }
  return map;
};

/** Joins the features' contents pages. Throws when a slug is used twice: one slug names one thing. */
export function createRegistry(features: readonly Feature[]): Registry {
  const actions = features.flatMap((feature) => feature.actions);
  const views = features.flatMap((feature) => feature.views);
  const actionBySlug = bySlug(actions, (action) => action.slug);
  const viewBySlug = bySlug(views, (view) => view.slug);
  const jobByName = bySlug(
    features.flatMap((feature) => feature.jobs),
    (job) => job.name,
  );
  const twice = views.find((view) => actionBySlug.has(view.slug));
  if (twice) throw new Error(`${twice.slug} is both an action and a view`);
  const rooms = new Map(
    features.flatMap(({ name, ...parts }) => [...parts.actions, ...parts.views].map((part) => [part.slug, name])),
  );
  return {
    roomOf: (slug) => rooms.get(slug) ?? 'common',
    action: (slug) => actionBySlug.get(slug) ?? null,
    view: (slug) => viewBySlug.get(slug) ?? null,
    job: (name) => jobByName.get(name) ?? null,
    actions,
    views,
  };
}
