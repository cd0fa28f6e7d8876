import { expect, test } from '@jest/globals';
import { sourceFiles } from './read-house.js';

/** Where a rule of the compiler or of lint is put aside in src, each with its reason on the same line. */
const putAside = /eslint-disable|@ts-(?:expect-error|ignore|nocheck)/;

test('rules are put aside in src once, with a reason: where the SDK asks for more than Teams sends', () => {
  const lines = sourceFiles()
    .filter(({ path }) => /^src\/.*\.ts$/.test(path))
    .flatMap(({ path, content }) => content.split('\n').map((line) => ({ path, line })))
    .filter(({ line }) => putAside.test(line));
  expect(lines.map(({ path }) => path)).toEqual(['src/platform/teams/teams-adapter.ts']);
  expect(lines.every(({ line }) => / -- \S+/.test(line))).toBe(true);
});
