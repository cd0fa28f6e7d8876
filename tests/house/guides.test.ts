import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const pagesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const pages = ['README.md', ...pagesIn('docs')];

/** What a page links to in the project itself; addresses elsewhere are not ours to check. */
const linksOf = (page: string): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));

test.each(pages)('%s links to what is there', (page) => {
  const dead = linksOf(page).filter((link) => !existsSync(join(root, dirname(page), link)));
  expect(dead).toEqual([]);
});

test('the README links to every guide', () => {
  const missing = pagesIn('docs/guides').filter((guide) => !linksOf('README.md').includes(guide));
  expect(missing).toEqual([]);
});
