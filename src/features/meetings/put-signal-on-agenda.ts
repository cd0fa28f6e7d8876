import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../contracts/outcome.js';
import {
  signalCards,
  hearersOf,
  signalPost,
  stepSignal,
  tellSender,
  type Hearer,
} from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { AgendaItemId } from '../../domain/ids.js';
import { entry } from '../../domain/timeline/entries.js';
import { nextMeeting } from '../../domain/workgroup/meeting-plan.js';
import type { AgendaItem, Meeting } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import { meetingPostKey } from './meeting-keys.js';
import { pointAdded } from './point-added.js';
import { longestPoint } from './typed-text.js';
import { signalId, workgroupOf } from './working-group.js';
import { signalText } from '../../texts/signal-words.js';

interface SignalFacts {
  readonly signal: Signal;
  readonly hearers: readonly Hearer[];
  readonly next: Meeting | null;
}

/** Op de agenda: a signal becomes a point of the next meeting, or waits for one; its sender is told (R19). */
export const putSignalOnAgenda = action({
  slug: 'put-signal-on-agenda',
  subject: z.object({ signalId }),
  fields: z.object({}),
  async load(read, subject, { now }): Promise<SignalFacts | Refusal> {
    const signal = await read.signal(subject.signalId);
    if (signal === null) return { refused: 'not-found' };
    const next = nextMeeting(await read.meetings(['planned']), now);
    return { signal, next, hearers: await hearersOf(read, signal) };
  },
  may: (_facts, { actor }) => workgroupOnly(actor),
  decide({ signal, hearers, next }, _fields, { now, actor, newId }): Outcome | Refusal {
    const reply = signalCards.card.shown({ signalId: signal.id });
    if (signal.state === 'on-agenda') return { reply };
    const stepped = stepSignal(signal, 'put-on-agenda', { meetingId: next?.id ?? null }, now);
    if (isRefusal(stepped)) return stepped;
    const row: AgendaItem = {
      id: newId<AgendaItemId>(),
      meetingId: next?.id ?? null,
      kind: 'signal',
      text: signalText('nl', signal).slice(0, longestPoint),
      signalId: signal.id,
      decisionId: null,
      personId: actor.person.id,
      organisationId: workgroupOf(actor),
      notes: null,
      state: 'open',
      createdAt: now,
      version: 0,
    };
    return {
      changes: [
        { put: 'signal', row: stepped.signal },
        { put: 'agendaItem', row },
      ],
      entries: [entry('signal', signal.id, 'on-agenda', { meetingId: row.meetingId }), ...pointAdded(row)],
      notices: tellSender(signal, 'on-agenda', hearers),
      refresh: [signalPost(signal.id), ...(next === null ? [] : [meetingPostKey(next.id)])],
      reply: { ...reply, note: { key: next === null ? 'agenda-waits' : 'signal-on-agenda' } },
    };
  },
});
