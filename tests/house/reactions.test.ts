import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { importActions } from '../../src/contracts/hsds/line-import.js';
import { turnActions } from '../../src/contracts/jobs.js';
import { accountActions } from '../../src/features/case/papers/account-link.js';
import { features } from '../../src/features/index.js';
import { loadCards } from '../../src/platform/teams/cards/load-cards.js';
import { cardFiles, root } from './read-house.js';
import { unreached } from './rules/twin-rules.js';

test('everything that the program starts by itself is a reaction, and every reaction is started', () => {
  const started = [...Object.values(turnActions), ...Object.values(importActions), ...Object.values(accountActions)];
  const reactions = features.flatMap((feature) => feature.reactions ?? []).map(({ slug }) => slug);
  expect(reactions.sort()).toEqual(started.sort());
});

test('every action has a word or a button: what neither starts belongs among the reactions', () => {
  const cards = loadCards(join(root, 'cards'));
  const actions = features.flatMap((feature) => feature.actions);
  expect(unreached(actions, cardFiles(cards))).toEqual([]);
});
