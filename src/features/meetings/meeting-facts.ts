import type { Read } from '../../contracts/read.js';
import type { MeetingId, SignalId } from '../../domain/ids.js';
import { inAgendaOrder, type Votes } from '../../domain/workgroup/meeting-agenda.js';
import type { AgendaItem, Decision, Meeting, Participant } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';

/** A meeting with everything that stands on its card. */
export interface MeetingFacts {
  readonly meeting: Meeting;
  /** In the order of the agenda; what was dropped is left out. */
  readonly items: readonly AgendaItem[];
  readonly votes: Votes;
  readonly signals: ReadonlyMap<SignalId, Signal>;
  /** The decisions that come back as points, by id. */
  readonly returning: ReadonlyMap<string, Decision>;
  readonly participants: readonly Participant[];
  /** What was decided at this meeting. */
  readonly decisions: readonly Decision[];
}

/** Loads a meeting; null when there is no such one. */
export async function loadMeeting(read: Read, id: MeetingId): Promise<MeetingFacts | null> {
  const meeting = await read.meeting(id);
  if (meeting === null) return null;
  const stored = await read.agendaItems(id);
  const votes = await votesOf(read, stored);
  const items = inAgendaOrder(stored, votes);
  return {
    meeting,
    items,
    votes,
    signals: await signalsOf(read, items),
    returning: await returningOf(read, items),
    participants: await read.participants(id),
    decisions: await read.decisions({ meetingId: id }),
  };
}

const votesOf = (read: Read, items: readonly AgendaItem[]): Promise<Votes> =>
  read.votes(items.flatMap(({ id, signalId }) => (signalId === null ? [id] : [id, signalId])));

async function signalsOf(read: Read, items: readonly AgendaItem[]): Promise<Map<SignalId, Signal>> {
  const ids = items.flatMap(({ signalId }) => signalId ?? []);
  const signals = await Promise.all(ids.map((id) => read.signal(id)));
  return new Map(signals.flatMap((signal) => (signal === null ? [] : [[signal.id, signal] as const])));
}

async function returningOf(read: Read, items: readonly AgendaItem[]): Promise<Map<string, Decision>> {
  const ids = items.flatMap(({ decisionId }) => decisionId ?? []);
  const decisions = await Promise.all(ids.map((id) => read.decision(id)));
  return new Map(decisions.flatMap((one) => (one === null ? [] : [[one.id, one] as const])));
}
