import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { DeskQuestion } from '../../contracts/read-answers.js';
import type { Answer, ShownAnswer } from '../../domain/answers/answer.js';
import type { AnswerId } from '../../domain/ids.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { answerId, said } from './answer-params.js';

const perPage = 8;

interface ListFacts {
  readonly shown: readonly ShownAnswer[];
  /** Null: all were asked for, nothing was looked for. */
  readonly found: readonly AnswerId[] | null;
  readonly said: string | null;
  readonly page: number;
  readonly waiting: readonly DeskQuestion[];
  readonly withdrawn: readonly Answer[];
}

/** The questions, eight at a time, or those that were found. The desk sees what waits for it, and adds. */
export const answerList = view({
  slug: 'answer-list',
  forEverybody: true,
  audience: 'stored',
  params: z.object({
    found: z.array(answerId).max(3).optional(),
    said,
    page: z
      .string()
      .regex(/^\d{1,4}$/)
      .optional()
      .catch(undefined),
  }),
  async load(read, params, { language, actor }): Promise<ListFacts> {
    const isDesk = actor !== null && actsFor(actor, 'desk') !== null;
    const shown = await read.answers(language);
    const last = Math.max(1, Math.ceil(shown.length / perPage));
    return {
      shown,
      found: params.found ?? null,
      said: params.said ?? null,
      page: Math.min(Math.max(1, Number(params.page ?? 1)), last),
      waiting: isDesk ? await read.openDeskQuestions() : [],
      withdrawn: isDesk ? await read.withdrawnAnswers() : [],
    };
  },
  may: () => null,
  fill(facts, context) {
    const { shown, found, page, waiting, withdrawn } = facts;
    const { language, links, actor } = context;
    const t = texts(language);
    const pages = Math.max(1, Math.ceil(shown.length / perPage));
    const isDesk = actor !== null && actsFor(actor, 'desk') !== null;
    return {
      line: lineOf(facts, pages, context),
      waiting: waiting.slice(0, perPage).map((one) => waitingRow(one, context)),
      waitingMore: moreOf(waiting.length, context),
      rows: rowsOf(facts, context),
      withdrawn: page === pages && found === null ? withdrawn.map((one) => withdrawnRow(one, context)) : [],
      said: facts.said,
      ask: facts.said === null ? 'form' : null,
      all: found === null ? null : 'yes',
      add: isDesk && found === null ? 'yes' : null,
      earlierPage: found === null && page > 1 ? String(page - 1) : null,
      nextPage: found === null && page < pages ? String(page + 1) : null,
      web: links.page(`/vragen${language === 'nl' ? '' : `?taal=${language}`}`),
      webTitle: t('answers.answer-list.on-web'),
    };
  },
  summary: (_facts, { language }) => texts(language)('answers.answer-list.title'),
});

function lineOf({ found, page, said: typed }: ListFacts, pages: number, { language }: ViewContext): string | null {
  const t = texts(language);
  if (found === null) return pages === 1 ? null : t('answers.answer-list.page', { page, pages });
  if (found.length > 0) return t('answers.answer-list.found');
  const nothing = t('answers.answer-list.nothing');
  return typed === null ? nothing : `${nothing} ${t('answers.answer-list.nothing-ask')}`;
}

function rowsOf({ shown, found, page }: ListFacts, { language }: ViewContext) {
  const t = texts(language);
  const some =
    found === null
      ? shown.slice((page - 1) * perPage, page * perPage)
      : found.flatMap((one) => shown.filter(({ id }) => id === one));
  return some.map(({ id, question, group }) => ({
    answerId: id,
    title: plain(question),
    line: t(`answers.groups.${group}`),
    badge: null,
  }));
}

const waitingRow = ({ id, text, at }: DeskQuestion, { language, now }: ViewContext) => ({
  questionId: id,
  title: plain(text.length > 120 ? `${text.slice(0, 119)}…` : text),
  line: texts(language)('answers.answer-list.asked-at', { when: moment(at, language, now) }),
  badge: null,
});

const withdrawnRow = ({ id, question }: Answer, { language }: ViewContext) => ({
  answerId: id,
  title: plain(question),
  line: texts(language)('answers.answer-list.withdrawn'),
  badge: null,
});

const moreOf = (count: number, { language }: ViewContext): string | null =>
  count <= perPage ? null : texts(language)('answers.answer-list.waiting-more', { count: count - perPage });
