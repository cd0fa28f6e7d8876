import type { TrajectoryEvent } from './events.js';
import type { Still } from './still-at-school.js';
import type { Trajectory } from './trajectory.js';

const names = ['still-asked', 'still-reminded', 'still-answered', 'still-unknown', 'still-skipped'] as const;
/** What tells how far the question is whether the pupil is still at school. */
export type StillEvent = TrajectoryEvent<(typeof names)[number]>;

export const isAboutStill = (event: TrajectoryEvent): event is StillEvent => names.some((name) => name === event.name);

/** The trajectory after its referrer was asked whether the pupil is still at school, or that came to an end. Pure. */
export const evolveStill = (before: Trajectory, event: StillEvent): Trajectory => ({
  ...before,
  still: stillAfter(before.still, event),
});

function stillAfter({ asked, done }: Still, event: StillEvent): Still {
  switch (event.name) {
    case 'still-asked':
      return { asked: { ...event.data, at: event.at, remindedAt: null }, done };
    case 'still-reminded':
      return { asked: asked === null ? null : { ...asked, remindedAt: event.at }, done };
    case 'still-answered':
    case 'still-unknown':
      return { asked: null, done: asked === null ? done : [...done, asked.months] };
    case 'still-skipped':
      return { asked: null, done: [...done, event.data.months] };
  }
}
