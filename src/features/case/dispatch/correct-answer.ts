import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { correctionReasons } from '../../../domain/case/events.js';
import { texts } from '../../../texts/index.js';
import { codeWord, stateWord } from '../../../texts/referral-words.js';
import { act, caseSubject, loadCase, mayAct } from '../act-on-case.js';
import { formHeader, presentAnswer } from './answering.js';

/**
 * Antwoord verbeteren: an answer that was given by mistake, after the time in which it could be taken back; with a reason,
 * told to the other side. The referral is contacted again, so that the right answer can be given. Error: `reason-missing`.
 */
export const correctAnswer = action({
  slug: 'correct-answer',
  subject: caseSubject,
  fields: z.object({ reason: z.enum(correctionReasons, { error: 'reason-missing' }) }),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['correct'], context, presentAnswer(facts)),
  form: (facts, { actor: { language } }, { typed }) => ({
    ...formHeader(facts, language),
    what: texts(language)('dispatch.correct-answer.what', { present: stateWord(language, facts.referral.state).word }),
    reasons: correctionReasons.map((value) => ({ title: codeWord(language, 'correction-reason', value), value })),
    typed: { reason: typed['reason'] ?? null },
  }),
  decide: (facts, { reason }, context) => act(facts, { act: 'correct', reason }, context, presentAnswer(facts)),
});
