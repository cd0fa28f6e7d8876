import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { languages, type Language } from '../../../../src/domain/language.js';
import { intake } from '../../../../src/features/case/intake/index.js';
import type { Json } from '../../../../src/platform/teams/cards/json-tree.js';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';
import { sectionOf } from '../../../../src/texts/index.js';
import { cardFaults } from '../../../house/rules/card-rules.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { cardStates, type CardState } from './card-states.js';

const folder = join(import.meta.dirname, '../../../../cards');
const cards = loadCards(folder);

const drawn = (state: CardState, language: (typeof languages)[number]): string[] => {
  const card = cards.render(state.slug, { root: state.data, host: sectionOf(language, 'intake', state.slug) });
  return cardFaults(card as Json);
};

let stage: FeatureStage;
let states: Record<Language, CardState[]>;
beforeAll(async () => {
  stage = await FeatureStage.open();
  states = await cardStates(stage);
});
afterAll(() => stage.close());

describe.each(languages)('the cards of the intake in %s', (language) => {
  test('are right in every state', () => {
    const faults = states[language].flatMap((state) =>
      drawn(state, language).map((fault) => `${state.slug} (${state.name}): ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

test('the samples are what the feature fills in', () => {
  const dutch = states.nl;
  for (const slug of new Set(dutch.map((state) => state.slug))) {
    const file = join(folder, 'intake', `${slug}.sample.json`);
    const expected = dutch.filter((state) => state.slug === slug).map(({ name, data }) => ({ name, data }));
    if (process.env['WRITE_SAMPLES'] === '1') writeFileSync(file, `${JSON.stringify(expected, null, 2)}\n`);
    expect({ slug, sample: JSON.parse(readFileSync(file, 'utf8')) }).toEqual({
      slug,
      sample: JSON.parse(JSON.stringify(expected)),
    });
  }
});

test('every card has a state in which it is drawn', () => {
  const slugs = states.nl.map((state) => state.slug);
  const withCard = [...intake.views, ...intake.actions.filter((action) => action.form)].map((twin) => twin.slug);
  expect([...new Set(slugs)].sort()).toEqual([...withCard].sort());
});
