import { z } from 'zod';
import { job, type Context, type Schedule } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { postSignal, signalPost } from '../../contracts/signal-notices.js';
import { workgroupHome } from '../../contracts/workgroup-home.js';
import { periodKey, previousPeriod, trimesterOf, type Figures, type Period } from '../../domain/figures/index.js';
import { evaluate, onceEach, ruleSlugs, type RuleSignal } from '../../domain/workgroup/signal-rules.js';
import type { OrganisationId, SignalId } from '../../domain/ids.js';
import { entry } from '../../domain/timeline/entries.js';
import { unhandled, type Signal, type SignalState } from '../../domain/workgroup/signal.js';
import { signalText } from '../../texts/signal-words.js';
import { nextFirstMonday } from './first-monday.js';

interface MakeFacts {
  /** What becomes a signal now, with its number. */
  readonly fresh: readonly { readonly made: RuleSignal; readonly reference: string }[];
  /** What was made a signal before. */
  readonly present: readonly { readonly made: RuleSignal; readonly signal: Signal }[];
  readonly home: OrganisationId | null;
}

export const makeSignalsEachMonth: Schedule = {
  job: 'make-signals',
  next: (now, { calendar }) => nextFirstMonday(now, calendar),
};

/**
 * Signals from the figures (R19), by the rules that are switched on: of this trimester and of the one before, so that
 * its last weeks count too. A rule gives one signal per place and period, and the same cases become one signal; while that
 * still waits, its counts grow along.
 */
export const makeSignals = job({
  name: 'make-signals',
  subject: z.object({}),
  async load(read, _subject, context): Promise<MakeFacts> {
    const counted = await signalsIn(read, context);
    const present = await presentOf(read, counted);
    const wanted = onceEach(counted, new Set(present.keys()));
    const fresh = wanted.filter(({ key }) => !present.has(key));
    const year = Number(context.calendar.dayOf(context.now).slice(0, 4));
    const references = await read.nextSignalReferences(year, fresh.length);
    return {
      fresh: fresh.flatMap((made, index) => {
        const reference = references[index];
        return reference === undefined ? [] : [{ made, reference }];
      }),
      present: wanted.flatMap((made) => {
        const signal = present.get(made.key);
        return signal === undefined ? [] : [{ made, signal }];
      }),
      home: await workgroupHome(read),
    };
  },
  decide({ fresh, present, home }, context): Outcome {
    const added = fresh.map(({ made, reference }) => newSignal(made, reference, context));
    const grown = present.flatMap(({ made, signal }) => (grows(signal, made) ? [grow(signal, made, context)] : []));
    return {
      changes: [...added, ...grown].map((row) => ({ put: 'signal', row })),
      entries: [
        ...added.map(({ id, kind }) => entry('signal', id, 'received', { by: 'figures', kind })),
        ...grown.map(({ id, counts }) => entry('signal', id, 'counted', { count: Number(counts?.['count']) })),
      ],
      notices: added.flatMap((row) => postSignal(row, home)),
      refresh: grown.map(({ id }) => signalPost(id)),
    };
  },
});

/** The signals that were made before, by the keys of what is counted now and of what that lies within. */
async function presentOf(read: Read, counted: readonly RuleSignal[]): Promise<Map<string, Signal>> {
  const keys = counted.flatMap(({ key, within }) => (within === null ? [key] : [key, within]));
  const present = new Map<string, Signal>();
  for (const key of new Set(keys)) {
    const signal = await read.signalByRule(key);
    if (signal !== null) present.set(key, signal);
  }
  return present;
}

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
