import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { AgendaItemId } from '../../domain/ids.js';
import type { Person } from '../../domain/organisation.js';
import { nextMeeting } from '../../domain/workgroup/meeting-plan.js';
import type { AgendaItem, Meeting } from '../../domain/workgroup/meeting.js';
import { texts } from '../../texts/index.js';
import { meetingPostKey } from './meeting-keys.js';
import { referenceOf, titleOf, whenOf, wordingOf } from './meeting-words.js';
import { personalFault } from './personal-words.js';
import { pointAdded } from './point-added.js';
import { longestPoint, requiredText, ticked } from './typed-text.js';
import { meetingId, membersOf, workgroupOf } from './working-group.js';
import { meetingCards } from './meeting-cards.js';
import { meetingForms } from './meeting-forms.js';

interface AddFacts {
  /** The meeting that gets the point; null: it waits until one is planned. */
  readonly meeting: Meeting | null;
  readonly members: readonly Person[];
  /** Points of this meeting (or that wait), to recognise a repeated press. */
  readonly points: readonly AgendaItem[];
}

/**
 * Punt toevoegen: the agenda is made together (R19). The point goes to the meeting on whose card it was pressed when that
 * is still to come, otherwise to the next one; when none is planned it waits. Errors: `text-missing`, `too-long`, `personal`,
 * `perhaps-personal`.
 */
export const addAgendaItem = action({
  slug: 'add-agenda-item',
  words: { nl: ['agendapunt', 'punt toevoegen'], en: ['agenda item', 'add item'] },
  storable: true,
  subject: z.object({ meetingId: meetingId.nullish().catch(undefined) }),
  fields: z.object({ text: requiredText(longestPoint, 'text-missing'), sure: ticked }),
  async load(read, subject, { now }): Promise<AddFacts> {
    const planned = await read.meetings(['planned']);
    const meant = planned.filter(({ id }) => id === subject.meetingId);
    const meeting = nextMeeting(meant, now) ?? nextMeeting(planned, now);
    return { meeting, members: await membersOf(read), points: await read.agendaItems(meeting?.id ?? null) };
  },
  may: (_facts, { actor }) => workgroupOnly(actor),
  form({ meeting }, context, { typed, errors }) {
    const { language } = context.actor;
    const say = texts(language);
    return {
      meetingId: meeting?.id ?? null,
      reference: meeting === null ? say('meetings.add-agenda-item.waits') : referenceOf(meeting, language),
      when: meeting === null ? null : `${titleOf(meeting, language)} · ${whenOf(meeting, wordingOf(context))}`,
      asksSure: errors['text'] === say('meetings.add-agenda-item.errors.perhaps-personal'),
      typed: { text: typed['text'] ?? null, sure: typed['sure'] ?? null },
    };
  },
  decide(facts, { text, sure }, { actor, calendar, now, newId }): Outcome {
    const { meeting, members, points } = facts;
    const known = members.map(({ name }) => name);
    const fault = personalFault(text, calendar.dayOf(now), { known, sure });
    if (fault !== null)
      return { reply: meetingForms.addItem.again({ meetingId: meeting?.id ?? null }, { text: fault }) };
    const reply = replyOf(meeting);
    const isRepeat = points.some(
      (one) => one.state === 'open' && one.text === text && one.personId === actor.person.id,
    );
    if (isRepeat) return { reply };
    const row: AgendaItem = {
      id: newId<AgendaItemId>(),
      meetingId: meeting?.id ?? null,
      kind: 'item',
      text,
      signalId: null,
      decisionId: null,
      personId: actor.person.id,
      organisationId: workgroupOf(actor),
      notes: null,
      state: 'open',
      createdAt: now,
      version: 0,
    };
    return {
      changes: [{ put: 'agendaItem', row }],
      entries: pointAdded(row),
      refresh: meeting === null ? [] : [meetingPostKey(meeting.id)],
      reply,
    };
  },
});

const replyOf = (meeting: Meeting | null): NonNullable<Outcome['reply']> =>
  meeting === null
    ? { ...meetingCards.list.shown({}), note: { key: 'agenda-waits' } }
    : { ...meetingCards.post.shown({ meetingId: meeting.id }), note: { key: 'agenda-added' } };
