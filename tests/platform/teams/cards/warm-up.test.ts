import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cards-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('given cards that are compiled when they are drawn, then warming up lets others go first between two, and finds the broken one', async () => {
  const broken = { body: [{ type: 'TextBlock', text: '${if(}' }] };
  mkdirSync(join(directory, 'area'));
  for (const [slug, card] of [
    ['one', {}],
    ['two', {}],
    ['wrong', broken],
  ] as const)
    writeFileSync(
      join(directory, 'area', `${slug}.json`),
      JSON.stringify({ type: 'AdaptiveCard', version: '1.5', body: [], ...card }),
    );
  expect(() => loadCards(directory)).toThrow('wrong.json');
  let turns = 0;
  const turn = async () => void turns++;
  await expect(loadCards(directory, 'when-drawn').warmUp(turn)).rejects.toThrow('wrong.json');
  expect(turns).toBe(3);
});
