import type { LinesDoor } from '../../../contracts/lines-door.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import type { ViewContext } from '../../../contracts/context.js';
import type { Act } from '../../../domain/case/policy.js';
import type { Worker } from '../../../domain/worker.js';
import { heldUpBy } from '../../../domain/case/question.js';
import { isLive } from '../../../domain/case/states.js';
import { texts } from '../../../texts/index.js';
import { moment } from '../../../texts/format.js';
import { stateWord } from '../../../texts/referral-words.js';
import { buttonsOf, type Button, type LooseButton } from './buttons.js';
import { withBeside } from './beside-on-case.js';
import { withCheckIn } from './check-in-on-case.js';
import { chatWith } from './chat.js';
import type { Contact } from './people.js';
import type { WayToCase } from './way-back.js';
import { withQuestion } from './question-on-case.js';
import { roundTableOnCase, type RoundTableOnCase } from './round-table-on-case.js';
import { trajectoryOnCase } from './trajectory-on-case.js';
import { isAsked, lateSince, lookOf, type Reader } from './strip.js';
import { termDay } from './term-day.js';
import type { CaseWay } from './buttons.js';

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** Three short numbers with their words. */
export interface Figures {
  readonly position: string;
  readonly positionWord: string;
  readonly start: string;
  readonly startWord: string;
  readonly waited: string;
  readonly waitedWord: string;
}

/** The data of the part `case`: one composition for every reader and every place. */
export type CaseCard = {
  readonly strip: Strip;
  readonly title: string;
  readonly urgent: string | null;
  readonly line: string | null;
  readonly figures: Figures | null;
  readonly people: readonly Contact[];
  readonly facts: readonly Fact[];
  /** Small lines under the facts: what happened last, the other referrals of the trail. */
  readonly notes: readonly string[];
  readonly buttons: readonly Button[];
  /** To the case, from something that hangs on it; at the right of the strip. */
  readonly back?: WayToCase | null;
};

/** What a view says itself; the rest follows from the case and its reader. */
export interface CaseParts {
  readonly reader: Reader;
  readonly may: ReadonlySet<Act>;
  readonly title: string;
  readonly line: string | null;
  /** The next step for this reader, in a sentence; null when the state says it all. */
  readonly next: string | null;
  /** The state in other words than the usual one: where it happened, for instance. */
  readonly state?: string;
  readonly figures?: Figures | null;
  readonly people?: readonly (Contact | null)[];
  readonly facts?: readonly Fact[];
  readonly notes?: readonly (string | null)[];
  readonly maySignal?: boolean;
  readonly lines?: LinesDoor | null;
  readonly way?: CaseWay | null;
  /** The reader may change the CLB's own hint. */
  readonly mayHint?: boolean;
  /** With whom this reader may want to speak. */
  readonly chatWith?: Worker | null;
}

/** Puts a case card together. */
export function caseCard(facts: CaseFacts, parts: CaseParts, context: ViewContext): CaseCard {
  const { referral } = facts;
  const { language } = context;
  const { reader, may } = parts;
  const table = roundTableOnCase(facts, reader, context);
  const course = trajectoryOnCase(facts, reader, table?.asks != null, context);
  const own = table === null ? stripOf(facts, parts, context) : withRoundTable(facts, parts, table, context);
  return {
    strip: withQuestion(
      withBeside(withCheckIn(course?.strip ?? own, referral, reader, context), referral, reader, context),
      facts,
      reader,
      context,
    ),
    title: parts.title,
    urgent: referral.urgency === 'urgent' && isLive(referral.state) ? texts(language)('case.card.urgent') : null,
    line: parts.line,
    figures: parts.figures ?? null,
    people: present(parts.people),
    facts: parts.facts ?? [],
    notes: present(parts.notes),
    buttons: buttonsOf({
      referral,
      reader,
      may,
      language,
      maySignal: parts.maySignal ?? false,
      mayHint: parts.mayHint ?? false,
      lines: parts.lines ?? null,
      way: parts.way ?? null,
      more: course?.strip
        ? [...course.buttons, ...calm(table?.buttons ?? [])]
        : [...(table?.buttons ?? []), ...(course?.buttons ?? [])],
      chat: chatWith(parts.chatWith ?? null, facts, reader, context),
    }),
  };
}

/** One button at most is the likeliest. */
const calm = (buttons: readonly LooseButton[]): LooseButton[] =>
  buttons.map((button) => ('verb' in button ? { ...button, style: null } : button));

const present = <T>(some: readonly (T | null)[] | undefined): T[] =>
  (some ?? []).filter((one): one is T => one !== null);

/** Late first, then what is decided by whom until when, then the state. */
function stripOf({ referral }: CaseFacts, { reader, next, state }: CaseParts, context: ViewContext): Strip {
  const { calendar, now, language } = context;
  const since = lateSince(referral, reader, calendar, now);
  const look = lookOf(referral, reader, since !== null);
  const word = state ?? stateWord(language, referral.state).word;
  if (since !== null)
    return { ...look, state: texts(language)('case.card.late', { moment: moment(since, language, now) }), next };
  const asks = isAsked(referral, reader) && referral.state !== 'recalled' && heldUpBy(referral) === null;
  const key = reader === 'clb' ? 'case.card.decide-by' : 'case.card.handle-by';
  return { ...look, state: asks ? texts(language)(key, { word, day: termDay(referral, context) }) : word, next };
}

/** A place: the next step is its round table (R10). */
function withRoundTable(
  { referral }: CaseFacts,
  { reader, state }: CaseParts,
  { next, asks }: RoundTableOnCase,
  { language, now }: ViewContext,
): Strip {
  const word = state ?? stateWord(language, referral.state).word;
  if (asks === null) return { ...lookOf(referral, reader, false), state: word, next };
  if (!asks.isLate) return { ...looks.decide, state: word, next };
  const late = texts(language)('case.card.late', { moment: moment(asks.by, language, now) });
  return { ...lookOf(referral, reader, true), state: late, next };
}
