import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { figureNames } from '../../../src/domain/figures/index.js';
import { textAt } from '../../../src/texts/index.js';
import type { Claim } from './figures-claims.js';
import { definedOfInquiries } from './figures-claims-inquiries.js';
import { definedOfSent } from './figures-claims-sent.js';
import { definedOfTrajectories } from './figures-claims-trajectories.js';
import { definedOfWaiting } from './figures-claims-waiting.js';
import { figureWorld, type FigureWorld } from './figures-world.js';

const defined = [...definedOfSent, ...definedOfWaiting, ...definedOfTrajectories, ...definedOfInquiries];

/** The sentences of a definition, as they are printed under its figure. */
const sentencesOf = (definition: string): string[] => definition.split(/(?<=\.) /);

let world: FigureWorld;
beforeAll(async () => {
  world = await figureWorld('embedded');
});
afterEach(() => world.clear());
afterAll(() => world.close());

async function counts({ name, happened }: Pick<Claim, 'name' | 'happened'>): Promise<Record<string, number>> {
  for (const story of happened) await story(world);
  return world.lines(name);
}

describe.each([...figureNames])('what is said under the figure %s is what is counted', (name) => {
  const claims = defined.filter((one) => one.name === name);

  test('each of its sentences is counted by hand', () => {
    expect(claims.map(({ says }) => says)).toEqual(sentencesOf(textAt('nl', `figures.${name}.definition`)!));
  });

  test.each(claims)('$says', async (claim) => {
    expect(await counts(claim)).toEqual(claim.counted);
  });
});
