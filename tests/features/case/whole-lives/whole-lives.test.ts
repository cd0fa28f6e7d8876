import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FeatureStage } from '../../../support/feature-stage.js';
import { seeded } from '../../../support/standing.js';
import { CaseWorld } from '../referral/world.js';
import { holds } from './invariants.js';
import { moves } from './moves.js';
import { Simulation } from './simulation.js';

/** Another story: SEED=7 npx jest whole-lives. */
const seed = Number(process.env['SEED'] ?? 20);
/** So many days of work; on each some refer, some act and time goes by. */
const rounds = Number(process.env['ROUNDS'] ?? 40);
const actsInRound = 20;

let stage: FeatureStage;
beforeAll(async () => {
  stage = await FeatureStage.open();
  await CaseWorld.on(stage);
});
afterAll(() => stage.close());

test('hundreds of referrals, from the first press to their end, whatever people, clocks and Teams do', async () => {
  const random = seeded(seed);
  const simulation = new Simulation(stage, random);
  const { tally } = simulation;
  for (let round = 1; round <= rounds; round += 1) {
    for (let count = 1 + random(7); count > 0; count -= 1) await simulation.registers();
    await simulation.delivers();
    const all = await stage.database.kysely
      .selectFrom('referral')
      .select(['id', 'state'])
      .orderBy('reference')
      .execute();
    const runs = all.filter(({ state }) => state !== 'withdrawn' && state !== 'completed');
    for (let count = actsInRound; count > 0; count -= 1) {
      const among = random(8) === 0 ? all : runs;
      await simulation.acts(among[random(among.length)]!.id);
    }
    await simulation.later(simulation.pause());
    if (round % 20 === 0 || round === rounds) await holds(stage);
  }
  const rows = await stage.database.kysely.selectFrom('timeline').select('name').distinct().execute();
  const happened = new Set(rows.map(({ name }) => name));
  expect(tally.of('died')).toBeGreaterThan(10);
  expect(ends.filter((name) => !happened.has(name))).toEqual([]);
  const done = moves.filter(({ slug }) => tally.of(`done ${slug}`) > 0);
  // Which ones is left to chance: ids, and so the order of things that happen at one moment, differ from run to run.
  expect(done.length).toBeGreaterThan(moves.length / 2);
  expect(await referrals()).toBeGreaterThan(rounds * 4);
}, 400_000);

const referrals = async (): Promise<number> =>
  Number(
    (
      await stage.database.kysely
        .selectFrom('referral')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  );

/** What a story must have come to, or it tried nothing. */
const ends = ['placed', 'waitlisted', 'no-match', 'withdrawn', 'planned', 'started', 'closed', 'completed'];
