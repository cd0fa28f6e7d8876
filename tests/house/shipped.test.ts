import { existsSync, readFileSync } from 'node:fs';
import { DCLinter } from 'dclint';
import { Copy, DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from '@jest/globals';
import { foreignPackages, noticesPage } from '../../scripts/notices/notices-page.js';
import { read, readJson } from './read-house.js';

/** Licences under which a package may go to a server beside code under the EUPL. */
const fits = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Unlicense',
  'BlueOak-1.0.0',
  'PSF-2.0',
  'CC-BY-3.0',
  'CC0-1.0',
  'AFL-2.1',
];

interface Linted {
  readonly messages: readonly { readonly rule: string; readonly message: string }[];
}

describe('what is shipped beside the code', () => {
  test('THIRD-PARTY-NOTICES.md is what package-lock.json brings; otherwise: npm run notices', () => {
    expect(readFileSync('THIRD-PARTY-NOTICES.md', 'utf8')).toBe(noticesPage());
  });

  test('every package of a server has a licence that fits', () => {
    const wordsOf = (license: string): string[] => license.replace(/[()]/g, '').split(/ (?:OR|AND) /);
    const strange = foreignPackages().filter(({ license }) => !wordsOf(license).every((word) => fits.includes(word)));
    expect(strange).toEqual([]);
  });

  test('the licence is the same wherever it is named', () => {
    expect(readJson('package.json')['license']).toBe('EUPL-1.2');
    expect(read('publiccode.yml')).toContain('license: EUPL-1.2');
    expect(read('LICENSE')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
  });

  test('the Dockerfile has no fault, ends as a user of its own and copies what is there', () => {
    const text = read('Dockerfile');
    expect(validate(text).map(({ message }) => message)).toEqual([]);
    const steps = DockerfileParser.parse(text).getInstructions();
    const last = (keyword: string) =>
      steps
        .filter((step) => step.getKeyword() === keyword)
        .at(-1)
        ?.getArgumentsContent();
    expect(last('USER')).toBe('node');
    expect(last('FROM')).toMatch(/^node:24-/);
    const copied = steps
      .filter((step) => step instanceof Copy && step.getFlags().every((flag) => flag.getName() !== 'from'))
      .flatMap((step) =>
        step
          .getArguments()
          .slice(0, -1)
          .map((word) => word.getValue()),
      );
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const sent = read('.dockerignore').split('\n');
    expect(copied.filter((path) => !sent.includes(`!${path}`))).toEqual([]);
  });

  test('compose.yaml is one that Docker understands', async () => {
    const linter = new DCLinter({ rules: {}, quiet: true, debug: false, exclude: [] } as never);
    const found = await linter.lintFiles(['compose.yaml'], false);
    expect(found.flatMap(({ messages }: Linted) => messages.map(({ rule, message }) => `${rule}: ${message}`))).toEqual(
      [],
    );
  });
});
