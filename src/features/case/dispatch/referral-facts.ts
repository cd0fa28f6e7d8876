import type { ViewContext } from '../../../contracts/action.js';
import type { DeskReason } from '../../../contracts/jobs.js';
import type { HistoryEvent, Read } from '../../../contracts/read.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Organisation, Person, Service } from '../../../domain/organisation.js';
import { canTakeBack, type Referral } from '../../../domain/case/referral.js';
import { day, moment, time } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom, codeWord, codeWords, questionLine, regionLine, stateWord } from '../../../texts/referral-words.js';
import { undoneName } from './answering.js';

/** A referral with everything that a card before the provider or the desk tells about it; nothing personal of a pupil. */
export interface ReferralFacts {
  readonly referral: Referral;
  /** Null: nobody has chosen yet. */
  readonly service: Service | null;
  readonly provider: Organisation | null;
  readonly clb: Organisation | null;
  readonly contactedBy: Person | null;
  readonly answeredBy: Person | null;
  readonly history: readonly HistoryEvent[];
  readonly why: DeskReason | null;
}

/** Loads what the cards tell; null when the referral does not exist. */
export async function loadReferralFacts(read: Read, id: ReferralId): Promise<ReferralFacts | null> {
  const referral = await read.referral(id);
  if (referral === null) return null;
  return {
    referral,
    service: referral.serviceId === null ? null : await read.service(referral.serviceId),
    provider: referral.providerId === null ? null : await read.organisation(referral.providerId),
    clb: await read.organisation(referral.clbId),
    contactedBy: referral.contactedBy === null ? null : await read.person(referral.contactedBy),
    answeredBy: referral.answeredBy === null ? null : await read.person(referral.answeredBy),
    history: await read.history(id),
    why: null,
  };
}

interface Fact {
  readonly title: string;
  readonly value: string;
}

/** The lines under the header: for whom, region, question, presence, what is special, who referred. */
export function factLines(facts: ReferralFacts, { language }: Pick<ViewContext, 'language'>): Fact[] {
  const { referral, clb, contactedBy } = facts;
  const say = texts(language);
  const lines: [string, string | null][] = [
    [say(referral.target === 'pupil' ? 'dispatch.facts.pupil' : 'dispatch.facts.group'), aboutWhom(referral, language)],
    [say('dispatch.facts.region'), regionLine(referral, language)],
    [say('dispatch.facts.question'), questionLine(referral, language)],
    [say('dispatch.facts.wanted-form'), codeWords(language, 'wanted-form', referral.wantedForms)],
    [say('dispatch.facts.presence'), referral.presence && codeWord(language, 'presence', referral.presence)],
    [
      say('dispatch.facts.enrolment'),
      notEnrolled(referral) ? codeWord(language, 'enrolment', referral.enrolment) : null,
    ],
    [say('dispatch.facts.urgency'), referral.urgency === 'urgent' ? say('dispatch.facts.urgent') : null],
    [say('dispatch.facts.referred-by'), clb && plain(clb.name)],
    [say('dispatch.facts.on-name-of'), contactedBy && plain(contactedBy.name)],
  ];
  return lines.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

/** The trajectory may start although the pupil has no school: such a referral is flagged (R6). */
const notEnrolled = ({ enrolment, target }: Referral): boolean => target === 'pupil' && enrolment !== 'enrolled';

/** The header's reference and state: symbol and word. */
export const headerOf = ({ referral }: ReferralFacts, { language }: Pick<ViewContext, 'language'>) => {
  const { symbol, word } = stateWord(language, referral.state);
  return {
    reference: texts(language)('dispatch.facts.reference', { reference: referral.reference }),
    state: `${symbol} ${word}`,
  };
};

/** Who gave the present answer and when, or that the desk wrote it down; null when there is none. */
export function answeredLine(
  { referral, answeredBy, history }: ReferralFacts,
  { language, now }: ViewContext,
): string | null {
  if (referral.answeredAt === null || answeredBy === null) return null;
  const told = { moment: moment(referral.answeredAt, language, now), name: plain(answeredBy.name) };
  return texts(language)(
    isNotedByDesk(referral, history) ? 'dispatch.answered.by-desk' : 'dispatch.answered.by-person',
    told,
  );
}

const isNotedByDesk = ({ answeredAt }: Referral, history: readonly HistoryEvent[]): boolean =>
  history.some(({ at, data }) => at.getTime() === answeredAt?.getTime() && data['by'] === 'desk');

/** What the button for taking back carries and until when it works; nulls when the answer stands. */
export function undoOf(referral: Referral, { language, now }: ViewContext, forDesk: boolean) {
  const undo = canTakeBack(referral, now) ? referral.undo : null;
  if (undo === null || (undo.side === 'desk' && !forDesk)) return { undoGroup: null, undoUntil: null };
  const until = time(new Date(undo.until), language);
  return { undoGroup: undo.group, undoUntil: texts(language)('dispatch.answered.undo-until', { time: until }) };
}

/** How many answers were taken back until now: carried by every answer's button. */
export const roundOf = ({ history }: ReferralFacts): number => history.filter(({ name }) => name === undoneName).length;

/** The answers that may be given in this state: buttons of the offer and of the card before the desk. */
export const answersOf = ({ state }: Referral) => ({
  mayContact: state === 'delivered',
  mayAnswer: state === 'delivered' || state === 'contacted',
  placeStyle: state === 'contacted' ? 'positive' : null,
});

export const dayLine = (on: string, { language, now, calendar }: ViewContext): string =>
  day(on, language, calendar.dayOf(now));
