import {
  answerKeys,
  idOfKey,
  placeOf,
  type Answer,
  type AnswerKey,
  type ShownAnswer,
} from '../domain/answers/answer.js';
import type { Language } from '../domain/language.js';
import { askedWords } from './asked-words.js';
import { texts, type TextKey } from './index.js';

/** Where an answer says what a card says too, it is the sentence of that card; own sentences come after or before it. */
const sentences: Readonly<Partial<Record<AnswerKey, readonly TextKey[]>>> = {
  'how-to-refer': [
    'answers.questions.how-to-refer.text',
    'intake.intake-stopped.stops.care-not-gone-through.text',
    'intake.intake-stopped.stops.indication-not-done.text',
    'intake.intake-stopped.stops.not-agreed.text',
  ],
  'parent-asks': ['intake.first-part.sourceHint', 'answers.questions.parent-asks.text'],
  'facility-asks': ['intake.first-part.sourceHint', 'answers.questions.facility-asks.text'],
  'code-p': ['intake.receipt.code-p', 'answers.questions.code-p.text'],
};

/** The questions that come with the program, in one language. */
export function answersFrom(language: Language): ShownAnswer[] {
  const t = texts(language);
  return answerKeys.map((key) => ({
    id: idOfKey(key),
    ...placeOf[key],
    question: t(`answers.questions.${key}.question`),
    text: (sentences[key] ?? [`answers.questions.${key}.text` as const]).map((sentence) => t(sentence)).join(' '),
    asked: askedWords[language][key],
    changedAt: null,
  }));
}

/** Every question that is shown: those of the program, in the words of the desk where it wrote others, and the desk's own after them. */
export function shownAnswers(written: readonly Answer[], language: Language): ShownAnswer[] {
  const byId = new Map<string, Answer>(written.map((one) => [one.id, one]));
  const given = answersFrom(language);
  const own = written.filter(({ id }) => given.every((one) => one.id !== id));
  return [
    ...given.flatMap((one) => inWordsOf(byId.get(one.id), one)),
    ...own.flatMap((one) => inWordsOf(one, { id: one.id, group: 'more' })),
  ];
}

function inWordsOf(written: Answer | undefined, one: ShownAnswer | Pick<ShownAnswer, 'id' | 'group'>): ShownAnswer[] {
  if (written === undefined) return 'question' in one ? [one] : [];
  if (written.state === 'withdrawn') return [];
  const { question, text, asked, act, changedAt } = written;
  return [{ id: one.id, group: one.group, question, text, asked, act, changedAt }];
}
