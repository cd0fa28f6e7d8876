import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { deskOnly } from '../../contracts/desk-only.js';
import type { DeskQuestion } from '../../contracts/read-answers.js';
import type { Read } from '../../contracts/read.js';
import type { DeskQuestionId } from '../../domain/ids.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { questionId } from './answer-params.js';

/** A question to the desk with who asked it, for whom, and who answered. */
export interface AskedFacts {
  readonly question: DeskQuestion;
  readonly asker: string | null;
  readonly organisation: string | null;
  readonly answerer: string | null;
}

export async function loadAsked(read: Read, id: DeskQuestionId): Promise<AskedFacts | null> {
  const question = await read.deskQuestion(id);
  if (question === null) return null;
  const { personId, organisationId, answeredBy } = question;
  return {
    question,
    asker: (await read.person(personId))?.name ?? null,
    organisation: organisationId === null ? null : ((await read.organisation(organisationId))?.name ?? null),
    answerer: answeredBy === null ? null : ((await read.person(answeredBy))?.name ?? null),
  };
}

/** What somebody asked, for the desk: to answer, and once answered to show to everybody. */
export const deskQuestion = view({
  slug: 'desk-question',
  audience: 'stored',
  params: z.object({ questionId, again: z.literal('yes').optional() }),
  load: async (read, { questionId: id, again }) => {
    const facts = await loadAsked(read, id);
    return facts === null ? null : { ...facts, again: again === 'yes' };
  },
  may: (_facts, actor) => deskOnly(actor),
  fill({ question, asker, organisation, answerer, again }, { language, now }) {
    const t = texts(language);
    const { text, at, answer, answeredAt, answerId } = question;
    const isOpen = question.state === 'open';
    const who = [asker, organisation].filter((one) => one !== null && one !== '').map((one) => plain(one ?? ''));
    return {
      questionId: question.id,
      open: isOpen ? 'yes' : null,
      state: t(`answers.desk-question.states.${isOpen ? (again ? 'waits' : 'open') : 'answered'}`),
      next:
        answeredAt === null
          ? t('answers.desk-question.next')
          : t('answers.desk-question.answered', {
              who: plain(answerer ?? ''),
              when: moment(answeredAt, language, now),
            }),
      title: plain(text),
      line: [...who, moment(at, language, now)].join(' · '),
      answer: answer === null ? null : plain(answer),
      publish: !isOpen && answerId === null ? 'yes' : null,
      answerId,
    };
  },
  summary: (_facts, { language }) => texts(language)('answers.desk-question.summary'),
});
