import type { ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import type { Act } from '../../../domain/case/policy.js';
import type { Referral } from '../../../domain/case/referral.js';
import { day, moment, time } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom, codeWord, codeWords, questionLine, regionLine, stateWord } from '../../../texts/referral-words.js';

interface Fact {
  readonly title: string;
  readonly value: string;
}

/** The lines under the header: for whom, region, question, presence, what is special, who referred. */
export function factLines(facts: CaseFacts, { language }: Pick<ViewContext, 'language'>): Fact[] {
  const { referral, clb, contactedBy } = facts;
  const t = texts(language);
  const lines: [string, string | null][] = [
    [t(referral.target === 'pupil' ? 'dispatch.facts.pupil' : 'dispatch.facts.group'), aboutWhom(referral, language)],
    [t('dispatch.facts.region'), regionLine(referral, language)],
    [t('dispatch.facts.question'), questionLine(referral, language)],
    [t('dispatch.facts.wanted-form'), codeWords(language, 'wanted-form', referral.wantedForms)],
    [t('dispatch.facts.presence'), referral.presence && codeWord(language, 'presence', referral.presence)],
    [t('dispatch.facts.enrolment'), notEnrolled(referral) ? codeWord(language, 'enrolment', referral.enrolment) : null],
    [t('dispatch.facts.urgency'), referral.urgency === 'urgent' ? t('dispatch.facts.urgent') : null],
    [t('dispatch.facts.referred-by'), clb && plain(clb.name)],
    [t('dispatch.facts.on-name-of'), contactedBy && plain(contactedBy.name)],
  ];
  return lines.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}

/** The trajectory may start although the pupil has no school: such a referral is flagged (R6). */
const notEnrolled = ({ enrolment, target }: Referral): boolean => target === 'pupil' && enrolment !== 'enrolled';

/** Once a provider's part is closed, its card tells no more than which referral it was and who referred it. */
export const isClosedForProvider = ({ state }: Pick<Referral, 'state'>): boolean =>
  state === 'no-match' || state === 'full' || state === 'withdrawn' || state === 'recalled';

/** The header's reference and state: symbol and word. */
export const headerOf = ({ referral }: CaseFacts, { language }: Pick<ViewContext, 'language'>) => {
  const { symbol, word } = stateWord(language, referral.state);
  return {
    reference: texts(language)('dispatch.facts.reference', { reference: referral.reference }),
    state: `${symbol} ${word}`,
  };
};

/** Who gave the present answer and when, or that the desk wrote it down; null when there is none. */
export function answeredLine(facts: CaseFacts, { language, now }: ViewContext): string | null {
  const { referral, answeredBy } = facts;
  if (referral.answeredAt === null || answeredBy === null) return null;
  const told = { moment: moment(referral.answeredAt, language, now), name: plain(answeredBy.name) };
  return texts(language)(isNotedByDesk(facts) ? 'dispatch.answered.by-desk' : 'dispatch.answered.by-person', told);
}

const isNotedByDesk = ({ referral: { answeredAt }, history }: CaseFacts): boolean =>
  history.some(
    ({ at, side, data }) => at.getTime() === answeredAt?.getTime() && (side === 'desk' || data['by'] === 'desk'),
  );

/** Until when the answer can be taken back by who has these buttons; null when it stands. */
export const undoUntil = (
  { undo }: Referral,
  may: ReadonlySet<Act>,
  language: ViewContext['language'],
): string | null =>
  undo === null || !may.has('undo')
    ? null
    : texts(language)('dispatch.answered.undo-until', { time: time(undo.until, language) });

/** The answers that may be given: buttons of the offer and of the card before the desk. */
export const answersOf = ({ state }: Referral, may: ReadonlySet<Act>) => ({
  mayContact: may.has('contact'),
  mayAnswer: may.has('place'),
  mayCorrect: may.has('correct') && !may.has('undo'),
  placeStyle: state === 'contacted' ? 'positive' : null,
});

export const dayLine = (on: string, { language, now, calendar }: ViewContext): string =>
  day(on, language, calendar.dayOf(now));
