import { afterEach, describe, expect, test } from '@jest/globals';
import type { Engine } from '../../../../src/platform/storage/connection.js';
import { engines } from '../../../support/database.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import { seeded } from '../../../support/standing.js';
import { CaseWorld } from '../referral/world.js';
import { inquiryMoves } from './inquiry-moves.js';
import { listMoves } from './list-moves.js';
import { moves } from './moves.js';
import { lives, storyOf, type Story } from './lives.js';
import { Simulation } from './simulation.js';

/** Another story: SEED=7 npx jest whole-lives. */
const seed = Number(process.env['SEED'] ?? 20);
/** So many days of work; on each some refer, some ask first, some act and time goes by. The server tells a shorter story: what differs there is locks. */
const roundsOn: Readonly<Record<Engine, number>> = { embedded: 30, postgresql: 10 };
const rounds = (engine: Engine): number => Number(process.env['ROUNDS'] ?? roundsOn[engine]);

let stage: FeatureStage | null = null;
afterEach(() => stage?.close());

async function simulate(engine: Engine, story: Story): Promise<Simulation> {
  stage = await FeatureStage.open(engine);
  await CaseWorld.on(stage);
  const simulation = new Simulation(stage, seeded(story.seed));
  await lives(simulation, story);
  return simulation;
}

describe.each(engines)('whole lives on %s', (engine) => {
  test('from the first press to their end, whatever people, clocks and Teams do', async () => {
    const { tally } = await simulate(engine, { seed, rounds: rounds(engine), atOnce: 1 });
    expect(tally.of('died')).toBeGreaterThan(2);
    if (engine !== 'embedded') return;
    const happened = (await storyOf(stage!)).map(({ name }) => name);
    expect(ends.filter((name) => !happened.includes(name))).toEqual([]);
    const all = [...new Set([...moves, ...inquiryMoves, ...listMoves].map(({ slug }) => slug))];
    const undone = all.filter((slug) => tally.of(`done ${slug}`) === 0);
    // Each new act makes it another story: which few are never come to, differs.
    expect(undone.length).toBeLessThan(all.length / 4);
    expect(await referredWith()).toBeGreaterThan(3);
    expect(await referrals()).toBeGreaterThan(rounds(engine) * 3);
  }, 400_000);
});

test('the same seed is the same story', async () => {
  const told = async () => {
    const { tally } = await simulate('embedded', { seed: seed + 1, rounds: 4, atOnce: 1 });
    const story = await storyOf(stage!);
    await stage!.close();
    return { tally: [...tally.counts], story };
  };
  expect(await told()).toEqual(await told());
}, 60_000);

// The embedded engine does one thing at a time.
(engines.includes('postgresql') ? test : test.skip)(
  'four people press and two processes wake at the same time; everything holds all the same',
  async () => {
    const { tally } = await simulate('postgresql', { seed: seed + 2, rounds: 8, atOnce: 4 });
    expect(tally.of('pressed')).toBeGreaterThan(200);
  },
  400_000,
);

const counted = async (query: { execute(): Promise<readonly unknown[]> }) => (await query.execute()).length;
const referrals = () => counted(stage!.database.kysely.selectFrom('referral').select('id'));
/** Referrals that go on with what was asked before. */
const referredWith = () =>
  counted(
    stage!.database.kysely
      .selectFrom('referral as r')
      .innerJoin('inquiry as q', 'q.trailId', 'r.trailId')
      .select('r.id')
      .distinct(),
  );

/** What a story must have come to, or it tried nothing. */
const ends = [
  ...['placed', 'waitlisted', 'no-match', 'withdrawn', 'planned', 'started', 'closed', 'completed'],
  ...['asked', 'answered', 'forwarded', 'referred', 'lapsed'],
];
