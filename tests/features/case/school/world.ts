import { trajectoryEvent, type TrajectoryEvent } from '../../../../src/domain/trajectory/events.js';
import { an, bert, clb, provider, type CaseWorld } from '../referral/world.js';
import { happens, started, trajectoryId } from '../trajectory/world.js';

/** What is written for the school, and asked about it, in words that nobody else may read. */
export const words = {
  written: 'Noor is er elke dinsdag en donderdag en werkt graag mee.',
  asked: 'Mag de school weten dat Noor ook op vrijdag komt?',
  released: 'Noor is er elke dinsdag en donderdag.',
} as const;

/** The message of the tests. */
export const of = { trajectoryId, number: 1 };

const byProvider = (at: Date) => ({ at, side: 'provider' as const, personId: bert.id, organisationId: provider.id });
const byClb = (at: Date) => ({ at, side: 'clb' as const, personId: an.id, organisationId: clb.id });
const byClock = (at: Date) => ({ at, side: 'clock' as const, personId: null, organisationId: null });

const then = async (world: CaseWorld, day: string, ...events: readonly ((at: Date) => TrajectoryEvent)[]) => {
  world.stage.now = new Date(`${day}T09:00:00Z`);
  for (const event of events) await happens(world, event(world.stage.now));
};

const expected = [
  { number: 1, moment: 'start', agreedOn: '2026-12-02', dueOn: '2026-12-02', by: new Date('2026-12-02T15:00:00Z') },
  { number: 2, moment: 'interim', agreedOn: '2027-01-06', dueOn: '2027-01-06', by: new Date('2027-01-06T15:00:00Z') },
] as const;

/** It began, and the provider is asked for the first message. */
export async function asked(world: CaseWorld): Promise<void> {
  await started(world);
  await then(
    world,
    '2026-11-27',
    (at) => trajectoryEvent('school-planned', { expected }, byClock(at)),
    (at) => trajectoryEvent('school-asked', { number: 1 }, byClock(at)),
  );
}

/** Nobody wrote it: the provider, its coordinator and the desk were told. */
export async function left(world: CaseWorld): Promise<void> {
  await asked(world);
  await then(
    world,
    '2026-12-09',
    ...(['provider', 'desk'] as const).map(
      (to) => (at: Date) => trajectoryEvent('school-reminded', { number: 1, to, coordinatorId: null }, byClock(at)),
    ),
  );
}

export async function written(world: CaseWorld): Promise<void> {
  await asked(world);
  const by = new Date('2026-12-03T09:00:00Z');
  await then(world, '2026-11-30', (at) =>
    trajectoryEvent('school-written', { number: 1, by }, { ...byProvider(at), sealed: { text: words.written } }),
  );
}

export async function returned(world: CaseWorld): Promise<void> {
  await written(world);
  const by = new Date('2026-12-03T09:00:00Z');
  await then(world, '2026-12-01', (at) =>
    trajectoryEvent('school-returned', { number: 1, by }, { ...byClb(at), sealed: { text: words.asked } }),
  );
}

export async function released(world: CaseWorld): Promise<void> {
  await written(world);
  const by = new Date('2026-12-03T09:00:00Z');
  await then(world, '2026-12-01', (at) =>
    trajectoryEvent(
      'school-released',
      { number: 1, by, consented: true },
      { ...byClb(at), sealed: { text: words.released } },
    ),
  );
}

export async function sent(world: CaseWorld): Promise<void> {
  await released(world);
  await then(world, '2026-12-02', (at) => trajectoryEvent('school-sent', { number: 1 }, byClb(at)));
}

export async function skipped(world: CaseWorld): Promise<void> {
  await asked(world);
  await then(world, '2026-11-30', (at) => trajectoryEvent('school-skipped', { number: 1 }, byClb(at)));
}
