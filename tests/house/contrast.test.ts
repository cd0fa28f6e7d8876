import { describe, expect, test } from '@jest/globals';
import { drawCards } from '../../scripts/preview/draw-cards.js';
import { groundOf, inkOf, themes, type Theme } from '../../scripts/preview/teams-colours.js';
import type { Json } from '../../src/platform/teams/cards/json-tree.js';
import { contrast } from './rules/contrast.js';
import { asked, seenOn, type Seen } from './rules/letters-on-ground.js';

const cards = drawCards('cards', () => undefined);
const used = new Map<string, { seen: Seen; on: string }>();
for (const { slug, card } of cards)
  for (const seen of seenOn(card as Json)) used.set(JSON.stringify(seen), { seen, on: slug });

const measured = (theme: Theme, { ink, subtle, ground }: Seen): number =>
  contrast(inkOf(theme, ground, ink, subtle), groundOf(theme, ground));

describe('contrast, as WCAG 2.2 measures it', () => {
  test('is 21 for black on white, 1 for nothing, and sees through what is half transparent', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#00000000', '#ffffff')).toBe(1);
    expect(contrast('#80000000', '#ffffff')).toBeCloseTo(contrast('#7f7f7f', '#ffffff'), 1);
  });

  test.each(themes)('every colour on every ground that our cards use stands out (%s)', (theme) => {
    const faint = [...used.values()]
      .filter(({ seen }) => measured(theme, seen) < asked[seen.as])
      .map(({ seen, on }) => `${on}: ${seen.as} ${seen.ink} on ${seen.ground}: ${measured(theme, seen).toFixed(1)}`);
    expect(faint).toEqual([]);
  });
});
