import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../src/contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../src/contracts/outcome.js';
import { idOfKey, type Answer } from '../../../src/domain/answers/answer.js';
import { rank } from '../../../src/domain/answers/rank.js';
import type { DeskQuestionId, PersonId } from '../../../src/domain/ids.js';
import { answers } from '../../../src/features/answers/index.js';
import { answersTo } from '../../../src/features/answers/answers-to.js';
import { shownAnswers } from '../../../src/texts/answer-texts.js';
import { person } from '../../support/given.js';
import { readOver, type Rows } from '../../support/read-over.js';
import { an, bram, by, clb, desk, dirk, naft, uuid } from '../helplines/world.js';

const passer = person({ id: uuid<PersonId>('b9'), aadObjectId: 'aad-passer', name: 'Pia Passant' });
const people: Rows[] = [
  { into: 'organisation', rows: [clb, naft, desk] },
  { into: 'person', rows: [an, bram, dirk, passer] },
];
const named = (slug: string): Action => {
  const found = answers.actions.find((one) => one.slug === slug);
  if (found === undefined) throw new Error(`no action ${slug}`);
  return found;
};

async function does(slug: string, data: object, context = by(an, clb), rows: readonly Rows[] = []) {
  const action = named(slug);
  const read = readOver([...people, ...rows]);
  const loaded = await action.load(read, action.subject.parse(data), context);
  if (isRefusal(loaded)) return loaded;
  return action.may(loaded, context) ?? action.decide(loaded, action.fields.parse(data), context);
}
const done = (verdict: Outcome | Refusal): Outcome => {
  if (isRefusal(verdict)) throw new Error(verdict.refused);
  return verdict;
};
const answersIn = ({ changes = [] }: Outcome): Answer[] =>
  changes.flatMap((change) => ('put' in change && change.put === 'answer' ? [change.row] : []));
const asDesk = by(dirk, desk);
const full = idOfKey('full');
const words = { question: 'Vol?', text: 'Kies een ander.', asked: '', act: 'list-services' as const };

describe('find-answer', () => {
  test('given a sentence with something personal, then nothing of it stays on a button', async () => {
    const { reply } = done(await does('find-answer', { said: 'Elif Yildiz geboren 9/3/2012 wachtlijst' }));
    expect(JSON.stringify(reply)).not.toContain('Elif');
    expect(JSON.stringify(reply)).toContain(idOfKey('waiting-list'));
  });

  test('given one word or a story, then a sentence is not taken for a question', async () => {
    const read = readOver(people);
    expect(await answersTo(read, 'wachtlijst', asDesk.actor)).toBeNull();
    expect(await answersTo(read, 'wachtlijst '.repeat(30), asDesk.actor)).toBeNull();
    expect(await answersTo(read, 'hoe werkt de wachtlijst', asDesk.actor)).toMatchObject({ does: 'find-answer' });
  });
});

describe('send-question', () => {
  const asked = (number: number) => ({
    id: uuid<DeskQuestionId>(`e${number}`),
    text: `Vraag ${number}`,
    language: 'nl',
    personId: an.id,
    organisationId: clb.id,
    conversation: asDesk.actor.conversation,
    at: asDesk.now,
    state: 'open',
    answer: null,
    answeredBy: null,
    answeredAt: null,
    answerId: null,
    version: 1,
  });

  test('given the same words once more, then it is one question', async () => {
    const outcome = done(
      await does('send-question', { said: 'Vraag 1' }, by(an, clb), [{ into: 'deskQuestion', rows: [asked(1)] }]),
    );
    expect(outcome.changes).toBeUndefined();
    expect(outcome.reply).toMatchObject({ show: 'question-sent', with: { questionId: uuid('e1') } });
  });

  test('given five that wait, then the sixth waits too, and says so', async () => {
    const rows: Rows[] = [{ into: 'deskQuestion', rows: [1, 2, 3, 4, 5].map(asked) }];
    expect(done(await does('send-question', { said: 'Vraag 6' }, by(an, clb), rows)).reply).toMatchObject({
      form: 'ask-desk',
      errors: { question: 'too-many' },
    });
    expect(done(await does('send-question', { said: 'Vraag 6' }, by(bram, naft), rows)).changes).toHaveLength(1);
  });

  test('given somebody of no team, then the desk still gets it', async () => {
    expect(done(await does('send-question', { said: 'Mag mijn school ook?' }, by(passer))).notices).toHaveLength(1);
  });

  test('given words about a pupil made by hand, then nothing is kept', async () => {
    const outcome = done(await does('send-question', { said: 'Elif Yildiz, geboren 9/3/2012' }));
    expect(outcome.changes).toBeUndefined();
  });

  test('publish-asked: not before there is an answer', async () => {
    const rows: Rows[] = [{ into: 'deskQuestion', rows: [asked(1)] }];
    const verdict = await does('publish-asked', { questionId: uuid('e1') }, asDesk, rows);
    expect(verdict).toMatchObject({ refused: 'outdated' });
  });
});

describe('what the desk writes', () => {
  test.each(['edit-answer', 'withdraw-answer', 'put-back-answer'])(
    'given a CLB worker, then %s is refused',
    async (slug) => {
      expect(await does(slug, { answerId: full, ...words })).toEqual({ refused: 'only-desk' });
    },
  );

  test('edit-answer, withdraw-answer and put-back-answer keep what it said, and who changed it', async () => {
    const [written] = answersIn(done(await does('edit-answer', { answerId: full, ...words }, asDesk)));
    expect(written).toMatchObject({ id: full, ...words, state: 'shown', earlier: [{ personId: dirk.id }] });
    const stored = { ...written!, version: 1 };
    const rows: Rows[] = [{ into: 'answer', rows: [stored] }];
    expect(done(await does('edit-answer', { answerId: full, ...words }, asDesk, rows)).changes).toEqual([]);
    const [gone] = answersIn(done(await does('withdraw-answer', { answerId: full }, asDesk, rows)));
    expect(shownAnswers([gone!], 'nl').map(({ id }) => id)).not.toContain(full);
    const until = stored.earlier[0]!.until;
    const [back] = answersIn(done(await does('put-back-answer', { answerId: full, until }, asDesk, rows)));
    expect(back).toMatchObject({ question: 'Wat als een project volzet is?', state: 'shown' });
    expect(back!.earlier).toHaveLength(2);
  });

  test('given something of a pupil, then it is not kept', async () => {
    const text = 'Zoals bij Elif, geboren op 9/3/2012.';
    expect(done(await does('edit-answer', { ...words, text }, asDesk)).reply).toMatchObject({
      errors: { text: 'personal' },
    });
  });
});

test('a rare word counts more than one that stands everywhere, and what stands nowhere counts against all alike', () => {
  const ranked = rank(
    ['school', 'code', 'xyz'],
    [
      { id: 'a', hits: [true, false, false], similar: 0 },
      { id: 'b', hits: [true, false, false], similar: 0 },
      { id: 'c', hits: [false, true, false], similar: 0 },
      { id: 'd', hits: [false, false, false], similar: 0.9 },
    ],
  );
  expect(ranked.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(ranked[0]!.share).toBeLessThan(1);
});
