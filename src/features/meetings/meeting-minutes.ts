import { z } from 'zod';
import type { ViewContext } from '../../contracts/action.js';
import { document, type Block } from '../../contracts/document.js';
import type { Decision, Participant } from '../../domain/workgroup/meeting.js';
import { day } from '../../texts/format.js';
import { textAt, texts } from '../../texts/index.js';
import { aboutOf, textOf } from './agenda-rows.js';
import { loadMeeting, type MeetingFacts } from './meeting-facts.js';
import { hoursOf, referenceOf, titleOf } from './meeting-words.js';
import { meetingId } from './working-group.js';
import { signalText } from '../../texts/signal-words.js';

/**
 * The minutes of a meeting as a document (R19): who was there, each point with what was said, decisions with owner and date,
 * signals with what became of them. A draft until the meeting is closed.
 */
export const meetingMinutes = document({
  slug: 'meeting-minutes',
  params: z.object({ meetingId }),
  load: (read, params): Promise<MeetingFacts | null> => loadMeeting(read, params.meetingId),
  fill(facts, context) {
    const { meeting } = facts;
    const { language } = context;
    const say = texts(language);
    const isDraft = meeting.state !== 'held';
    return {
      kind: 'pdf',
      fileName: say('meetings.meeting-minutes.file', { number: meeting.number, year: meeting.schoolYear }),
      title: say(isDraft ? 'meetings.meeting-minutes.draft' : 'meetings.meeting-minutes.title', {
        number: meeting.number,
      }),
      subtitle: referenceOf(meeting, language),
      foot: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      blocks: [
        { facts: attendance(facts, context) },
        { heading: say('meetings.meeting-minutes.agenda') },
        ...points(facts, context),
        ...decisionsOf(facts, context),
        ...signalsOf(facts, context),
      ],
    };
  },
});

type Fact = readonly [string, string];

function attendance({ meeting, participants }: MeetingFacts, context: ViewContext): Fact[] {
  const { language, calendar } = context;
  const say = texts(language);
  const members = participants.filter(({ guest }) => !guest);
  const lines: (readonly [string, string | null])[] = [
    [
      say('meetings.meeting-minutes.date'),
      `${day(calendar.dayOf(meeting.startsAt), language, '0000')}, ${hoursOf(meeting, language)}`,
    ],
    [say('meetings.meeting-minutes.location'), meeting.location],
    [say('meetings.meeting-minutes.present'), named(members.filter(({ attended }) => attended === true))],
    [
      say('meetings.meeting-minutes.excused'),
      named(members.filter(({ attended, answer }) => attended !== true && answer === 'not-coming')),
    ],
    [say('meetings.meeting-minutes.guests'), named(participants.filter((one) => one.guest && one.attended === true))],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

/** `An Peeters (CLB Voorbeeld), Bram Claes`; null when there is nobody. */
const named = (people: readonly Participant[]): string | null =>
  people.length === 0
    ? null
    : people.map(({ name, organisation }) => (organisation === '' ? name : `${name} (${organisation})`)).join(', ');

function points(facts: MeetingFacts, context: ViewContext): Block[] {
  const say = texts(context.language);
  if (facts.items.length === 0) return [{ text: say('meetings.meeting-minutes.no-points') }];
  return facts.items.flatMap((item, index): Block[] => {
    const about = aboutOf(item, facts, context, (text) => text);
    const isLeft = item.state === 'open';
    return [
      { heading: `${index + 1}. ${textOf(item, facts)}` },
      ...(about === null ? [] : [{ remark: about }]),
      {
        text: item.notes ?? say(isLeft ? 'meetings.meeting-minutes.not-treated' : 'meetings.meeting-minutes.no-notes'),
      },
      ...decidedAt(item.id, facts, context),
    ];
  });
}

/** What was decided about one point, right below it. */
function decidedAt(itemId: string, { decisions }: MeetingFacts, context: ViewContext): Block[] {
  const list = decisions.filter(({ agendaItemId }) => agendaItemId === itemId).map((one) => decisionLine(one, context));
  return list.length === 0 ? [] : [{ list }];
}

function decisionLine({ text, ownerName, dueOn }: Decision, { language }: ViewContext): string {
  const say = texts(language);
  const by = dueOn === null ? '' : `, ${say('meetings.words.by', { day: day(dueOn, language, '0000') })}`;
  return say('meetings.meeting-minutes.decision', { text, who: `${ownerName}${by}` });
}

function decisionsOf({ decisions }: MeetingFacts, { language }: ViewContext): Block[] {
  const say = texts(language);
  if (decisions.length === 0) return [];
  const head = (['what', 'who', 'by', 'state'] as const).map((key) => say(`meetings.meeting-minutes.${key}`));
  const rows = decisions.map(({ text, ownerName, dueOn, state }) => [
    text,
    ownerName,
    dueOn === null ? '–' : day(dueOn, language, '0000'),
    say(`meetings.decision-list.states.${state}`),
  ]);
  return [{ heading: say('meetings.meeting-minutes.decisions') }, { table: { head, rows } }];
}

function signalsOf({ items, signals }: MeetingFacts, { language }: ViewContext): Block[] {
  const say = texts(language);
  const rows = items.flatMap(({ signalId }) => {
    const signal = signalId === null ? undefined : signals.get(signalId);
    if (signal === undefined) return [];
    return [
      [
        signal.reference,
        signalText(language, signal),
        textAt(language, `signals.states.${signal.state}.word`) ?? signal.state,
      ],
    ];
  });
  if (rows.length === 0) return [];
  const head = (['reference', 'signal', 'state'] as const).map((key) => say(`meetings.meeting-minutes.${key}`));
  return [{ heading: say('meetings.meeting-minutes.signals') }, { table: { head, rows } }];
}
