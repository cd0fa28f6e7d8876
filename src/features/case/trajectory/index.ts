import type { Feature } from '../../../contracts/action.js';
import { askHalfDays, asksHalfDaysEachDay } from './ask-half-days.job.js';
import { weekToCountCard } from './week-to-count.js';
import { answerStill } from './answer-still.js';
import { stillAtSchoolCard } from './still-at-school.js';
import { countHalfDays } from './count-half-days.js';
import { halfDaysCounted } from './half-days-counted.js';
import { agreeSchool } from './agree-school.js';
import { handleAbsences } from './handle-absences.js';
import { correctAbsence } from './correct-absence.js';
import { noteAbsence } from './note-absence.js';
import { takeBackAbsence } from './take-back-absence.js';
import { closeTrajectory } from './close-trajectory.js';
import { continueTrajectory } from './continue-trajectory.js';
import { pauseTrajectory } from './pause-trajectory.js';
import { postponeStart } from './postpone-start.js';
import { reopenTrajectory } from './reopen-trajectory.js';
import { resumeTrajectory } from './resume-trajectory.js';
import { startTrajectory } from './start-trajectory.js';
import { takeBackStart } from './take-back-start.js';
import { trajectoryUpdate } from './trajectory-update.js';
import { trajectory } from './trajectory.js';
import { wakeTrajectory } from './wake-trajectory.job.js';

/** The trajectory of a pupil with a place (R13, R15): started, paused, looked at, its half days, absences, ended with its outcome. */
export const trajectories: Feature = {
  name: 'trajectory',
  actions: [
    startTrajectory,
    postponeStart,
    takeBackStart,
    continueTrajectory,
    pauseTrajectory,
    resumeTrajectory,
    closeTrajectory,
    answerStill,
    reopenTrajectory,
    countHalfDays,
    noteAbsence,
    takeBackAbsence,
    correctAbsence,
    handleAbsences,
    agreeSchool,
  ],
  views: [trajectory, trajectoryUpdate, halfDaysCounted, weekToCountCard, stillAtSchoolCard],
  jobs: [wakeTrajectory, askHalfDays],
  schedules: [asksHalfDaysEachDay],
};
