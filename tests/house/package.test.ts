import { expect, test } from '@jest/globals';
import { read, readJson } from './read-house.js';

const dependencies = read('docs/dependencies.md');
const developer = read('docs/guides/developer.md');
const named = (key: string): string[] => Object.keys((readJson('package.json')[key] ?? {}) as object);

test.each(['dependencies', 'devDependencies'])(
  'docs/dependencies.md gives a reason for each of the %s, and for no other',
  (key) => {
    const rows = [...dependencies.matchAll(/^\| `([^`\s]+)` +\| .+\((.+)\) +\|$/gm)].map(([, name]) => name);
    expect(named(key).filter((name) => !rows.includes(name))).toEqual([]);
    const all = [...named('dependencies'), ...named('devDependencies')];
    expect(rows.filter((name) => !all.includes(name ?? ''))).toEqual([]);
  },
);

test('the developer’s guide has a line for each npm script', () => {
  const missing = named('scripts').filter(
    (name) => ![`\`npm run ${name}\``, `\`npm ${name}\``].some((words) => developer.includes(words)),
  );
  expect(missing).toEqual([]);
});

test('no script leans on a pre or post script: .npmrc switches those off with all other scripts of packages', () => {
  const names = named('scripts');
  expect(names.filter((name) => names.includes(name.replace(/^(pre|post)/, '')) && /^(pre|post)/.test(name))).toEqual(
    [],
  );
});
