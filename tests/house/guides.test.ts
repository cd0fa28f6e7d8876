import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { features } from '../../src/features/index.js';

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

/** The guides for people who use the bot: Dutch, with what they press in bold and what they type as code. */
const guides = ['clb-medewerker', 'aanbieder', 'meldpunt', 'werkgroep'].map((name) => `docs/guides/${name}.md`);
const marked = (page: string, mark: RegExp): string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(mark)].map(([, words]) => words ?? '');

const leavesOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values((value ?? {}) as object).flatMap(leavesOf);
const sentences = new Set(
  readdirSync(join(root, 'src/texts/nl')).flatMap((file) =>
    leavesOf(JSON.parse(readFileSync(join(root, 'src/texts/nl', file), 'utf8'))),
  ),
);
const typedWords = features.flatMap(({ actions }) => actions.flatMap(({ words }) => words?.nl ?? []));

test.each(guides)('%s names buttons as they stand on the cards, and words that the bot knows', (guide) => {
  expect(marked(guide, /\*\*([^*]+)\*\*/g).filter((label) => !sentences.has(label))).toEqual([]);
  const known = (typed: string) => typedWords.some((word) => typed === word || typed.startsWith(`${word} `));
  expect(marked(guide, /`([^`]+)`/g).filter((typed) => !known(typed))).toEqual([]);
});
