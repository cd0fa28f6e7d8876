import type { CardData } from '../../../../src/contracts/action.js';
import type { Language } from '../../../../src/domain/language.js';
import type { FeatureStage } from '../../../support/feature-stage.js';
import { groupTyped, longTyped, pupilTyped } from './files.js';
import { PrivacyWorld } from './world.js';

/** The opened file as each side sees it, and what is asked before it is erased. */
export interface Drawing {
  readonly slug: 'opened-file' | 'erase-pupil';
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
  slug: 'opened-file',
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

const erasing: Drawing = {
  slug: 'erase-pupil',
  name: 'of a referral that is over',
  async data(stage) {
    const world = await PrivacyWorld.on(stage);
    await world.refer('withdrawn', pupilTyped);
    const asked = (language: Language) => world.eraseForm({ ...world.at(world.desk), language });
    return { nl: await asked('nl'), en: await asked('en') };
  },
};

const group = { target: 'group', ageBand: null, schoolForm: null, groupSize: 18, presence: null } as const;
const note = { noMatchNote: 'Zoekt iets met dieren: bel de zorgboerderij.' };
const nobody = { serviceId: null, providerId: null };

export const drawings: readonly Drawing[] = [
  opened('pupil, for the provider', 'provider', (world) => world.refer('contacted', pupilTyped)),
  opened('put right twice, for the provider', 'provider', async (world) => {
    await world.refer('contacted', pupilTyped);
    const once = { ...pupilTyped, guardianPhone: '0470 11 22 33' };
    await world.amend('guardianPhone', once);
    await world.amend('stepsTaken', { ...once, stepsTaken: '' });
  }),
  opened('put right, for the CLB', 'clb', async (world) => {
    await world.refer('contacted', pupilTyped);
    await world.amend('guardianPhone', { ...pupilTyped, guardianPhone: '0470 11 22 33' });
  }),
  opened('longest names, for the provider', 'provider', (world) => world.refer('delivered', longTyped)),
  opened('group, for the CLB', 'clb', (world) => world.refer('delivered', groupTyped, group)),
  opened('with a note, for the desk', 'desk', (world) => world.refer('no-match', { ...pupilTyped, ...note }), {
    why: 'desk',
  }),
  opened('erased', 'clb', (world) => world.refer('withdrawn', null)),
  opened('nobody chosen yet', 'desk', (world) => world.refer('held', pupilTyped, nobody)),
  erasing,
];
