import { afterAll, beforeAll } from '@jest/globals';
import type { Action, View } from '../../../../src/contracts/action.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import type { Language } from '../../../../src/domain/language.js';
import type { Service } from '../../../../src/domain/organisation.js';
import { textAt } from '../../../../src/texts/index.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { checkDrawings as checkAll, type SampleKind } from '../../../support/drawings.js';
import { CaseWorld, atClb } from './world.js';

type Data = Readonly<Record<string, unknown>>;

/** A card as its view or form fills it, with a name: samples and the cards' test are made from it. */
export interface Drawing {
  readonly feature: string;
  readonly slug: string;
  readonly name: string;
  readonly services?: readonly Service[];
  /** In which its sample is; Dutch unless told. */
  readonly language?: Language;
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
    return Object.fromEntries(Object.entries(seen ?? {}).filter(([key]) => key !== 'summary'));
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
    const told = Object.entries(filled.errors ?? {}).map(([field, code]) => [
      field,
      textAt(language, `${feature}.${action.slug}.errors.${code}`),
    ]);
    const errors = Object.fromEntries(told);
    const data = await stage.form(action, subject, { by: { ...by!, language } }, { typed: filled.typed ?? {}, errors });
    const shown = { ...(data['typed'] as object), ...filled.typed };
    return { ...data, typed: shown, errors };
  },
});

/** The drawings of a case, each on a database with only what it needs. */
export function checkDrawings(drawings: readonly Drawing[], kind?: SampleKind): void {
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
  checkAll(
    drawings.map((one) => ({ ...one, data: (language) => drawn(one, language) })),
    kind,
  );
}
