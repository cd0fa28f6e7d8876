import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { foldedWords } from '../../domain/folded-words.js';
import type { Decision, Meeting } from '../../domain/workgroup/meeting.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { dayOfMeeting, titleOf } from './meeting-words.js';
import { meetingId } from './working-group.js';

const perPage = 8;

interface ListFacts {
  /** In the order in which they stand: open first, the most pressing on top; then the newest. */
  readonly decisions: readonly Decision[];
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly of: Meeting | null;
  readonly words: string;
  readonly page: number;
}

/** Besluiten: of one meeting or of all, by word; open first, what is late is marked (R19). */
export const decisionList = view({
  slug: 'decision-list',
  audience: 'stored',
  params: z.object({
    words: z.string().max(100).catch(''),
    meetingId: meetingId.nullish().catch(undefined),
    page: z.coerce.number().int().min(0).catch(0),
  }),
  async load(read, params): Promise<ListFacts> {
    const filter = params.meetingId ? { meetingId: params.meetingId } : {};
    const found = (await read.decisions(filter)).filter(saying(params.words));
    const meetings = new Map((await read.meetings()).map((meeting) => [meeting.id as string, meeting]));
    const last = Math.max(0, Math.ceil(found.length / perPage) - 1);
    return {
      decisions: inOrder(found),
      meetings,
      of: params.meetingId ? (meetings.get(params.meetingId) ?? null) : null,
      words: params.words,
      page: Math.min(params.page, last),
    };
  },
  may: (_facts, actor) => workgroupOnly(actor),
  fill(facts, context) {
    const { decisions, of, words, page } = facts;
    const say = texts(context.language);
    const shown = decisions.slice(page * perPage, (page + 1) * perPage);
    const open = decisions.filter(({ state }) => state === 'open').length;
    return {
      title:
        words === ''
          ? say('meetings.decision-list.title')
          : say('meetings.decision-list.found', { words: plain(words) }),
      counted: decisions.length === 0 ? null : say('meetings.decision-list.counted', { open, count: decisions.length }),
      empty: decisions.length === 0 ? say('meetings.decision-list.empty') : null,
      rows: shown.map((one) => rowOf(one, facts, context)),
      words: words === '' ? null : words,
      meetingId: of?.id ?? null,
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < decisions.length ? String(page + 1) : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('meetings.decision-list.title'),
});

/** Whether every word that was typed stands in the decision, its owner or what was said about it. */
const saying = (typed: string) => {
  const wanted = foldedWords(typed);
  return ({ text, ownerName, report }: Decision): boolean => {
    const there = foldedWords(`${text} ${ownerName} ${report ?? ''}`);
    return wanted.every((word) => there.some((one) => one.startsWith(word)));
  };
};

const inOrder = (decisions: readonly Decision[]): Decision[] => [
  ...decisions.filter(({ state }) => state === 'open'),
  ...decisions
    .filter(({ state }) => state !== 'open')
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? -1 : 1)),
];

function rowOf(one: Decision, { meetings }: ListFacts, context: ViewContext) {
  const { language, calendar, now } = context;
  const say = texts(language);
  const today = calendar.dayOf(now);
  const meeting = meetings.get(one.meetingId);
  const isOpen = one.state === 'open';
  const isLate = isOpen && one.dueOn !== null && one.dueOn < today;
  return {
    decisionId: one.id,
    text: plain(one.text),
    about: [
      plain(one.ownerName),
      ...(one.dueOn === null ? [] : [say('meetings.words.by', { day: day(one.dueOn, language, today) })]),
      ...(meeting === undefined ? [] : [`${titleOf(meeting, language)}, ${dayOfMeeting(meeting, context)}`]),
    ].join(' · '),
    report: one.report === null ? null : plain(one.report),
    state: isLate ? say('meetings.decision-list.late') : say(`meetings.decision-list.states.${one.state}`),
    isOpen,
    isSettled: !isOpen,
  };
}
