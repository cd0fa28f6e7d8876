import type { ViewContext } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import type { Period, ShownPeriod } from '../../domain/figures/index.js';
import type { MeetingId } from '../../domain/ids.js';
import { packBefore, packDay, packPeriod, periodOf, type Pack } from '../../domain/workgroup/pack.js';
import type { LocalDate } from '../../domain/local-date.js';
import { startOfSchoolYear } from '../../domain/school-year.js';
import type { Decision, Meeting } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';

/** The figures of a pack, with the days they are of. */
export interface PackFigures extends ShownPeriod {
  readonly period: Period;
}

/** What the pack of a meeting tells: figures of its period beside those before it, automatic signals, open decisions. */
export interface PackFacts {
  readonly meeting: Meeting;
  /** Null while the pack is not made. */
  readonly now: PackFigures | null;
  /** What the pack before it said; null when there is none. */
  readonly then: PackFigures | null;
  /** Why there are no figures: not yet (`on`: when they come), still being counted, or there is nothing to count. */
  readonly missing: { readonly why: 'early' | 'counting' | 'nothing-new' | 'cancelled'; readonly on: LocalDate };
  readonly signals: readonly Signal[];
  readonly decisions: readonly Decision[];
  /** Names of services, by id. */
  readonly services: ReadonlyMap<string, string>;
  /** Names of providers, by id. */
  readonly providers: ReadonlyMap<string, string>;
}

/** Loads the pack of a meeting; null when there is no such meeting. */
export async function loadPack(read: Read, id: MeetingId, context: ViewContext): Promise<PackFacts | null> {
  const meeting = await read.meeting(id);
  if (meeting === null) return null;
  const packs = await read.packs();
  const pack = packs.find(({ meetingId }) => meetingId === id) ?? null;
  const before = pack === null ? null : packBefore(packs, pack);
  return {
    meeting,
    now: figuresOf(pack),
    then: figuresOf(before),
    missing: missingOf(meeting, packs, context),
    signals: await automaticSignals(read, signalsFrom(meeting, pack, packs, context), context),
    decisions: await read.decisions({ state: 'open' }),
    services: await serviceNames(read),
    providers: new Map((await read.organisations('provider')).map(({ id: key, name }) => [key as string, name])),
  };
}

const figuresOf = (pack: Pack | null): PackFigures | null =>
  pack === null ? null : { ...pack.figures, period: periodOf(pack) };

function missingOf(
  { startsAt, state }: Meeting,
  packs: readonly Pack[],
  { calendar, now }: ViewContext,
): PackFacts['missing'] {
  const day = calendar.dayOf(startsAt);
  const on = packDay(day);
  if (state === 'cancelled') return { why: 'cancelled', on };
  if (packPeriod(day, packs) === null) return { why: 'nothing-new', on };
  return { why: calendar.dayOf(now) < on ? 'early' : 'counting', on };
}

/** From when on signals belong to this pack: from its first day, or what that is going to be. */
function signalsFrom(
  { startsAt }: Meeting,
  pack: Pack | null,
  packs: readonly Pack[],
  { calendar }: ViewContext,
): LocalDate {
  const day = calendar.dayOf(startsAt);
  return pack?.fromDay ?? packPeriod(day, packs)?.from ?? startOfSchoolYear(day);
}

/** Those that were made since then; what was merged is told with the other one. */
async function automaticSignals(read: Read, from: LocalDate, { calendar }: ViewContext): Promise<Signal[]> {
  const begin = calendar.at(from, 0, 0);
  const made = await read.signals({ automatic: true, limit: 100 });
  return made.filter(({ createdAt, state }) => createdAt >= begin && state !== 'merged');
}

async function serviceNames(read: Read): Promise<Map<string, string>> {
  const providers = await read.organisations('provider');
  const services = await Promise.all(providers.map(({ id }) => read.servicesOf(id)));
  return new Map(services.flat().map(({ id, name }) => [id as string, name]));
}
