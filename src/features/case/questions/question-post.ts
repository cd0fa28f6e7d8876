import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts, HistoryEvent } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import type { Read } from '../../../contracts/read.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import { questionNews, type QuestionNews } from '../../../domain/case/cards.js';
import { otherSide, type OpenQuestion } from '../../../domain/case/question.js';
import type { NoteId, QuestionId, ReferralId } from '../../../domain/ids.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import type { Button } from '../card/buttons.js';
import { sideName } from '../card/question-on-case.js';

interface PostFacts extends CaseFacts {
  readonly what: QuestionNews;
  /** Null: it is over. */
  readonly open: OpenQuestion | null;
  /** Which side asked. */
  readonly by: OpenQuestion['by'];
  readonly askedBy: string | null;
  /** How it ended, and who did that; null as long as it is open. */
  readonly end: HistoryEvent | null;
  readonly endedBy: string | null;
}

const endings = ['question-answered', 'question-withdrawn', 'question-closed'];

const nameOf = async (read: Read, event: HistoryEvent | undefined): Promise<string | null> =>
  event?.personId == null ? null : ((await read.person(event.personId))?.name ?? null);

/**
 * A reply that says that there is a question or a note, that it was answered, or what else became of it; never what was asked. The
 * question itself and its reminder live on: afterwards they say how it ended and ask nothing any more.
 */
export const questionPost = view({
  slug: 'question-post',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>(), questionId: id<QuestionId | NoteId>(), what: z.enum(questionNews) }),
  async load(read, { referralId, questionId, what }): Promise<PostFacts | null> {
    const facts = await read.caseOf(referralId);
    const about =
      facts?.history.filter(({ data }) => data['question'] === questionId || data['note'] === questionId) ?? [];
    const asked = about.find(({ name }) => name === 'question-asked' || name === 'note-left');
    if (facts === null || asked === undefined) return null;
    const end = about.find(({ name }) => endings.includes(name));
    return {
      ...facts,
      what,
      by: asked.name === 'note-left' || asked.data['by'] === 'provider' ? 'provider' : 'clb',
      open: facts.referral.questions.find((one) => one.id === questionId) ?? null,
      askedBy: await nameOf(read, asked),
      end: end ?? null,
      endedBy: await nameOf(read, end),
    };
  },
  fill(facts, context) {
    const isLiving = facts.what === 'asked';
    return {
      reference: isLiving
        ? null
        : texts(context.language)('case.card.reference', { reference: facts.referral.reference }),
      sentence: isLiving ? null : sentenceOf(facts, context),
      strip: isLiving ? stripOf(facts, context) : null,
      buttons: buttonsOf(facts, context),
    };
  },
  summary: (facts, context) =>
    texts(context.language)('questions.question-post.summary', {
      reference: facts.referral.reference,
      sentence: sentenceOf(facts, context).replaceAll('**', ''),
    }),
});

/** `Bert Voorbeeld van NAFT`, or the side alone. */
function whoOf(facts: PostFacts, name: string | null, side: OpenQuestion['by'], context: ViewContext): string {
  const organisation = sideName(facts, side);
  return name === null
    ? organisation
    : texts(context.language)('questions.question-post.who', { name: plain(name), organisation });
}

function sentenceOf(facts: PostFacts, context: ViewContext): string {
  const say = texts(context.language);
  const asker = whoOf(facts, facts.askedBy, facts.by, context);
  switch (facts.what) {
    case 'asked':
      return say('questions.question-post.asked', { who: asker });
    case 'noted':
      return say('questions.question-post.noted', { who: asker });
    case 'reminded':
      return facts.open === null
        ? `${endOf(facts, facts.end, context).state}.`
        : say('questions.question-post.reminded', { who: asker });
    case 'answered':
      return facts.end?.side === 'desk'
        ? say('questions.question-post.answered-by-desk', { who: sideName(facts, otherSide(facts.by)) })
        : say('questions.question-post.answered', { who: whoOf(facts, facts.endedBy, otherSide(facts.by), context) });
    case 'closed':
      return say(
        `questions.question-post.closed-${facts.end?.data['reason'] === 'withdrawn' ? 'withdrawn' : 'answered'}`,
      );
  }
}

/** The question itself: until when it waits, or how it ended. */
function stripOf(facts: PostFacts, context: ViewContext): Strip {
  const { open, end } = facts;
  const { language, now, calendar } = context;
  const say = texts(language);
  if (open === null)
    return {
      ...(end?.name === 'question-answered' ? looks.over : looks.closed),
      ...endOf(facts, end, context),
    };
  const isLate = open.answerBy < now;
  const word = isLate
    ? say('case.card.late', { moment: moment(open.answerBy, language, now) })
    : say('case.question.answer-by', { day: day(calendar.dayOf(open.answerBy), language, calendar.dayOf(now)) });
  return {
    ...(isLate ? looks.late : looks.decide),
    state: `${facts.referral.reference} · ${word}`,
    next: sentenceOf(facts, context),
  };
}

function endOf(
  facts: PostFacts,
  end: HistoryEvent | null,
  { language, now }: ViewContext,
): Pick<Strip, 'state' | 'next'> {
  const say = texts(language);
  if (end === null) return { state: say('questions.question-post.over'), next: null };
  const when = moment(end.at, language, now);
  const next = facts.endedBy === null ? when : `${plain(facts.endedBy)}, ${when}`;
  if (end.name === 'question-answered') return { state: say('questions.question-post.is-answered'), next };
  if (end.name === 'question-withdrawn') return { state: say('questions.question-post.is-withdrawn'), next };
  return { state: say('questions.question-post.is-closed'), next };
}

const readWords = {
  answered: 'questions.question-post.read-answer',
  noted: 'questions.question-post.read-note',
} as const;

/** To read is one press, in the reply itself; of what is over or withdrawn nothing is to be read here. */
function buttonsOf(facts: PostFacts, { language }: ViewContext): Button[] {
  const { what, open, referral } = facts;
  const read = what === 'answered' || what === 'noted' ? readWords[what] : null;
  if (what === 'closed' || (read === null && open === null)) return [];
  const title = texts(language)(read ?? 'case.buttons.answer');
  const data = { referralId: referral.id, round: referral.round };
  return [{ title, style: 'positive', mode: null, verb: 'open-questions', data }];
}
