import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import type { Answer } from '../../domain/answers/answer.js';
import type { PersonId } from '../../domain/ids.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { answerId } from './answer-params.js';
import { deskOnly } from '../../contracts/desk-only.js';

const shownAtOnce = 6;

interface HistoryFacts {
  readonly written: Answer;
  readonly names: ReadonlyMap<PersonId, string>;
}

/** What an answer said before, until when, and who changed it then; each can be put back. */
export const answerHistory = view({
  slug: 'answer-history',
  audience: 'one-person',
  params: z.object({ answerId }),
  async load(read, { answerId: id }): Promise<HistoryFacts | null> {
    const written = await read.writtenAnswer(id);
    return written === null ? null : { written, names: await namesOf(read, written) };
  },
  may: (_facts, actor) => deskOnly(actor),
  fill({ written, names }, { language, now }) {
    const t = texts(language);
    return {
      answerId: written.id,
      name: plain(written.question),
      rows: written.earlier.slice(0, shownAtOnce).map(({ until, personId, question, text }) => ({
        answerId: written.id,
        until,
        when: t('answers.answer-history.until', {
          when: moment(new Date(until), language, now),
          who: plain((personId === null ? undefined : names.get(personId)) ?? t('answers.answer-history.somebody')),
        }),
        question: plain(question),
        text: plain(text),
      })),
      more:
        written.earlier.length <= shownAtOnce
          ? null
          : t('answers.answer-history.more', { count: written.earlier.length - shownAtOnce }),
    };
  },
  summary: (_facts, { language }) => texts(language)('answers.answer-history.title'),
});

async function namesOf(read: Read, { earlier }: Answer): Promise<Map<PersonId, string>> {
  const ids = [...new Set(earlier.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
  const people = await Promise.all(ids.map((id) => read.person(id)));
  return new Map(people.flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
}
