import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts, QuestionEntry } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { askedBy } from '../../../domain/case/question.js';
import type { ReferralId } from '../../../domain/ids.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { sideName } from '../card/question-on-case.js';
import type { Button } from '../card/buttons.js';
import { caseForms } from '../case-forms.js';
import { actsOnCard } from '../viewer.js';
import { wayBack } from '../card/way-back.js';
import { canAnswer } from './can-answer.js';
import { saidBy } from '../said-by.js';

interface OpenedFacts {
  readonly whole: CaseFacts;
  readonly entries: readonly QuestionEntry[];
  readonly why: string | null;
}

/**
 * What was asked, answered and noted in a case, for the one person who pressed, with room to answer. It has no `may`: nothing but
 * the action `open-questions`, which writes the read log, can show it.
 */
export const openedQuestions = view({
  slug: 'opened-questions',
  audience: 'one-person',
  params: z.object({ referralId: id<ReferralId>(), why: z.string().nullish() }),
  async load(read, { referralId, why }): Promise<OpenedFacts | null> {
    const whole = await read.caseOf(referralId);
    return whole === null ? null : { whole, entries: await read.questionsOf(referralId), why: why ?? null };
  },
  fill(facts, context) {
    const { whole } = facts;
    const { referral } = whole;
    const t = texts(context.language);
    const way = wayBack(referral, context.actor, facts.why);
    const may = actsOnCard(context, referral, way.reader);
    const answerTo = may.has('answer-question') ? canAnswer(referral, way.reader) : null;
    return {
      onlyYou: t('privacy.opened-file.only-you'),
      noted: t('privacy.opened-file.noted', { moment: moment(context.now, context.language, context.now) }),
      close: t('questions.opened-questions.close', { reference: referral.reference }),
      line: t('case.card.reference', { reference: referral.reference }),
      questions: questionsOf(facts, way.reader, context),
      answerTo: answerTo?.id ?? null,
      answerLabel: answerTo === null ? null : answerLabel(facts, way.reader, answerTo.by, context),
      referralId: referral.id,
      round: referral.round,
      backTo: way.backTo,
      why: way.why,
      buttons: more(facts, may, way.reader, context),
    };
  },
  summary: ({ whole: { referral } }, { language }) =>
    texts(language)('questions.opened-questions.summary', { reference: referral.reference }),
});

/** Each note, and each question with its answer; one of the reader's own side that is still open can be taken back. */
function questionsOf({ whole, entries }: OpenedFacts, reader: string, context: ViewContext) {
  const t = texts(context.language);
  const erased = t('questions.opened-questions.erased');
  const own = askedBy(whole.referral, reader).map(({ id: one }) => one);
  return entries
    .filter(({ what }) => what !== 'answered')
    .map((asked) => {
      const answer = entries.find((one) => one.what === 'answered' && one.question === asked.question);
      return {
        who: saidBy(asked, whole, context),
        text: asked.text === null ? erased : plain(asked.text),
        answeredBy: answer === undefined ? null : saidBy(answer, whole, context),
        answer: answer === undefined ? null : answer.text === null ? erased : plain(answer.text),
        open: answer === undefined && asked.what === 'asked' ? withoutAnswer(whole, asked, context) : null,
        withdraw: own.find((one) => one === asked.question) ?? null,
      };
    });
}

/** Until when an answer is expected; or that none is any more. */
function withoutAnswer(
  { referral, history }: CaseFacts,
  asked: QuestionEntry,
  { language, calendar, now }: ViewContext,
): string {
  const t = texts(language);
  const open = referral.questions.find(({ id: one }) => one === asked.question);
  const isWithdrawn = history.some(
    ({ name, data }) => name === 'question-withdrawn' && data['question'] === asked.question,
  );
  return open === undefined
    ? t(`questions.opened-questions.${isWithdrawn ? 'withdrawn' : 'over'}`)
    : t('questions.opened-questions.until', { day: day(calendar.dayOf(open.answerBy), language, calendar.dayOf(now)) });
}

function answerLabel({ whole }: OpenedFacts, reader: string, by: 'clb' | 'provider', context: ViewContext): string {
  const t = texts(context.language);
  const who = sideName(whole, by);
  return t(reader === 'desk' ? 'questions.opened-questions.noted-answer' : 'questions.opened-questions.your-answer', {
    who,
  });
}

/** The file beside it, and a question of one's own. */
function more(
  { whole: { referral } }: OpenedFacts,
  may: ReadonlySet<string>,
  reader: string,
  { language }: ViewContext,
) {
  const t = texts(language);
  const subject = { referralId: referral.id, round: referral.round, ...(reader === 'desk' ? { why: 'desk' } : {}) };
  const button = (title: string, verb: string, data: object): Button => ({
    title,
    style: null,
    mode: null,
    verb,
    data: { ...data },
  });
  return [
    ...(may.has('open-file') ? [button(t('case.buttons.open'), 'open-file', subject)] : []),
    ...(may.has('ask-question')
      ? [button(t('case.buttons.ask'), builtInVerbs.openForm, caseForms.ask.onButton(subject))]
      : []),
  ];
}
