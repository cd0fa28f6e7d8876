import type { ViewContext } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import {
  FiguresBehind,
  previousPeriod,
  showFigures,
  showStartTimes,
  showSums,
  showTimes,
  type Period,
  type ShownFigures,
  type ShownSum,
  type ShownTime,
  type SumName,
} from '../../domain/figures/index.js';
import type { MeetingId } from '../../domain/ids.js';
import { isEmptyPeriod, packPeriod } from '../../domain/workgroup/meeting-period.js';
import { meetingBefore } from '../../domain/workgroup/meeting-plan.js';
import type { Decision, Meeting } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';

/** The figures of one period, small numbers hidden. */
export interface PackFigures {
  readonly counts: ShownFigures;
  readonly times: readonly ShownTime[];
  /** Until the start of a trajectory. */
  readonly starts: readonly ShownTime[];
  readonly sums: Readonly<Record<SumName, readonly ShownSum[]>>;
}

/** What the pack of a meeting tells: figures of its period beside those before it, automatic signals, open decisions. */
export interface PackFacts {
  readonly meeting: Meeting;
  readonly period: Period;
  readonly before: Period;
  /** Null when nothing can be counted yet. */
  readonly now: PackFigures | null;
  readonly then: PackFigures | null;
  /** The figures are still being counted: they can be told later. */
  readonly counting: boolean;
  readonly signals: readonly Signal[];
  readonly decisions: readonly Decision[];
  /** Names of services, by id. */
  readonly services: ReadonlyMap<string, string>;
  /** Names of providers, by id. */
  readonly providers: ReadonlyMap<string, string>;
}

/** Loads the pack of a meeting; null when there is no such meeting. Small numbers are hidden before anything is told. */
export async function loadPack(read: Read, id: MeetingId, context: ViewContext): Promise<PackFacts | null> {
  const meeting = await read.meeting(id);
  if (meeting === null) return null;
  const { calendar, now } = context;
  const earlier = meetingBefore(await read.meetings(), meeting);
  const on = calendar.dayOf(meeting.startsAt);
  const period = packPeriod(on, earlier === null ? null : calendar.dayOf(earlier.startsAt), calendar.dayOf(now));
  const before = previousPeriod(period);
  const figures = isEmptyPeriod(period) ? nothingYet : await bothFigures(read, period, context);
  return {
    meeting,
    period,
    before,
    ...figures,
    signals: await automaticSignals(read, period, context),
    decisions: await read.decisions({ state: 'open' }),
    services: await serviceNames(read),
    providers: new Map((await read.organisations('provider')).map(({ id, name }) => [id as string, name])),
  };
}

type Both = Pick<PackFacts, 'now' | 'then' | 'counting'>;
const nothingYet: Both = { now: null, then: null, counting: false };

async function bothFigures(read: Read, period: Period, context: ViewContext): Promise<Both> {
  try {
    const now = await figuresOf(read, period, context);
    return { now, then: await figuresOf(read, previousPeriod(period), context), counting: false };
  } catch (error) {
    if (error instanceof FiguresBehind) return { ...nothingYet, counting: true };
    throw error;
  }
}

async function figuresOf(read: Read, { from, until }: Period, { calendar }: ViewContext): Promise<PackFigures> {
  const figures = await read.figures({ from: calendar.at(from, 0, 0), until: calendar.at(until, 0, 0) });
  const counts = showFigures(figures);
  return {
    counts,
    times: showTimes(figures['time-to-contact']),
    starts: showStartTimes(figures['time-to-start'], counts['trajectories-started']),
    sums: {
      'half-days': showSums(figures['half-days'], 'half-days'),
      absences: showSums(figures.absences, 'absences'),
      'lost-school-time': showSums(figures['lost-school-time'], 'lost-school-time'),
    },
  };
}

/** Those that were made since the period began; what was merged is told with the other one. */
async function automaticSignals(read: Read, { from }: Period, { calendar }: ViewContext): Promise<Signal[]> {
  const begin = calendar.at(from, 0, 0);
  const made = await read.signals({ automatic: true, limit: 100 });
  return made.filter(({ createdAt, state }) => createdAt >= begin && state !== 'merged');
}

async function serviceNames(read: Read): Promise<Map<string, string>> {
  const providers = await read.organisations('provider');
  const services = await Promise.all(providers.map(({ id }) => read.servicesOf(id)));
  return new Map(services.flat().map(({ id, name }) => [id as string, name]));
}
