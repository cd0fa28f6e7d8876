import { expect, test } from '@jest/globals';
import { anchorOf, drawCards } from '../../scripts/preview/draw-cards.js';
import type { Json } from '../../src/platform/teams/cards/json-tree.js';
import { readingFaults } from './rules/reading-rules.js';

test('every card can be read by ear: a heading, names that differ, labels, what is wrong right under its field', () => {
  const faults = drawCards('cards', () => undefined).flatMap((drawn) =>
    readingFaults(drawn.card as Json).map((fault) => `${anchorOf(drawn)}: ${fault}`),
  );
  expect(faults).toEqual([]);
});
