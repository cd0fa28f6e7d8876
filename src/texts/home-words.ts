import { asks, countOf, type ListOf, type Waiting } from '../contracts/waiting.js';
import type { GroupWaiting } from '../contracts/waiting-group.js';
import { builtInVerbs } from '../contracts/jobs.js';
import { perPage } from '../contracts/worklist-way.js';
import { ranks, type Rank } from '../contracts/case-lists.js';
import type { Language } from '../domain/language.js';
import { texts } from './index.js';
import { owedMessages } from '../domain/trajectory/school-message.js';
import type { Wording } from './appointment-words.js';
import { courseOf } from './case-course.js';
import { deskCalls, deskWord } from './desk-words.js';
import { plain } from './plain.js';
import { aboutWhom, stateWord } from './referral-words.js';

/** A number with its word, and the list that one press on it opens; the data of the part `tiles`. */
export interface Tile {
  readonly number: string;
  readonly word: string;
  readonly style: 'attention' | 'warning' | 'emphasis';
  /** What a screen reader says; null where nothing is behind it. */
  readonly press: string | null;
  readonly verb: string;
  readonly view: string | null;
  /** Of the list, where these begin. */
  readonly page: string | null;
}

interface Counted {
  readonly word: 'late' | 'do' | 'running';
  readonly style: Tile['style'];
  readonly of: readonly Rank[];
}

const late: Counted = { word: 'late', style: 'attention', of: ['late'] };
const toDo: Counted = { word: 'do', style: 'warning', of: ['choose', 'look'] };
const running: Counted = { word: 'running', style: 'emphasis', of: ['open', 'waits'] };

/** What each side counts, late first; at most three, of words that fit on a phone. */
const counted: Readonly<Record<ListOf['of'], readonly Counted[]>> = {
  clb: [late, toDo, running],
  provider: [late, toDo, running],
  desk: [late, toDo],
};

/** The tiles of a home card: what waits, each one press from its list. */
export function tilesOf(waiting: Waiting, language: Language): Tile[] {
  const tiles = counted[waiting.of].map((one) => tileOf(one, waiting, language));
  return waiting.of === 'desk' ? [...tiles, undeliveredTile(waiting, language)] : tiles;
}

function tileOf({ word, style, of }: Counted, waiting: Waiting, language: Language): Tile {
  const inquiries = waiting.inquiries[word];
  const count = countOf(waiting, of) + inquiries;
  const first = of.find((rank) => waiting.counts[rank] > 0) ?? of[0];
  const before = first === undefined ? 0 : countOf(waiting, ranks.slice(0, ranks.indexOf(first)));
  return {
    ...looksOf(count, style),
    ...wordsOf(word, count, language),
    verb: 'list-my-referrals',
    view: null,
    // Questions stand at the head of the list.
    page: String(inquiries > 0 ? 0 : Math.floor(before / perPage)),
  };
}

/** Messages that did not arrive have a list of their own. */
const undeliveredTile = ({ undelivered }: Waiting, language: Language): Tile => ({
  ...looksOf(undelivered, 'attention'),
  ...wordsOf('undelivered', undelivered, language),
  verb: builtInVerbs.show,
  view: 'undelivered-list',
  page: null,
});

/** Only what is there has a colour. */
const looksOf = (count: number, style: Tile['style']) => ({
  number: String(count),
  style: count === 0 ? ('emphasis' as const) : style,
});

const wordsOf = (word: Counted['word'] | 'undelivered' | GroupWord, count: number, language: Language) => ({
  word: texts(language)(`case.home.tile.${word}`),
  press: count === 0 ? null : texts(language)('case.home.open'),
});

/** The tiles of the working group: decisions, those past their day first, and signals. */
export function groupTiles({ late: past, decisions, signals }: GroupWaiting, language: Language): Tile[] {
  const tile = (word: GroupWord, count: number, style: Tile['style'], verb: string): Tile => ({
    ...looksOf(count, style),
    ...wordsOf(word, count, language),
    verb,
    view: null,
    page: null,
  });
  return [
    past > 0
      ? tile('late-decisions', past, 'attention', 'list-decisions')
      : tile('decisions', decisions, 'warning', 'list-decisions'),
    tile('signals', signals, 'emphasis', 'list-signals'),
  ];
}
type GroupWord = 'late-decisions' | 'decisions' | 'signals';

/** A row of what comes first. */
export interface FirstRow {
  readonly title: string;
  readonly line: string;
  readonly badge: { readonly text: string; readonly style: 'Attention' } | null;
  /** What a press does. */
  readonly press: string;
  readonly view: string;
  readonly referralId: string;
}

const cardOf = { clb: 'referral-post', provider: 'referral-offer', desk: 'desk-referral' } as const;

/** What asks most: late and urgent first, as on the list. */
export function firstRows({ first, of }: Waiting, wording: Wording): FirstRow[] {
  const { language } = wording;
  const say = texts(language);
  return first.map((row) => {
    const { referral, service, rank } = row;
    const isUrgent = referral.urgency === 'urgent';
    const badge = isUrgent ? say('case.card.urgent') : rank === 'late' ? say('case.home.tile.late') : null;
    const about = aboutWhom(referral, language);
    return {
      title: [referral.reference, plain(service ?? say('case.home.unchosen'))].join(' · '),
      line: [
        standsAs(row, of, wording),
        ...(rank === 'late' && isUrgent ? [say('case.home.tile.late')] : []),
        ...called(row, of, language),
        ...(about === '' ? [] : [about]),
      ].join(' · '),
      badge: badge === null ? null : { text: badge, style: 'Attention' },
      press: say('case.home.open'),
      view: cardOf[of],
      referralId: referral.id,
    };
  });
}

/** Whom the desk calls about it. */
const called = (row: Waiting['first'][number], of: ListOf['of'], language: Language): string[] => {
  const whom = of === 'desk' ? deskCalls(row, language) : null;
  return whom === null ? [] : [whom];
};

/** Why it stands there: what the school is still to hear, how its course goes, what the desk is asked, or its state. */
function standsAs(
  { referral, released, ...course }: Waiting['first'][number],
  of: ListOf['of'],
  wording: Wording,
): string {
  const { language } = wording;
  if (released !== null && owedMessages(released, of).length > 0) return texts(language)(`school.on-list.${of}`);
  const asks = of === 'desk' ? deskWord(referral, language) : null;
  return courseOf(course, of, wording) ?? asks ?? stateWord(language, referral.state).word;
}

/** `3 wachten op u`; that nothing does is only said when no list asks anything. */
export const waitingLine = (waiting: Waiting, language: Language): string => {
  const { inquiries, undelivered } = waiting;
  const asking = countOf(waiting, ranks.filter(asks)) + undelivered + inquiries.late + inquiries.do;
  return texts(language)('case.home.waiting', { count: asking });
};
