import { isObject, typedObjects, type JsonObject } from '../../../src/platform/teams/cards/json-tree.js';

/** Verbs the platform itself understands: open a form by its slug, show a view by its slug. */
export const BUILT_IN_VERBS = ['open-form', 'show'];

/** A card's template, its parts laid in. */
export interface CardFile {
  readonly feature: string;
  readonly slug: string;
  readonly source: JsonObject;
}

/** What a module of a feature exports: an action, a reaction of the program, or a view. */
export interface Twin {
  readonly feature: string;
  /** The file's name without extension. */
  readonly stem: string;
  readonly slug: string;
  readonly kind: 'action' | 'reaction' | 'view';
  /** The keys of an action's fields; null when they are free (a record) or it is a view. */
  readonly fields: readonly string[] | null;
  readonly hasForm: boolean;
}

export const inputIds = (source: JsonObject): string[] =>
  typedObjects(source).flatMap(({ node }) =>
    node.type.startsWith('Input.') && typeof node['id'] === 'string' ? [node['id']] : [],
  );

export const verbsOf = (source: JsonObject): string[] => [
  ...new Set(
    typedObjects(source).flatMap(({ node }) =>
      node.type === 'Action.Execute' && typeof node['verb'] === 'string' ? [node['verb']] : [],
    ),
  ),
];

/** Forms and views that the built-in verbs of a card name literally. */
const targetsOf = (source: JsonObject): string[] =>
  typedObjects(source).flatMap(({ node }) => {
    const data = node['data'];
    if (!BUILT_IN_VERBS.includes(String(node['verb'])) || !isObject(data)) return [];
    return ['form', 'view', 'show', 'slug'].flatMap((key) => (typeof data[key] === 'string' ? [data[key]] : []));
  });

/** Each card one twin, each view and form its card, verbs that exist, inputs that are the fields. */
export function twinFaults(cards: readonly CardFile[], twins: readonly Twin[]): string[] {
  return [
    ...twins.flatMap((twin) => moduleFaults(twin, cards, twins)),
    ...cards.flatMap((card) => cardTwinFaults(card, twins)),
    ...cards.flatMap((card) => verbFaults(card, twins)),
    ...cards.flatMap((card) => inputFaults(card, twins)),
  ];
}

function moduleFaults(twin: Twin, cards: readonly CardFile[], twins: readonly Twin[]): string[] {
  const faults: string[] = [];
  const where = `${twin.feature}/${twin.stem}.ts`;
  if (twin.slug !== twin.stem) faults.push(`${where}: its slug is ${twin.slug}`);
  if (twins.filter(({ slug }) => slug === twin.slug).length > 1)
    faults.push(`${where}: the slug ${twin.slug} exists twice`);
  const hasCard = cards.some(({ slug, feature }) => slug === twin.slug && feature === twin.feature);
  if (!hasCard && (twin.kind === 'view' || twin.hasForm))
    faults.push(`${where}: has no card cards/${twin.feature}/${twin.slug}.json`);
  return faults;
}

function cardTwinFaults({ feature, slug }: CardFile, twins: readonly Twin[]): string[] {
  const found = twins.filter((twin) => twin.slug === slug && twin.feature === feature);
  if (found.length === 0)
    return [`cards/${feature}/${slug}.json: no twin ${slug}.ts in the folder ${feature} of src/features`];
  return found.some((twin) => twin.kind === 'action' && !twin.hasForm)
    ? [`${feature}/${slug}: has a card but no form()`]
    : [];
}

function verbFaults({ feature, slug, source }: CardFile, twins: readonly Twin[]): string[] {
  const actions = twins.filter(({ kind }) => kind === 'action').map((twin) => twin.slug);
  const known = [...actions, ...BUILT_IN_VERBS];
  const isOpen = (name: string): boolean => name.includes('${');
  const verbs = verbsOf(source).filter((verb) => !isOpen(verb) && !known.includes(verb));
  const shown = twins.filter(({ kind }) => kind !== 'reaction');
  const targets = targetsOf(source).filter((target) => !isOpen(target) && !shown.some((twin) => twin.slug === target));
  return [
    ...verbs.map((verb) => `cards/${feature}/${slug}.json: no action ${verb}`),
    ...targets.map((target) => `cards/${feature}/${slug}.json: no form or view ${target}`),
  ];
}

/** A form's inputs are exactly its action's fields; a view's inputs are fields of actions its buttons start. */
function inputFaults({ feature, slug, source }: CardFile, twins: readonly Twin[]): string[] {
  const where = `cards/${feature}/${slug}.json`;
  const ids = [...new Set(inputIds(source))].filter((id) => !id.includes('${'));
  const own = twins.find((twin) => twin.slug === slug && twin.feature === feature);
  if (!own) return [];
  const verbs = verbsOf(source);
  const reached = own.kind === 'action' ? [own] : twins.filter((twin) => verbs.includes(twin.slug));
  if (reached.some((twin) => twin.kind === 'action' && twin.fields === null)) return [];
  const fields = reached.flatMap((twin) => twin.fields ?? []);
  const strange = ids
    .filter((id) => !fields.includes(id))
    .map((id) => `${where}: input ${id} is no field of an action`);
  if (own.kind === 'view') return strange;
  return [
    ...strange,
    ...(own.fields ?? []).filter((key) => !ids.includes(key)).map((key) => `${where}: no input for field ${key}`),
  ];
}

/** Actions that no word and no button starts: only a press made by hand would reach them. */
export function unreached(
  actions: readonly { readonly slug: string; readonly words?: unknown }[],
  cards: readonly CardFile[],
): string[] {
  const started = new Set(cards.flatMap(({ source }) => [...verbsOf(source), ...targetsOf(source)]));
  return actions.filter(({ slug, words }) => words === undefined && !started.has(slug)).map(({ slug }) => slug);
}

interface Schema {
  readonly def?: {
    readonly type: string;
    readonly shape?: object;
    readonly in?: Schema;
    readonly out?: Schema;
    readonly innerType?: Schema;
    readonly left?: Schema;
    readonly right?: Schema;
    readonly options?: readonly Schema[];
  };
}

/** The keys a zod schema of fields takes, whatever is wrapped around the object; null for a record. */
export function fieldKeys(schema: unknown): string[] | null {
  const def = (schema as Schema | undefined)?.def;
  if (!def) return [];
  if (def.type === 'record' || def.type === 'any') return null;
  if (def.shape) return Object.keys(def.shape);
  const inner = [def.in, def.out, def.innerType, def.left, def.right, ...(def.options ?? [])].filter(
    (one) => one !== undefined,
  );
  const keys = inner.map(fieldKeys);
  return keys.includes(null) ? null : [...new Set(keys.flatMap((some) => some ?? []))];
}
