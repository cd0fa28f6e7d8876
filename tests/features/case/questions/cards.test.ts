import { answerQuestion } from '../../../../src/features/case/questions/answer-question.js';
import { askQuestion } from '../../../../src/features/case/questions/ask-question.js';
import { leaveNote } from '../../../../src/features/case/questions/leave-note.js';
import { openedQuestions } from '../../../../src/features/case/questions/opened-questions.js';
import { questionPost } from '../../../../src/features/case/questions/question-post.js';
import { checkDrawings, drawForm, drawView, type Drawing } from '../referral/check-drawings.js';
import { atClb, atDesk, atProvider, uuid, type CaseWorld } from '../referral/world.js';
import {
  answered,
  asked,
  asks,
  closed,
  noted,
  noteId,
  otherId,
  questionId,
  unanswered,
  withdrawn,
  words,
} from './world.js';

const of = { referralId: uuid('42') };
type Given = (world: CaseWorld) => Promise<void>;
const post = (name: string, what: string, given: Given): Drawing =>
  drawView('questions', questionPost, name, { ...of, questionId, what }, given);
const opened = (name: string, by: ReturnType<typeof atClb>, given: Given): Drawing =>
  drawView(
    'questions',
    openedQuestions,
    name,
    { ...of, ...(by.organisations[0]?.kind === 'desk' ? { why: 'desk' } : {}) },
    given,
    { by },
  );
const form = (action: { slug: string }, name: string, around: Parameters<typeof drawForm>[5], given: Given): Drawing =>
  drawForm('questions', action, name, { ...of, questionId }, given, around);

checkDrawings([
  post('asked', 'asked', (world) => asked(world, 'provider')),
  post('late', 'asked', (world) => unanswered(world, 'provider')),
  post('is answered', 'asked', (world) => answered(world, 'provider')),
  post('is withdrawn', 'asked', (world) => withdrawn(world, 'clb')),
  post('is closed', 'asked', (world) => closed(world, 'provider')),
  post('answered', 'answered', (world) => answered(world, 'provider')),
  post('reminded', 'reminded', (world) => asked(world, 'clb')),
  post('closed', 'closed', (world) => closed(world, 'provider')),
  opened('to answer', atClb(), async (world) => {
    await answered(world, 'clb');
    await asks(world, 'provider', otherId, words.second);
  }),
  opened('waiting', atProvider(), (world) => asked(world, 'provider')),
  opened('the desk notes it', atDesk(), (world) => unanswered(world, 'provider')),
  form(askQuestion, 'opened', { by: atClb() }, async (world) => void (await world.refers(42))),
  form(
    askQuestion,
    'nothing typed',
    { by: atProvider(), filled: { errors: { question: 'missing' } } },
    async (world) => void (await world.refers(42)),
  ),
  drawView('questions', questionPost, 'noted', { ...of, questionId: noteId, what: 'noted' }, noted),
  opened('a note', atClb(), noted),
  form(leaveNote, 'opened', { by: atProvider() }, noted),
  form(leaveNote, 'too long', { by: atProvider(), filled: { errors: { note: 'too-long' } } }, noted),
  form(answerQuestion, 'nothing typed', { by: atClb(), filled: { errors: { answer: 'missing' } } }, (world) =>
    asked(world, 'provider'),
  ),
]);
