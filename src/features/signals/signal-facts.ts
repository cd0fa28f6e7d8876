import { z } from 'zod';
import { id } from '../../contracts/id.js';
import type { Actor } from '../../contracts/actor.js';
import type { Refusal } from '../../contracts/outcome.js';
import type { Read } from '../../contracts/read.js';
import { signalCards, hearersOf, type Hearer } from '../../contracts/signal-notices.js';
import { isInWorkgroup } from '../../contracts/workgroup-home.js';
import type { PersonId, SignalId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';

export const signalId = id<SignalId>();
export const ofSignal = z.object({ signalId });

/** A signal with what a card tells of it. */
export interface SignalFacts {
  readonly signal: Signal;
  readonly organisation: Organisation | null;
  readonly supporters: readonly PersonId[];
  /** How many signals were merged into it. */
  readonly merged: number;
  /** The signal it was merged into. */
  readonly into: Signal | null;
  readonly meeting: Meeting | null;
}

/** Loads a signal for a card; null when there is none. */
export async function loadSignal(read: Read, id: SignalId): Promise<SignalFacts | null> {
  const signal = await read.signal(id);
  if (signal === null) return null;
  return {
    signal,
    organisation: signal.organisationId === null ? null : await read.organisation(signal.organisationId),
    supporters: (await read.votes([id])).get(id) ?? [],
    merged: await read.countSignals({ mergedInto: id }),
    into: signal.mergedInto === null ? null : await read.signal(signal.mergedInto),
    meeting: signal.meetingId === null ? null : await read.meeting(signal.meetingId),
  };
}

/** A signal that is about to take a step, with who has to hear of it. */
export interface Stepping {
  readonly signal: Signal;
  readonly hearers: readonly Hearer[];
}

export async function loadStepping(read: Read, id: SignalId): Promise<Stepping | Refusal> {
  const signal = await read.signal(id);
  return signal === null ? { refused: 'not-found' } : { signal, hearers: await hearersOf(read, signal) };
}

/** One signal is seen by the working group, the desk, and who sent it. */
export const maySee = (signal: Signal, actor: Actor): Refusal | null =>
  isInWorkgroup(actor) || signal.personId === actor.person.id ? null : { refused: 'only-workgroup' };

/** The present state of a signal, as an answer. */
export const presentState = (signal: Pick<Signal, 'id'>) => signalCards.card.shown({ signalId: signal.id });
