import { inARow, withAbsence, type Absence } from './absences.js';
import type { TrajectoryEvent } from './events.js';
import { totalOf, withWeek } from './half-days.js';
import type { Trajectory } from './trajectory.js';

const names = ['half-days-counted', 'absent', 'absence-taken-back', 'absences-handled'] as const;
/** What tells whether the pupil was there. */
export type PresenceEvent = TrajectoryEvent<(typeof names)[number]>;

export const isAboutPresence = (event: TrajectoryEvent): event is PresenceEvent =>
  names.some((name) => name === event.name);

const withAbsences = (before: Trajectory, absences: readonly Absence[]): Trajectory => ({
  ...before,
  absences,
  absentRow: inARow(absences, before.absencesHandledOn),
});

/** The trajectory after half days were counted or a pupil was absent: its state and its next step stay as they are. Pure. */
export function evolvePresence(before: Trajectory, event: PresenceEvent): Trajectory {
  switch (event.name) {
    case 'half-days-counted': {
      const { week, count } = event.data;
      const weeks = withWeek(before.weeks, { week, count, ...(event.side === 'desk' ? { notedBy: 'desk' } : {}) });
      return { ...before, weeks, halfDays: totalOf(weeks) };
    }
    case 'absent':
      return withAbsences(before, withAbsence(before.absences, event.data));
    case 'absence-taken-back':
      return withAbsences(
        before,
        before.absences.filter(({ on }) => on !== event.data.on),
      );
    case 'absences-handled':
      return withAbsences({ ...before, absencesHandledOn: event.data.until }, before.absences);
  }
}
