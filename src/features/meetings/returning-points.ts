import type { Change } from '../../contracts/outcome.js';
import type { Context } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import { entry, type Entry } from '../../domain/timeline/entries.js';
import { comesBack, waitAgain } from '../../domain/workgroup/meeting-agenda.js';
import { nextMeeting } from '../../domain/workgroup/meeting-plan.js';
import type { AgendaItem, Decision, Meeting } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';

/** What may come to the agenda of the next meeting. */
export interface Returning {
  readonly meetings: readonly Meeting[];
  /** Points that wait for a meeting to be planned. */
  readonly waiting: readonly AgendaItem[];
  readonly openDecisions: readonly Decision[];
  /** Points per planned meeting. */
  readonly agendas: ReadonlyMap<string, readonly AgendaItem[]>;
  /** Signals that are on the agenda: they know for which meeting. */
  readonly signalsOnAgenda: readonly Signal[];
}

/** Loads all meetings with what may come to the agenda of the next one. */
export async function loadReturning(read: Read): Promise<Returning> {
  const meetings = await read.meetings();
  const planned = meetings.filter(({ state }) => state === 'planned');
  const agendas = await Promise.all(planned.map(async ({ id }) => [id, await read.agendaItems(id)] as const));
  return {
    meetings,
    waiting: await read.agendaItems(null),
    openDecisions: await read.decisions({ state: 'open' }),
    agendas: new Map(agendas),
    signalsOnAgenda: await read.signals({ states: ['on-agenda'], limit: 500 }),
  };
}

/**
 * The points that move when meetings become as `after` says (planned, closed, cancelled). `left` are the points of a
 * meeting that will not treat them any more: they go to the next one, or wait when none is planned. Gives that next one too.
 */
export function pointsToNext(
  { waiting, openDecisions, agendas, signalsOnAgenda }: Returning,
  after: readonly Meeting[],
  left: readonly AgendaItem[],
  context: Pick<Context, 'now' | 'newId'>,
): { changes: Change[]; entries: Entry[]; next: Meeting | null } {
  const next = nextMeeting(after, context.now);
  const rows =
    next === null
      ? waitAgain(left)
      : comesBack(
          next,
          { items: [...waiting, ...left], decisions: openDecisions, present: agendas.get(next.id) ?? [] },
          context,
        );
  const followed = signalsOnAgenda.flatMap((signal): Signal[] => {
    const point = rows.find(({ signalId, state }) => signalId === signal.id && state === 'open');
    const isThere = point === undefined || point.meetingId === signal.meetingId;
    return isThere ? [] : [{ ...signal, meetingId: point.meetingId }];
  });
  return {
    changes: [
      ...rows.map((row): Change => ({ put: 'agendaItem', row })),
      ...followed.map((row): Change => ({ put: 'signal', row })),
    ],
    entries: [
      ...broughtTo(next, rows),
      ...followed.map(({ id, meetingId }) => entry('signal', id, 'moved-along', { meetingId })),
    ],
    next,
  };
}

/** What the next meeting got of what was left; one line, however many points. */
function broughtTo(next: Meeting | null, rows: readonly AgendaItem[]): Entry[] {
  const count = rows.filter(({ meetingId, state }) => meetingId === next?.id && state === 'open').length;
  return next === null || count === 0 ? [] : [entry('meeting', next.id, 'points-brought', { count })];
}
