import type { CardData } from '../../../../src/contracts/action.js';
import type { Language } from '../../../../src/domain/language.js';
import type { FeatureStage } from '../../../support/feature-stage.js';
import { groupTyped, longTyped, pupilTyped } from './files.js';
import { PrivacyWorld } from './world.js';

/** The opened file as each side sees it. */
export interface Drawing {
  readonly name: string;
  data(stage: FeatureStage): Promise<Record<Language, CardData>>;
}

type Side = 'clb' | 'provider' | 'desk';

const opened = (
  name: string,
  side: Side,
  refer: (world: PrivacyWorld) => Promise<void>,
  more: object = {},
): Drawing => ({
  name,
  async data(stage) {
    const world = await PrivacyWorld.on(stage);
    await refer(world);
    const seen = async (language: Language): Promise<CardData> => {
      const data = await world.see({ ...world.at(world[side]), language }, more, language);
      return Object.fromEntries(Object.entries(data ?? {}).filter(([key]) => key !== 'summary'));
    };
    return { nl: await seen('nl'), en: await seen('en') };
  },
});

const group = { target: 'group', ageBand: null, schoolForm: null, groupSize: 18, presence: null } as const;
const note = { noMatchNote: 'Zoekt iets met dieren: bel de zorgboerderij.' };
const nobody = { serviceId: null, providerId: null };

export const drawings: readonly Drawing[] = [
  opened('pupil, for the provider', 'provider', (world) => world.refer('contacted', pupilTyped)),
  opened('longest names, for the provider', 'provider', (world) => world.refer('delivered', longTyped)),
  opened('group, for the CLB', 'clb', (world) => world.refer('delivered', groupTyped, group)),
  opened('with a note, for the desk', 'desk', (world) => world.refer('no-match', { ...pupilTyped, ...note }), {
    why: 'desk',
  }),
  opened('erased', 'clb', (world) => world.refer('withdrawn', null)),
  opened('nobody chosen yet', 'desk', (world) => world.refer('held', pupilTyped, nobody)),
];
