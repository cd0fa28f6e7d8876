import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { drawDelivery } from '../../scripts/states/delivery-page.js';
import { drawPolicy } from '../../scripts/states/policy-page.js';
import { drawStates } from '../../scripts/states/state-page.js';
import { transitions } from '../../scripts/states/transitions.js';
import { filesIn, read, readTwins, root, sourceFiles } from './read-house.js';
import { folderCircles } from './rules/folder-circles.js';
import { deadPaths, sourceFaults, untested } from './rules/source-rules.js';

/** The files that docs/add-an-action.md lets its reader make. */
const toBeMade = /\/(?:pause-service|note-unanswered)\./;
const exists = (path: string): boolean => toBeMade.test(path) || existsSync(join(root, path));

test('files are named, sized and written for any machine', () => {
  expect(sourceFaults(sourceFiles())).toEqual([]);
});

test('no folder of src, subfolders apart, leads back to itself', () => {
  expect(folderCircles(sourceFiles().filter(({ path }) => /^src\/.*\.ts$/.test(path)))).toEqual([]);
});

test('no file holds what a merge left behind', () => {
  const left = /^(?:<{7} |>{7} |={7}$|> > > > > > > )/m;
  expect(
    sourceFiles()
      .filter(({ content }) => left.test(content))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('what the README and the pages in docs name is there', () => {
  const pages = ['README.md', ...filesIn('docs').filter((path) => path.endsWith('.md'))].filter(exists);
  const faults = pages.flatMap((page) =>
    deadPaths(read(page), (path) => exists(path) || exists(join(page, '..', path))).map((fault) => `${page}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test('docs/states.md, docs/policy.md and docs/delivery.md are what the code does; otherwise: npm run states:draw', () => {
  expect(exists('docs/states.md') ? read('docs/states.md') : '').toBe(drawStates(transitions()));
  expect(exists('docs/policy.md') ? read('docs/policy.md') : '').toBe(drawPolicy());
  expect(exists('docs/delivery.md') ? read('docs/delivery.md') : '').toBe(drawDelivery());
});

test('every action and view is named in a test', async () => {
  const tests = [...filesIn('tests/features'), ...filesIn('tests/journeys')]
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, content: read(path) }));
  expect(untested(await readTwins(), tests)).toEqual([]);
});
