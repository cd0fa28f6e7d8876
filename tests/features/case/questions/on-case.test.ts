import { expect, test } from '@jest/globals';
import type { CaseCard } from '../../../../src/features/case/card/case-card.js';
import { referralOffer } from '../../../../src/features/case/dispatch/referral-offer.js';
import { openedQuestions } from '../../../../src/features/case/questions/opened-questions.js';
import { askQuestion } from '../../../../src/features/case/questions/ask-question.js';
import { withdrawQuestion } from '../../../../src/features/case/questions/withdraw-question.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { onStage } from '../referral/on-stage.js';
import { atClb, uuid } from '../referral/world.js';

const on = onStage();
const of = { referralId: uuid('42') };
const next = async (view: { slug: string }): Promise<string | null> =>
  ((await on.stage.see(view as never, of, null)) as CaseCard).strip.next;
const asks = async (): Promise<void> => {
  await on.world.refers(42, { state: 'contacted' });
  await on.stage.press(askQuestion, { ...of, question: 'Kan woensdag ook?' }, { by: atClb() });
};

test('after the first talk both sides read until when the answer follows', async () => {
  await on.world.refers(42, { state: 'contacted' });
  expect(await next(referralOffer)).toMatch(/^Geef uw antwoord tegen .+, na het gesprek met An/);
  expect(await next(referralPost)).toMatch(/Het antwoord volgt tegen \w\w \d+ \w+\.$/);
});

test('a question that is open is what is answered first: nothing else is asked beside it', async () => {
  await asks();
  expect(await next(referralOffer)).toMatch(/stelde u een vraag\.$/);
  expect(await next(referralPost)).toMatch(/op uw vraag\.$/);
});

test('one that was taken back is withdrawn, not left without an answer', async () => {
  await asks();
  const [entry] = await on.stage.read.questionsOf(of.referralId as never);
  await on.stage.press(withdrawQuestion, { ...of, questionId: entry!.question }, { by: atClb() });
  const opened = await on.stage.see(openedQuestions, of, atClb());
  expect(opened!['questions']).toMatchObject([{ open: 'Deze vraag is ingetrokken.' }]);
});
