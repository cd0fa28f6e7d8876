import type { FeatureStage } from '../../../support/feature-stage.js';
import { holds } from './invariants.js';
import type { Simulation } from './simulation.js';

/** Which story: how many days of work, and how many people press at the same moment. */
export interface Story {
  readonly seed: number;
  readonly rounds: number;
  readonly atOnce: number;
}

const actsInRound = 20;
const actsOnInquiries = 4;

/** Days of work: some refer, some ask first, some act, and time goes by. After some, and at the end, everything must hold. */
export async function lives(simulation: Simulation, { rounds, atOnce }: Story): Promise<void> {
  const { random, stage, jobs } = simulation;
  await jobs.begin();
  for (let round = 1; round <= rounds; round += 1) {
    for (let count = 1 + random(6); count > 0; count -= 1) await simulation.registers();
    for (let count = random(4); count > 0; count -= 1) await simulation.asks();
    await jobs.delivers();
    await day(simulation, atOnce);
    await jobs.later(simulation.pause(), atOnce > 1 ? 2 : 1);
    if (round % 20 === 0 || round === rounds) await holds(stage);
  }
}

async function day(simulation: Simulation, atOnce: number): Promise<void> {
  const { random, stage } = simulation;
  const { kysely } = stage.database;
  const all = await kysely.selectFrom('referral').select(['id', 'state']).orderBy('reference').execute();
  const runs = all.filter(({ state }) => state !== 'withdrawn' && state !== 'completed');
  const inquiries = await kysely.selectFrom('inquiry').select(['id', 'state']).orderBy('id').execute();
  const open = inquiries.filter(({ state }) => state === 'asked' || state === 'answered');
  const some = <T>(of: readonly T[], among: readonly T[]): T | undefined => {
    const from = random(8) === 0 ? of : among;
    return from[random(from.length)];
  };
  const placed = all.filter(({ state }) => state === 'placed');
  const act = () => {
    const one = placed.length > 0 && random(3) === 0 ? some(placed, placed) : some(all, runs);
    return one === undefined ? Promise.resolve() : simulation.acts(one.id);
  };
  const ask = () => {
    const one = some(inquiries, open);
    return one === undefined ? Promise.resolve() : simulation.actsOnInquiry(one.id);
  };
  const works = [
    ...Array.from({ length: actsInRound }, () => act),
    ...Array.from({ length: actsOnInquiries }, () => ask),
    () => simulation.actsOnList(),
    () => simulation.actsOnList(),
  ];
  for (let at = 0; at < works.length; at += atOnce)
    await Promise.all(works.slice(at, at + atOnce).map((work) => work()));
}

/** What happened, in order, without the ids that storing gives. */
export const storyOf = ({ database: { kysely } }: FeatureStage) =>
  kysely.selectFrom('timeline').select(['subject', 'subjectId', 'name', 'at', 'side', 'data']).orderBy('seq').execute();
