import { z } from 'zod';
import { job, type Context, type Schedule } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { postSignal, signalPost } from '../../contracts/signal-notices.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import {
  evaluate,
  periodKey,
  previousPeriod,
  ruleSlugs,
  trimesterOf,
  type Figures,
  type Period,
  type RuleSignal,
} from '../../domain/figures/index.js';
import type { OrganisationId, SignalId } from '../../domain/ids.js';
import { unhandled, type Signal, type SignalState } from '../../domain/workgroup/signal.js';
import { signalText } from '../../texts/signal-words.js';
import { nextFirstMonday } from './first-monday.js';

interface Found {
  readonly made: RuleSignal;
  /** What was made of it before. */
  readonly present: Signal | null;
  /** For a new one. */
  readonly reference: string | null;
}

interface MakeFacts {
  readonly found: readonly Found[];
  readonly home: OrganisationId | null;
}

export const makeSignalsEachMonth: Schedule = {
  job: 'make-signals',
  next: (now, { calendar }) => nextFirstMonday(now, calendar),
};

/**
 * Signals from the figures (R19), by the rules that are switched on: of this trimester and of the one before, so that
 * its last weeks count too. A rule gives one signal per place and period; while that still waits, its counts grow along.
 */
export const makeSignals = job({
  name: 'make-signals',
  subject: z.object({}),
  async load(read, _subject, context): Promise<MakeFacts> {
    const year = Number(context.calendar.dayOf(context.now).slice(0, 4));
    const found: Found[] = [];
    for (const made of await signalsIn(read, context)) {
      const present = await read.signalByRule(made.key);
      found.push({ made, present, reference: present === null ? await read.nextSignalReference(year) : null });
    }
    return { found, home: await workgroupHome(read) };
  },
  decide({ found, home }, context): Outcome {
    const fresh = found.flatMap(({ made, reference }) =>
      reference === null ? [] : [newSignal(made, reference, context)],
    );
    const grown = found.flatMap(({ made, present }) =>
      present !== null && grows(present, made) ? [grow(present, made, context)] : [],
    );
    return {
      changes: [...fresh, ...grown].map((row) => ({ put: 'signal', row })),
      notices: fresh.flatMap((row) => postSignal(row, home)),
      refresh: grown.map(({ id }) => signalPost(id)),
    };
  },
});

async function signalsIn(read: Read, { now, calendar, settings }: Context): Promise<RuleSignal[]> {
  const present = trimesterOf(calendar.dayOf(now));
  const previous = previousPeriod(present);
  const figuresOf = ({ from, until }: Period): Promise<Figures> =>
    read.figures({ from: calendar.at(from, 0, 0), until: calendar.at(until, 0, 0) });
  const [earliest, before, during] = [
    await figuresOf(previousPeriod(previous)),
    await figuresOf(previous),
    await figuresOf(present),
  ];
  const on = ruleSlugs.filter((rule) => !settings.rulesOff.includes(rule));
  return [
    ...evaluate(on, { now: before, before: earliest, period: previous }),
    ...evaluate(on, { now: during, before, period: present }),
  ];
}

const countsOf = ({ rule, count, region, ageGroup, reason, period }: RuleSignal): NonNullable<Signal['counts']> => ({
  rule,
  count,
  region,
  ageGroup,
  ...(reason === null ? {} : { reason }),
  period: periodKey(period),
});

/** The words are stored in Dutch, to be found by; cards say them in the reader's language. */
const withCounts = (made: RuleSignal): Pick<Signal, 'counts' | 'text'> => {
  const counts = countsOf(made);
  return { counts, text: signalText('nl', { text: '', counts }) };
};

const newSignal = (made: RuleSignal, reference: string, { now, newId }: Context): Signal => ({
  id: newId<SignalId>(),
  reference,
  ...unhandled,
  kind: 'bottleneck',
  ...withCounts(made),
  region: made.region,
  ageGroup: made.ageGroup,
  referralId: null,
  personId: null,
  organisationId: null,
  rule: made.key,
  createdAt: now,
  updatedAt: now,
});

const waiting: readonly SignalState[] = ['new', 'on-agenda'];

const grows = (present: Signal, { count }: RuleSignal): boolean =>
  waiting.includes(present.state) && count > Number(present.counts?.['count'] ?? 0);

const grow = (present: Signal, made: RuleSignal, { now }: Context): Signal => ({
  ...present,
  ...withCounts(made),
  updatedAt: now,
});
