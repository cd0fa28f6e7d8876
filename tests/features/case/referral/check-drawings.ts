import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Action, View } from '../../../../src/contracts/action.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import { languages, type Language } from '../../../../src/domain/language.js';
import type { Service } from '../../../../src/domain/organisation.js';
import type { Json } from '../../../../src/platform/teams/cards/json-tree.js';
import { loadCards } from '../../../../src/platform/teams/cards/load-cards.js';
import { sectionOf, textAt } from '../../../../src/texts/index.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { cardFaults } from '../../../house/rules/card-rules.js';
import { CaseWorld, atClb } from './world.js';

const root = resolve(import.meta.dirname, '../../../../cards');
type Data = Readonly<Record<string, unknown>>;

/** A card as its view or form fills it, with a name: samples and the cards' test are made from it. */
export interface Drawing {
  readonly feature: string;
  readonly slug: string;
  readonly name: string;
  readonly services?: readonly Service[];
  given(world: CaseWorld): Promise<unknown>;
  data(world: CaseWorld, language: Language): Promise<object>;
}

interface Around {
  readonly services?: readonly Service[];
  readonly by?: Actor | null;
  readonly filled?: { readonly typed?: Record<string, string>; readonly errors?: Record<string, string> };
}

const nothing = async (): Promise<void> => undefined;

export const drawView = (
  feature: string,
  view: Pick<View, 'slug'>,
  name: string,
  params: Data,
  given: Drawing['given'] = nothing,
  { by = null, ...around }: Around = {},
): Drawing => ({
  feature,
  slug: view.slug,
  name,
  given,
  ...around,
  async data({ stage }, language) {
    const seen = await stage.see(view, params, by, language);
    const { summary: _toast, ...data } = seen!;
    return data;
  },
});

export const drawForm = (
  feature: string,
  action: Pick<Action, 'slug'>,
  name: string,
  subject: Data,
  given: Drawing['given'] = nothing,
  { by = atClb(), filled = {}, ...around }: Around = {},
): Drawing => ({
  feature,
  slug: action.slug,
  name,
  given,
  ...around,
  async data({ stage }, language) {
    const data = await stage.form(action, subject, { by: { ...by!, language } });
    const told = Object.entries(filled.errors ?? {}).map(([field, code]) => [
      field,
      textAt(language, `${feature}.${action.slug}.errors.${code}`),
    ]);
    const shown = { ...(data['typed'] as object), ...filled.typed };
    return { ...data, typed: shown, errors: Object.fromEntries(told) };
  },
});

/** Every card with real data through the real toolchain, and samples that are exactly that. `WRITE_SAMPLES=1` writes them. */
export function checkDrawings(drawings: readonly Drawing[]): void {
  const cards = loadCards(root);
  let stage: FeatureStage;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  }, 60_000);
  afterAll(() => stage.close());

  const drawn = async ({ given, data, services }: Drawing, language: Language): Promise<object> => {
    const world = await CaseWorld.on(stage, services);
    await given(world);
    return data(world, language);
  };

  test.each(drawings)('$slug ($name) is drawn in both languages', async (drawing) => {
    const { feature, slug } = drawing;
    for (const language of languages) {
      const card = cards.render(slug, {
        root: await drawn(drawing, language),
        host: sectionOf(language, feature, slug),
      });
      expect(cardFaults(card as Json)).toEqual([]);
    }
  });

  test.each([...new Set(drawings.map(({ slug }) => slug))])(
    'the samples of %s are what it really fills',
    async (slug) => {
      const data: { name: string; data: object }[] = [];
      const filled = drawings.filter((one) => one.slug === slug);
      for (const one of filled) data.push({ name: one.name, data: await drawn(one, 'nl') });
      const file = join(root, filled[0]!.feature, `${slug}.sample.json`);
      if (process.env['WRITE_SAMPLES'] === '1') writeFileSync(file, `${JSON.stringify(data, null, 2)}\n`);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(data)));
    },
  );
}
