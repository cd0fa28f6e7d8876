import type { Action, Filled, View } from '../../../src/contracts/action.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { DeskQuestion } from '../../../src/contracts/read-answers.js';
import { idOfKey, type Answer } from '../../../src/domain/answers/answer.js';
import type { AnswerId, DeskQuestionId } from '../../../src/domain/ids.js';
import { answerAsked } from '../../../src/features/answers/answer-asked.js';
import { answerCard } from '../../../src/features/answers/answer-card.js';
import { answerHistory } from '../../../src/features/answers/answer-history.js';
import { answerList } from '../../../src/features/answers/answer-list.js';
import { askDesk } from '../../../src/features/answers/ask-desk.js';
import { deskQuestion } from '../../../src/features/answers/desk-question.js';
import { editAnswer } from '../../../src/features/answers/edit-answer.js';
import { questionAnswered } from '../../../src/features/answers/question-answered.js';
import { questionSent } from '../../../src/features/answers/question-sent.js';
import { textAt } from '../../../src/texts/index.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { conversation, monday10, viewContext } from '../../support/given.js';
import { readOver } from '../../support/read-over.js';
import { an, by, clb, desk, dirk, uuid } from '../helplines/world.js';

const asked: DeskQuestion = {
  id: uuid<DeskQuestionId>('e1'),
  text: 'Mag een leerling twee trajecten na elkaar volgen?',
  language: 'nl',
  personId: an.id,
  organisationId: clb.id,
  conversation: conversation({ scope: 'personal', conversationId: 'a:an' }),
  at: monday10,
  state: 'open',
  answer: null,
  answeredBy: null,
  answeredAt: null,
  answerId: null,
  version: 1,
};
const answered: DeskQuestion = {
  ...asked,
  id: uuid<DeskQuestionId>('e2'),
  state: 'answered',
  answer: 'Ja. Na het eerste traject bekijkt u met de aanbieder wat nog nodig is.',
  answeredBy: dirk.id,
  answeredAt: monday10,
};
const own: Answer = {
  id: uuid<AnswerId>('f1'),
  question: asked.text,
  text: answered.answer!,
  asked: '',
  act: 'list-services',
  state: 'shown',
  earlier: [
    {
      question: 'Twee trajecten?',
      text: 'Dat kan.',
      asked: '',
      act: 'ask-desk',
      until: monday10.toISOString(),
      personId: dirk.id,
    },
  ],
  changedAt: monday10,
  changedBy: dirk.id,
  organisationId: desk.id,
  version: 2,
};
const gone: Answer = { ...own, id: uuid<AnswerId>('f2'), question: 'Een oude vraag', state: 'withdrawn', earlier: [] };
const published: DeskQuestion = { ...answered, id: uuid<DeskQuestionId>('e3'), answerId: own.id };

const read = () =>
  readOver([
    { into: 'organisation', rows: [clb, desk] },
    { into: 'person', rows: [an, dirk] },
    { into: 'answer', rows: [own, gone] },
    { into: 'deskQuestion', rows: [asked, answered, published] },
  ]);
const ofDesk = { actor: by(dirk, desk).actor };

const view = (one: unknown, name: string, params: object, over: object = {}): Drawing => ({
  feature: 'answers',
  slug: (one as View).slug,
  name,
  async data(language) {
    const context = viewContext({ language, ...over });
    const { load, params: schema, fill } = one as View;
    return fill((await load(read(), schema.parse(params), context))!, context);
  },
});

const form = (one: unknown, name: string, data: object, filled: Partial<Filled> = {}): Drawing => ({
  feature: 'answers',
  slug: (one as Action).slug,
  name,
  async data(language) {
    const action = one as Action;
    const given = by(dirk, desk);
    const context = { ...given, newId: <T extends string>() => uuid<T>('77'), actor: { ...given.actor, language } };
    const loaded = await action.load(read(), action.subject.parse(data), context);
    if (isRefusal(loaded)) throw new Error(loaded.refused);
    const errors = Object.fromEntries(
      Object.entries(filled.errors ?? {}).map(([field, code]) => [
        field,
        textAt(language, `answers.${action.slug}.errors.${code}`) ?? `no text for ${code}`,
      ]),
    );
    const shown = action.form!(loaded, context, { typed: {}, ...filled, errors });
    return { ...shown, errors: { ...errors, ...(shown as { errors?: object }).errors } };
  },
});

const others = [idOfKey('parent-asks'), idOfKey('facility-asks')];

checkDrawings([
  view(answerList, 'all', {}),
  view(answerList, 'last page, for the desk', { page: '3' }, ofDesk),
  view(answerList, 'nothing found', { found: [], said: 'Kan ik een fiets lenen?' }),
  view(answerList, 'found', { found: others }),
  view(answerCard, 'found', { answerId: idOfKey('who-refers'), others, said: 'wie mag aanmelden' }),
  view(answerCard, 'card sentences', { answerId: idOfKey('how-to-refer') }),
  view(answerCard, 'of the desk', { answerId: own.id }, ofDesk),
  view(answerHistory, 'one earlier', { answerId: own.id }, ofDesk),
  view(deskQuestion, 'open', { questionId: asked.id }),
  view(deskQuestion, 'waits', { questionId: asked.id, again: 'yes' }),
  view(deskQuestion, 'answered', { questionId: answered.id }),
  view(deskQuestion, 'published', { questionId: published.id }),
  view(questionSent, 'in a chat', { questionId: asked.id }),
  view(questionAnswered, 'answered', { questionId: answered.id }),
  form(askDesk, 'empty', {}),
  form(
    askDesk,
    'personal',
    {},
    { typed: { question: 'Mag Elif Yildiz, geboren op 9/3/2012, starten?' }, errors: { question: 'personal' } },
  ),
  form(answerAsked, 'empty', { questionId: asked.id }),
  form(editAnswer, 'new', {}),
  form(editAnswer, 'of the program', { answerId: idOfKey('full') }),
  form(editAnswer, 'errors', {}, { typed: { question: '' }, errors: { question: 'question-missing' } }),
]);
