import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compile } from '../../../../src/platform/teams/cards/load-cards.js';
import type { Json } from '../../../../src/platform/teams/cards/json-tree.js';

const readJson = (text: string): Json => JSON.parse(text) as Json;
const parts = new Map(
  readdirSync('cards/_parts').map((name) => [
    name.replace('.json', ''),
    readJson(readFileSync(`cards/_parts/${name}`, 'utf8')),
  ]),
);
const page = readFileSync('cards/README.md', 'utf8');

test('the examples for card writers are cards', () => {
  const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => readJson(text ?? ''));
  expect(examples).toHaveLength(3);
  for (const example of examples) expect(compile(example, parts, 'cards/README.md').source).toHaveProperty('body');
});

test('every part is told, with its parameters', () => {
  for (const [name, part] of parts) {
    const row = page.split('\n').find((line) => line.startsWith('| ') && line.includes(`\`${name}\``)) ?? '';
    for (const [, parameter] of JSON.stringify(part).matchAll(/\{\{(\w+\??)\}\}/g))
      expect(row).toContain(`\`${parameter}\``);
  }
});
