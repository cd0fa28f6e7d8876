import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { readSamples, type Sample } from '../../scripts/preview/card-samples.js';
import { isObject, walk, type Json, type JsonObject } from '../../src/platform/teams/cards/json-tree.js';
import type { Cards } from '../../src/platform/teams/cards/load-cards.js';
import type { SourceFile } from './rules/source-rules.js';
import { fieldKeys, type CardFile, type Twin } from './rules/twin-rules.js';

/** The repository this test runs in. */
export const root = resolve(import.meta.dirname, '../..');

const SKIPPED = ['node_modules', 'artifacts', 'data', 'dist', '.git', 'coverage'];
const TEXT = /\.(ts|js|json|md|ya?ml|html|css|sql|sh|example|dev|local)$|(^|\/)(Dockerfile|\.\w+)$/;

/** All files under a folder (from the root), as paths from the root; none when it is not there yet. */
export function filesIn(folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Every text file of the repository that people write. */
export function sourceFiles(): SourceFile[] {
  const top = readdirSync(root, { withFileTypes: true }).filter(
    ({ name }) => !SKIPPED.includes(name) && name !== 'package-lock.json',
  );
  const paths = top.flatMap((entry) => (entry.isDirectory() ? filesIn(entry.name) : [entry.name]));
  return paths
    .filter((path) => TEXT.test(path) && !path.endsWith('.user'))
    .map((path) => ({ path, content: read(path) }));
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const readJson = (path: string): JsonObject => JSON.parse(read(path)) as JsonObject;

/** All texts of a language, one tree. */
export const textsOf = (language: string): JsonObject =>
  Object.fromEntries(
    filesIn(`src/texts/${language}`).map((path): [string, Json] => [basename(path, '.json'), readJson(path)]),
  );

type Exported = {
  slug?: unknown;
  decide?: unknown;
  startedBy?: unknown;
  fill?: unknown;
  audience?: unknown;
  form?: unknown;
  fields?: unknown;
};

/** The actions, reactions and views that the modules of the features export, found by their `slug`. A document has no audience, and no card. */
export async function readTwins(): Promise<Twin[]> {
  const files = filesIn('src/features').filter((path) => path.endsWith('.ts') && !/(\.job|\/index)\.ts$/.test(path));
  // One after the other: jest cannot link modules side by side.
  const twins: Twin[] = [];
  for (const file of files) twins.push(...(await twinsOf(file)));
  return twins;
}

async function twinsOf(path: string): Promise<Twin[]> {
  const feature = basename(dirname(path));
  const exported = Object.values((await import(join(root, path))) as Record<string, Exported>);
  return exported
    .filter(
      (one) =>
        typeof one === 'object' &&
        one !== null &&
        typeof one.slug === 'string' &&
        (one.decide || (one.fill && one.audience)),
    )
    .map((one) => ({
      feature,
      stem: basename(path, '.ts'),
      slug: String(one.slug),
      kind: one.startedBy ? 'reaction' : one.decide ? 'action' : 'view',
      fields: one.decide ? fieldKeys(one.fields) : null,
      hasForm: typeof one.form === 'function',
    }));
}

/** The buttons that come with the data of a card, as its samples hold them: they stand in no template. */
export const buttonsInData = (samples: readonly Sample[]): JsonObject[] => {
  const found: JsonObject[] = [];
  walk(samples.map(({ data }) => data) as Json, (node) => {
    if (isObject(node) && typeof node['verb'] === 'string' && isObject(node['data']))
      found.push({ type: 'Action.Execute', verb: node['verb'], data: node['data'] });
  });
  return found;
};

/** Every card of the house: its template, and the buttons that its data brings. */
export function cardFiles(cards: Cards): CardFile[] {
  return cards.slugs.map((slug) => {
    const feature = cards.featureOf(slug);
    const buttons = buttonsInData(readSamples(join(root, 'cards'), feature, slug));
    return { slug, feature, source: { ...cards.sourceOf(slug), buttons } };
  });
}
