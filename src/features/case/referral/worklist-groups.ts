import type { ViewContext } from '../../../contracts/action.js';
import type { Rank } from '../../../contracts/case-lists.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { termOf } from '../../../domain/case/clocks.js';
import { termOfRoundTable } from '../../../domain/round-table/clocks.js';
import { isStepDue, isTooOftenAbsent } from '../../../domain/trajectory/clocks.js';
import { owedMessages } from '../../../domain/trajectory/school-message.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';
import type { RoundTable } from '../../../domain/round-table/round-table.js';
import { besideTerm } from '../../../domain/case/beside.js';
import { checkInTerm, isCheckedNow } from '../../../domain/case/check-in.js';
import { askedBy } from '../../../domain/case/question.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Language } from '../../../domain/language.js';
import { intakeSteps } from '../../../domain/draft.js';
import { hintIn, readinessOf } from '../../../domain/intake/index.js';
import { dayOfAppointment } from '../../../texts/appointment-words.js';
import { ownDraftAbout } from '../../../texts/draft-words.js';
import { day, moment, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom, stateWord } from '../../../texts/referral-words.js';
import { deskAsks } from '../../../texts/desk-words.js';
import { howKnown, type Knowing } from './how-known.js';
import { looks } from '../../../contracts/strip.js';
import { isBeside } from '../card/beside-on-case.js';
import { lateSince, owedBy, type Reader } from '../card/strip.js';
import { sideOf, type Line, type Worklist } from './worklist.js';
import { caseCards } from '../../../domain/case/cards.js';
import type { ViewSlug } from '../../../domain/reference-to.js';

/** A group of a worklist: its head in colour only where it asks something, and one row for each line. */
export interface Group {
  readonly style: 'warning' | 'attention' | null;
  readonly icon: string;
  readonly sign: string;
  /** With how many there are in all, on whichever page. */
  readonly word: string;
  readonly rows: readonly Row[];
}

/** One row: how this reader knows the case, how it stands, what a press on it opens. */
export interface Row {
  readonly title: string;
  readonly line: string;
  /** At the right: until when, or that it is urgent; null: nothing hurries. */
  readonly badge: { readonly text: string; readonly style: 'Warning' | 'Attention' } | null;
  /** What the press does: a screen reader says the row first, with the reference that is in it. */
  readonly press: string;
  readonly verb: string;
  readonly view: ViewSlug | null;
  readonly referralId: string | null;
  readonly draftId: string | null;
  /** A question before referring, and as whom it is seen. */
  readonly inquiryId: string | null;
  readonly side: string | null;
  /** The page, so that one comes back to it after a decision; an intake is gone on with, and not come back from. */
  readonly list: number | null;
}

const noInquiry = { inquiryId: null, side: null } as const;

type Kind = 'decide' | 'late' | 'left' | 'running' | 'waits' | 'drafts';

const kindOf: Readonly<Record<Rank, Kind>> = {
  choose: 'decide',
  look: 'decide',
  late: 'late',
  left: 'left',
  open: 'running',
  waits: 'waits',
  draft: 'drafts',
};

const heads: Readonly<Record<Kind, Pick<Group, 'style' | 'icon' | 'sign'>>> = {
  decide: looks.decide,
  late: looks.late,
  left: looks.left,
  running: { style: null, icon: 'Clock', sign: '◔' },
  waits: { style: null, icon: 'PersonClock', sign: '◔' },
  drafts: { style: null, icon: 'Edit', sign: '✎' },
};

type Listed = Worklist & Knowing;

/** The lines of one page in their groups, in the order of the list; groups without lines are left out. */
export function groupsOf(list: Listed, context: ViewContext): Group[] {
  const kinds = [...new Set(list.lines.map(({ rank }) => kindOf[rank]))];
  return kinds.map((kind) => ({
    ...heads[kind],
    word: texts(context.language)(`referral.my-referrals.group.${kind}`, { count: countOf(kind, list) }),
    rows: list.lines.filter(({ rank }) => kindOf[rank] === kind).map((line) => rowOf(line, list, context)),
  }));
}

const countOf = (kind: Kind, { counts }: Worklist): number =>
  (Object.keys(kindOf) as Rank[])
    .filter((rank) => kindOf[rank] === kind)
    .reduce((total, rank) => total + counts[rank], 0);

const rowOf = (line: Line, list: Listed, context: ViewContext): Row =>
  line.kind === 'draft' ? draftRow(line, list, context) : referralRow(line, list, context);

function draftRow(
  { draft, reference }: Extract<Line, { kind: 'draft' }>,
  { hints }: Knowing,
  { language, calendar, now }: ViewContext,
): Row {
  const t = texts(language);
  const number = intakeSteps.findIndex((step) => step === draft.step) + 1;
  const about = hints === null ? '' : (hintIn(draft.typed) ?? ownDraftAbout(draft, language, calendar.dayOf(now)));
  const title =
    reference === null
      ? plain(about) || t('referral.my-referrals.draft')
      : t('referral.my-referrals.changing', { reference });
  const stands =
    number === 0
      ? t(`intake.steps.at-review.${readinessOf(draft.typed, calendar.dayOf(now))}`)
      : t('referral.my-referrals.step', { number });
  const touched = t('referral.my-referrals.touched', { moment: moment(draft.updatedAt, language, now) });
  return {
    title,
    line: `${stands} · ${touched}`,
    badge: null,
    press: t('referral.my-referrals.continue'),
    verb: 'continue-draft',
    view: null,
    referralId: null,
    draftId: draft.id,
    ...noInquiry,
    list: null,
  };
}

/** How it stands; to the desk what it asks, not that it stands there. */
const wordFor = (referral: Referral, side: ReturnType<typeof sideOf>, language: Language): string =>
  (side === 'desk' ? deskAsks(referral, language) : null) ?? stateWord(language, referral.state).word;

type ReferralLine = Extract<Line, { kind: 'referral' }>;

const cards = { clb: caseCards.post, provider: caseCards.offer, desk: caseCards.beforeDesk } as const;

function referralRow(line: ReferralLine, list: Listed, context: ViewContext): Row {
  const { referral, service } = line;
  const { language, calendar, now } = context;
  const t = texts(language);
  const registered = shortDay(calendar.dayOf(referral.firstRegisteredAt), language, calendar.dayOf(now));
  const word = standsAs(line, list, context);
  const known = howKnown(referral, list, language);
  const about = known?.tells === true ? '' : aboutWhom(referral, language);
  const { reference } = referral;
  return {
    title: [known?.title ?? reference, plain(service ?? t('referral.my-referrals.unchosen'))].join(' · '),
    line: [
      ...(known === null ? [] : [reference]),
      word,
      ...askedLine(line, list, context),
      ...(about === '' ? [] : [about]),
      t('referral.my-referrals.since', { day: registered }),
    ].join(' · '),
    badge: badgeOf(line, list, context),
    press: t('referral.my-referrals.show'),
    verb: builtInVerbs.show,
    view: cards[sideOf(list.organisations)].slug,
    referralId: referral.id,
    draftId: null,
    ...noInquiry,
    list: list.page,
  };
}

/** How its trajectory stands; null as long as the round table says more. */
function trajectoryStands(one: Trajectory, side: Reader, { language, calendar, now }: ViewContext): string | null {
  const { state } = one;
  const say = texts(language);
  if (owedMessages(one, side).length > 0 && !isStepDue(one, now)) return say(`school.on-list.${side}`);
  if (state === 'closed' || state === 'dropped') return null;
  if (side === 'desk' && isTooOftenAbsent(one)) return say('trajectory.on-list.absent', { count: one.absentRow });
  if (isStepDue(one, now)) return say(`trajectory.on-list.ask-${state}`);
  const on = (at: string): string => day(at, language, calendar.dayOf(now));
  if (state === 'awaited') return null;
  return state === 'started'
    ? say('trajectory.on-list.started', { on: on(one.startedOn) })
    : say('trajectory.on-list.paused', { by: on(calendar.dayOf(one.nextBy)) });
}

/** Whether the round table asks something now: that stands before how the trajectory goes. */
const tableAsks = (table: RoundTable | null, { now, calendar }: ViewContext): boolean =>
  table !== null && termOfRoundTable(table, now, calendar) !== null;

/** A place: how its round table stands. */
function roundTableStands(table: RoundTable, context: ViewContext): string {
  const say = texts(context.language);
  if (table.state === 'to-plan' || table.appointment === null) return say('round-table.on-list.to-plan');
  const isPast = table.state === 'planned' && table.appointment.startsAt <= context.now;
  const key = table.state === 'held' ? 'held' : isPast ? 'was-it' : 'planned';
  return say(`round-table.on-list.${key}`, {
    day: dayOfAppointment(table.appointment, context),
    when: moment(table.appointment.startsAt, context.language, context.now),
  });
}

/** Its state, and since when it is late: as on its own card. */
function standsAs(
  { referral, roundTable, trajectory }: ReferralLine,
  { organisations }: Worklist,
  context: ViewContext,
): string {
  const { language, calendar, now } = context;
  const course =
    trajectory === null || tableAsks(roundTable, context)
      ? null
      : trajectoryStands(trajectory, sideOf(organisations), context);
  if (course !== null) return course;
  if (roundTable !== null) return roundTableStands(roundTable, context);
  const since = lateSince(referral, sideOf(organisations), calendar, now);
  const word = wordFor(referral, sideOf(organisations), language);
  if (since === null) return word;
  const late = texts(language)('case.card.late', { moment: moment(since, language, now) });
  return referral.state === 'delivered' ? late : `${word} · ${late}`;
}

/** That there is a question to answer, or that an answer is waited for. */
function askedLine({ referral }: ReferralLine, { organisations }: Worklist, { language }: ViewContext): string[] {
  const side = sideOf(organisations);
  const t = texts(language);
  if (isBeside(referral) && side !== 'provider') return [t('case.beside.row')];
  if (isCheckedNow(referral) && side !== 'provider') return [t(`case.check-in.row-${side}`)];
  if (owedBy(referral, side).length > 0) return [t(`case.question.row-${side === 'desk' ? 'desk' : 'owed'}`)];
  return askedBy(referral, side).length > 0 ? [t('case.question.row-asked')] : [];
}

/** Urgent before anything else; else until when, where somebody of the reader's side must act. */
function badgeOf(
  { referral, roundTable, trajectory, rank }: ReferralLine,
  { organisations }: Worklist,
  { language, calendar, now }: ViewContext,
): Row['badge'] {
  if (referral.urgency === 'urgent') return { text: texts(language)('case.card.urgent'), style: 'Attention' };
  const beside =
    isBeside(referral) && referral.besidePlace !== null ? besideTerm(referral.besidePlace, calendar) : null;
  const check = isCheckedNow(referral) ? (referral.listCheck?.asked ?? null) : null;
  const checked = check === null ? null : checkInTerm(check.at, calendar);
  const owed = owedBy(referral, sideOf(organisations))[0]?.answerBy ?? beside ?? checked;
  const ofTable = roundTable === null ? termOf(referral, calendar) : termOfRoundTable(roundTable, now, calendar);
  const step = trajectory !== null && isStepDue(trajectory, now) ? trajectory.nextBy : null;
  const school = trajectory === null ? null : (owedMessages(trajectory, sideOf(organisations))[0]?.by ?? null);
  const own = ofTable ?? step ?? school;
  const term = rank === 'open' || rank === 'waits' ? null : (owed ?? own);
  if (term === null) return null;
  return {
    text: day(calendar.dayOf(term), language, calendar.dayOf(now)),
    style: term < now ? 'Attention' : 'Warning',
  };
}
