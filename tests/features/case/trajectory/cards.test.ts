import { agreeSchool } from '../../../../src/features/case/trajectory/agree-school.js';
import { closeTrajectory } from '../../../../src/features/case/trajectory/close-trajectory.js';
import { correctAbsence } from '../../../../src/features/case/trajectory/correct-absence.js';
import { pauseTrajectory } from '../../../../src/features/case/trajectory/pause-trajectory.js';
import { startTrajectory } from '../../../../src/features/case/trajectory/start-trajectory.js';
import { trajectoryUpdate } from '../../../../src/features/case/trajectory/trajectory-update.js';
import { trajectory } from '../../../../src/features/case/trajectory/trajectory.js';
import { checkDrawings, drawForm, drawView, type Drawing } from '../referral/check-drawings.js';
import { an, atProvider, provider, type CaseWorld } from '../referral/world.js';
import { weekToCountCard } from '../../../../src/features/case/trajectory/week-to-count.js';
import { stillAtSchoolCard } from '../../../../src/features/case/trajectory/still-at-school.js';
import { countHalfDays } from '../../../../src/features/case/trajectory/count-half-days.js';
import { halfDaysCounted } from '../../../../src/features/case/trajectory/half-days-counted.js';
import {
  absentToday,
  countedByDesk,
  tooOftenAbsent,
  afterTable,
  agreed,
  awaited,
  closed,
  left,
  paused,
  started,
  stillAsked,
  stillAskedOfTwo,
  toLook,
  trajectoryId,
} from './world.js';

const of = { trajectoryId };
const runs = (world: CaseWorld): Promise<void> => started(world);
type Given = (world: CaseWorld) => Promise<void>;
const card = (name: string, given: Given, side: string): Drawing =>
  drawView('trajectory', trajectory, name, { ...of, side }, given);
const told = (name: string, what: string, on: string | null, given: Given): Drawing =>
  drawView('trajectory', trajectoryUpdate, name, { ...of, what, on, part: 'morning' }, given);
const form = (action: { slug: string }, name: string, given: Given, around: Parameters<typeof drawForm>[5] = {}) =>
  drawForm('trajectory', action, name, { ...of, side: 'provider' }, given, { by: atProvider(), ...around });

const toCount = (name: string, given: Given, stage: string): Drawing =>
  drawView('trajectory', weekToCountCard, name, { providerId: provider.id, week: '2026-11-30', stage }, given);

const still = (name: string, given: Given, which: 'one' | 'again'): Drawing =>
  drawView(
    'trajectory',
    stillAtSchoolCard,
    name,
    { of: 'referrer', who: an.id, on: '2027-06-07', ...(which === 'again' ? { again: 'yes' } : {}) },
    given,
  );

checkDrawings([
  card('the start is awaited', awaited, 'provider'),
  card('after the round table', afterTable, 'provider'),
  card('it runs', runs, 'provider'),
  card('it runs, for the CLB', runs, 'clb'),
  card('does it still run', toLook, 'provider'),
  card('left, before the desk', left, 'desk'),
  card('paused', paused, 'provider'),
  card('ended', closed, 'clb'),
  card('ended, at the provider', closed, 'provider'),
  card('half days and an absence today', absentToday, 'provider'),
  card('absent three times in a row', tooOftenAbsent, 'desk'),
  told('absent', 'absent', '2026-11-25', absentToday),
  drawView('trajectory', halfDaysCounted, 'a week', { providerId: provider.id, week: '2026-11-23' }, absentToday),
  toCount('asked', absentToday, 'asked'),
  toCount('asked again', absentToday, 'again'),
  toCount('before the desk', absentToday, 'desk'),
  toCount('everything counted', countedByDesk, 'asked'),
  still('one pupil', stillAsked, 'one'),
  still('once more', stillAsked, 'again'),
  still('several pupils', stillAskedOfTwo, 'one'),
  still('settled', closed, 'one'),
  drawForm('trajectory', countHalfDays, 'filled with the week before', {}, absentToday, { by: atProvider() }),
  drawForm('trajectory', countHalfDays, 'a number that cannot be', {}, absentToday, {
    by: atProvider(),
    filled: { typed: { count1: '12' }, errors: { count1: 'count-wrong' } },
  }),
  drawForm('trajectory', countHalfDays, 'nobody', { week: '2026-03-02' }, absentToday, { by: atProvider() }),
  told('started', 'started', '2026-11-25', runs),
  told('to look', 'left-started', null, toLook),
  told('looked', 'left-started', null, runs),
  told('ended', 'closed', '2027-03-05', closed),
  form(agreeSchool, 'as usual', afterTable),
  form(agreeSchool, 'agreed before', agreed),
  form(agreeSchool, 'no consent chosen', afterTable, { filled: { errors: { consent: 'consent-missing' } } }),
  card('agreed what the school hears', agreed, 'clb'),
  told('what the school hears', 'school-agreed', null, agreed),
  form(startTrajectory, 'opened', afterTable),
  form(startTrajectory, 'a day to come', afterTable, {
    filled: { typed: { on: '2027-01-01' }, errors: { on: 'date-to-come' } },
  }),
  form(correctAbsence, 'opened', absentToday),
  form(correctAbsence, 'a day to come', absentToday, {
    filled: { typed: { on: '2027-01-01', part: 'morning' }, errors: { on: 'date-to-come' } },
  }),
  form(pauseTrajectory, 'opened', runs),
  form(closeTrajectory, 'opened', runs),
  form(closeTrajectory, 'what is missing', runs, {
    filled: {
      typed: { on: '2027-01-01', outcome: 'warm-handover' },
      errors: { on: 'date-to-come', handover: 'handover-missing' },
    },
  }),
]);
