import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { isRefusal, type Change, type Outcome, type Refusal } from '../../contracts/outcome.js';
import { hearersOf, signalPost, stepSignal, tellSender, type Hearer } from '../../contracts/signal-notices.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import type { AgendaItem } from '../../domain/workgroup/meeting.js';
import type { Signal } from '../../domain/workgroup/signal.js';
import { textOf } from './agenda-rows.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { meetingPostKey } from './meeting-keys.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { meetingId } from './working-group.js';
import { meetingCards } from './meeting-cards.js';
import { meetingForms } from './meeting-forms.js';

interface DropFacts extends MeetingFacts {
  readonly item: AgendaItem | null;
  readonly signal: Signal | null;
  readonly hearers: readonly Hearer[];
}

/**
 * Punt schrappen: a point that is not to be treated. Anybody in the working group may: the agenda is made together. A signal
 * goes back to the list, and its sender is told. Errors: `item-missing`.
 */
export const dropAgendaItem = action({
  slug: 'drop-agenda-item',
  subject: z.object({ meetingId, itemId: z.string().optional().catch(undefined) }),
  fields: z.object({ itemId: z.uuid({ error: 'item-missing' }) }),
  async load(read, subject): Promise<DropFacts | Refusal> {
    const facts = await loadMeeting(read, subject.meetingId);
    if (facts === null) return { refused: 'not-found' };
    const item = facts.items.find(({ id }) => id === subject.itemId) ?? null;
    const signal = item?.signalId ? await read.signal(item.signalId) : null;
    return { ...facts, item, signal, hearers: signal === null ? [] : await hearersOf(read, signal) };
  },
  may: ({ meeting }, { actor }) =>
    workgroupOnly(actor) ?? (meeting.state === 'planned' ? null : { refused: 'outdated', show: card({ meeting }) }),
  form: (facts, { actor: { language } }, { typed }) => ({
    meetingId: facts.meeting.id,
    reference: `${referenceOf(facts.meeting, language)} · ${titleOf(facts.meeting, language)}`,
    choices: facts.items
      .filter(({ state }) => state === 'open')
      .map((item) => ({ title: textOf(item, facts), value: item.id })),
    typed: { itemId: typed['itemId'] ?? null },
  }),
  decide(facts, _fields, { now }): Outcome {
    const { meeting, item, signal, hearers } = facts;
    const reply = meetingCards.card.shown({ meetingId: meeting.id });
    if (item === null)
      return { reply: meetingForms.dropItem.again({ meetingId: meeting.id }, { itemId: 'item-missing' }) };
    if (item.state !== 'open') return { reply };
    const back = signal === null ? null : stepSignal(signal, 'take-off-agenda', { meetingId: null }, now);
    const dropped = {
      changes: [{ put: 'agendaItem', row: { ...item, state: 'dropped' } }] satisfies Change[],
      entries: [entry('meeting', meeting.id, 'point-dropped', { itemId: item.id })],
      refresh: [meetingPostKey(meeting.id)],
      reply: { ...reply, note: { key: 'agenda-dropped' } },
    };
    if (signal === null || back === null || isRefusal(back)) return dropped;
    return {
      ...dropped,
      changes: [...dropped.changes, { put: 'signal', row: back.signal }],
      entries: [...dropped.entries, entry('signal', signal.id, 'off-agenda', {})],
      notices: tellSender(signal, 'off-agenda', hearers),
      refresh: [...dropped.refresh, signalPost(signal.id)],
    };
  },
});

const card = ({ meeting }: Pick<MeetingFacts, 'meeting'>) => meetingCards.card.instead({ meetingId: meeting.id });
