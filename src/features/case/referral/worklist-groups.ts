import type { ViewContext } from '../../../contracts/action.js';
import type { Rank } from '../../../contracts/case-lists.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { termOf } from '../../../domain/case/clocks.js';
import { termOfRoundTable } from '../../../domain/round-table/clocks.js';
import { termOfStep } from '../../../domain/trajectory/clocks.js';
import { owedMessages } from '../../../domain/trajectory/school-message.js';
import { besideTerm } from '../../../domain/case/beside.js';
import { checkInTerm, isCheckedNow } from '../../../domain/case/check-in.js';
import { askedBy } from '../../../domain/case/question.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Language } from '../../../domain/language.js';
import { intakeSteps } from '../../../domain/draft.js';
import { hintIn, readinessOf } from '../../../domain/intake/index.js';
import { ownDraftAbout } from '../../../texts/draft-words.js';
import { day, moment, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom, stateWord } from '../../../texts/referral-words.js';
import { deskAsks, deskCalls } from '../../../texts/desk-words.js';
import { courseOf } from '../../../texts/case-course.js';
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

type Kind = 'decide' | 'late' | 'running' | 'waits' | 'drafts';

const kindOf: Readonly<Record<Rank, Kind>> = {
  choose: 'decide',
  look: 'decide',
  late: 'late',
  open: 'running',
  waits: 'waits',
  draft: 'drafts',
};

const heads: Readonly<Record<Kind, Pick<Group, 'style' | 'icon' | 'sign'>>> = {
  decide: looks.decide,
  late: looks.late,
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
  const call = calledLine(line, list, language);
  const { reference } = referral;
  return {
    title: [known?.title ?? reference, plain(service ?? t('referral.my-referrals.unchosen'))].join(' · '),
    line: [
      ...(known === null ? [] : [reference]),
      word,
      ...askedLine(line, list, context),
      ...call,
      ...(about === '' || call.length > 0 ? [] : [about]),
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

/** Its state, and since when it is late: as on its own card. */
function standsAs(
  { referral, roundTable, trajectory, rank }: ReferralLine,
  { organisations }: Worklist,
  context: ViewContext,
): string {
  const { language, calendar, now } = context;
  const course = courseOf({ roundTable, trajectory }, sideOf(organisations), context);
  if (course !== null) return course;
  // Late is what stands under “Te laat”, and nothing else is called so.
  const since = rank === 'late' ? lateSince(referral, sideOf(organisations), calendar, now) : null;
  const word = wordFor(referral, sideOf(organisations), language);
  if (since === null) return word;
  const late = texts(language)('case.card.late', { moment: moment(since, language, now) });
  return referral.state === 'delivered' ? late : `${word} · ${late}`;
}

/** Whom the desk is to call, with the number. */
function calledLine(line: ReferralLine, { organisations }: Worklist, language: Language): string[] {
  const whom = sideOf(organisations) === 'desk' ? deskCalls(line, language) : null;
  return whom === null ? [] : [whom];
}

/** That there is a question to answer, or that an answer is waited for; that the school still hears of a place that has ended. */
function askedLine(
  { referral, released }: ReferralLine,
  { organisations }: Worklist,
  { language }: ViewContext,
): string[] {
  const side = sideOf(organisations);
  const t = texts(language);
  if (released !== null && owedMessages(released, side).length > 0) return [t(`school.on-list.${side}`)];
  if (isBeside(referral) && side !== 'provider') return [t('case.beside.row')];
  if (isCheckedNow(referral) && side !== 'provider') return [t(`case.check-in.row-${side}`)];
  if (owedBy(referral, side).length > 0) return [t(`case.question.row-${side === 'desk' ? 'desk' : 'owed'}`)];
  return askedBy(referral, side).length > 0 ? [t('case.question.row-asked')] : [];
}

/** Urgent before anything else; else until when, where somebody of the reader's side must act. */
function badgeOf(line: ReferralLine, list: Worklist, { language, calendar, now }: ViewContext): Row['badge'] {
  if (line.referral.urgency === 'urgent') return { text: texts(language)('case.card.urgent'), style: 'Attention' };
  const terms = termsOf(line, sideOf(list.organisations), { calendar, now });
  const isLate = line.rank === 'late';
  const term = isLate ? terms.toSorted((one, other) => one.getTime() - other.getTime())[0] : terms[0];
  if (term === undefined || line.rank === 'open' || line.rank === 'waits') return null;
  return {
    text: day(calendar.dayOf(term), language, calendar.dayOf(now)),
    style: isLate ? 'Attention' : 'Warning',
  };
}

/** Until when each thing is done that is asked of this side; what weighs most first. */
function termsOf(
  { referral, roundTable, trajectory, released }: ReferralLine,
  side: Reader,
  { calendar, now }: Pick<ViewContext, 'calendar' | 'now'>,
): Date[] {
  const { besidePlace, listCheck } = referral;
  const asked = isCheckedNow(referral) ? (listCheck?.asked ?? null) : null;
  const own = roundTable === null ? termOf(referral, calendar) : termOfRoundTable(roundTable, now, calendar);
  const messages = [trajectory, released].flatMap((one) => (one === null ? [] : owedMessages(one, side)));
  const terms = [
    owedBy(referral, side)[0]?.answerBy,
    isBeside(referral) && besidePlace !== null && besideTerm(besidePlace, calendar),
    asked !== null && checkInTerm(asked.at, calendar),
    own,
    trajectory !== null && termOfStep(trajectory, now, calendar),
    messages[0]?.by,
  ];
  return terms.filter((term) => term instanceof Date);
}
