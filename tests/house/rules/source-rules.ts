import { basename } from 'node:path';

/** A file of the repository, its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly content: string;
}

const MAX_LINES = 300;
const KEBAB = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const VAGUE = ['utils.ts', 'helpers.ts', 'common.ts', 'util.ts', 'helper.ts', 'misc.ts'];
/** Written so that this file does not find itself. */
const MACHINE_PATHS = /(?<![\w.~@-])(?:\/(?:work|home|root|Users)\/\w|[A-Z]:\\Users\\)|\.\.\/+shared\b/;

/** What is wrong with the files of the house: names, length, paths of one machine. */
export function sourceFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, content }) => {
    const faults: string[] = [];
    const name = basename(path);
    if (/^(src|tests|scripts|cards)\//.test(path) && name !== 'README.md' && !KEBAB.test(name))
      faults.push('its name is not kebab-case');
    if (VAGUE.includes(name)) faults.push('its name says nothing');
    const lines = content.split('\n').length - 1;
    if (path.startsWith('src/') && path.endsWith('.ts') && lines > MAX_LINES)
      faults.push(`${lines} lines, at most ${MAX_LINES}`);
    const machine = MACHINE_PATHS.exec(content)?.[0];
    if (machine) faults.push(`names a path of one machine: ${machine}`);
    return faults.map((fault) => `${path}: ${fault}`);
  });
}

/** Paths named in a page, in backticks or links, that do not exist. `exists` takes a path from the root. */
export function deadPaths(page: string, exists: (path: string) => boolean): string[] {
  const named = [...page.matchAll(/`([\w.@-]+(?:\/[\w.@-]*)+)`|\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)];
  const rooms = /^(src|docs|cards|tests|scripts|manifest|env)\//;
  return named
    .map(([, ticked, linked]) => linked ?? ticked ?? '')
    .filter((path, index) => (named[index]?.[2] !== undefined || rooms.test(path)) && !exists(path))
    .map((path) => `${path} does not exist`);
}

/** Slugs that no test carries in its name or mentions in quotes. */
export function untested(slugs: readonly { slug: string; feature: string }[], tests: readonly SourceFile[]): string[] {
  return slugs
    .filter(
      ({ slug }) =>
        !tests.some(
          ({ path, content }) =>
            basename(path) === `${slug}.test.ts` || new RegExp(`['"\`/]${slug}['"\`.]`).test(content),
        ),
    )
    .map(({ slug, feature }) => `${feature}/${slug}: no test names it`);
}
