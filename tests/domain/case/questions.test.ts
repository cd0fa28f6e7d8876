import { describe, expect, test } from '@jest/globals';
import { clocksOf, nextStepOf, termOf } from '../../../src/domain/case/clocks.js';
import { decide, isDenied, type CaseCommand } from '../../../src/domain/case/decide/index.js';
import type { CaseEvent } from '../../../src/domain/case/events.js';
import { fold } from '../../../src/domain/case/evolve.js';
import { messagesFor } from '../../../src/domain/case/messages.js';
import { deskReasonsOf, postsOf } from '../../../src/domain/case/posts.js';
import { parseReferral, type Referral, type Side } from '../../../src/domain/case/referral.js';
import { calendar, ids, referralIn, registeredAt, settings, standing } from '../../support/case.js';

const person = { clb: ids.referrer, provider: ids.worker, desk: ids.coordinator, clock: null } as const;
const question = ids.question as never;
/** Working hours after the Thursday on which everything begins. */
const later = (hours: number): Date => calendar.addWorkingMinutes(registeredAt, hours * 60);

function does(referral: Referral, side: Side, command: CaseCommand, now: Date = registeredAt): readonly CaseEvent[] {
  const actor = { sides: [side], isAuthor: side === 'clb' };
  const by = { personId: person[side] as never, organisationId: null };
  const decided = decide(standing(referral), command, { now, calendar, settings, actor, by });
  if (isDenied(decided)) throw new Error(decided.denied);
  return decided;
}
const after = (referral: Referral, ...given: Parameters<typeof does> extends [unknown, ...infer More] ? More : never) =>
  fold(referral, does(referral, ...given));
const asks = (state: Referral['state'], side: 'clb' | 'provider', now?: Date): Referral =>
  after(referralIn(state), side, { act: 'ask-question', question, text: 'Past woensdag?' }, now);
const clockNames = (referral: Referral): string[] =>
  clocksOf(referral, calendar, settings).map(({ key }) => key.split(':')[2]!);

describe('a question', () => {
  test('holds its words sealed, and nothing of them in the row, the clocks or the messages', () => {
    const events = does(referralIn('delivered'), 'provider', { act: 'ask-question', question, text: 'Past woensdag?' });
    expect(events[0]?.sealed).toEqual({ text: 'Past woensdag?' });
    const referral = fold(referralIn('delivered'), events);
    const seen = [referral, clocksOf(referral, calendar, settings), postsOf(referral), events.map(({ data }) => data)];
    expect(JSON.stringify(seen)).not.toContain('woensdag');
  });

  test('stands as a card in the thread of the other side, which lives as long as the referral', () => {
    const [card] = postsOf(asks('delivered', 'provider')).filter(({ view }) => view === 'question-post');
    expect(card).toMatchObject({ to: { under: `referral:${ids.referral}:clb` }, mention: ids.referrer, living: true });
    const [other] = postsOf(asks('contacted', 'clb')).filter(({ view }) => view === 'question-post');
    expect(other).toMatchObject({
      to: { under: `referral:${ids.referral}:offer:${ids.service}` },
      mention: ids.worker,
    });
  });

  test('is answered once: who asked is told, with a mention; the same answer again is nothing new', () => {
    const asked = asks('delivered', 'provider');
    const events = does(asked, 'clb', { act: 'answer-question', question, text: 'Ja.' }, later(1));
    const answered = fold(asked, events);
    expect(answered.questions).toEqual([]);
    expect(messagesFor(events[0]!, asked, answered)).toEqual([
      expect.objectContaining({ view: 'question-post', mention: ids.worker, living: false }),
    ]);
    const twice = decide(
      standing(answered, { last: events[0]! }),
      { act: 'answer-question', question, text: 'Ja.' },
      {
        now: later(1),
        calendar,
        settings,
        actor: { sides: ['clb'], isAuthor: true },
        by: { personId: ids.referrer as never, organisationId: null },
      },
    );
    expect(twice).toEqual([]);
  });

  test('may come after another, each with its own term and its own answer', () => {
    const two = after(
      asks('delivered', 'provider'),
      'provider',
      { act: 'ask-question', question: ids.otherQuestion as never, text: 'En donderdag?' },
      later(2),
    );
    expect(two.questions.map(({ id }) => id)).toEqual([ids.question, ids.otherQuestion]);
    const one = after(two, 'clb', { act: 'answer-question', question, text: 'Ja.' }, later(3));
    expect(one.questions.map(({ id }) => id)).toEqual([ids.otherQuestion]);
  });
});

describe('the term of contact (R9) while the provider waits for an answer', () => {
  const delivered = referralIn('delivered', { reminded: null, remindedAt: null });
  const asked = after(delivered, 'provider', { act: 'ask-question', question, text: '?' }, later(1));

  test('stands still: no reminder of contact runs, the CLB is to act', () => {
    expect(clockNames(asked)).toEqual(['question']);
    expect(termOf(asked, calendar)).toBeNull();
    expect(nextStepOf(asked, calendar)).toEqual({ owner: 'clb', by: asked.questions[0]!.answerBy });
  });

  test('goes on where it stood, by exactly the working time that was waited', () => {
    const answered = after(asked, 'clb', { act: 'answer-question', question, text: 'Ja.' }, later(5));
    expect(answered.contactBy).toEqual(calendar.addWorkingMinutes(delivered.contactBy, 240));
    expect(clockNames(answered)).toEqual(['remind']);
  });

  test('does not count two questions at once twice', () => {
    const two = after(
      asked,
      'provider',
      { act: 'ask-question', question: ids.otherQuestion as never, text: '?' },
      later(2),
    );
    const one = after(two, 'clb', { act: 'answer-question', question, text: 'Ja.' }, later(4));
    expect(clockNames(one)).toEqual(['question']);
    const none = after(
      one,
      'clb',
      { act: 'answer-question', question: ids.otherQuestion as never, text: 'Ja.' },
      later(5),
    );
    expect(none.contactBy).toEqual(calendar.addWorkingMinutes(delivered.contactBy, 240));
  });

  test('of a step that began while it was waited counts from then on only', () => {
    const contacted = after(asked, 'provider', { act: 'contact' }, later(3));
    const answered = after(contacted, 'clb', { act: 'answer-question', question, text: 'Ja.' }, later(5));
    const term = termOf(referralIn('contacted', { since: later(3), heldUp: 0 }), calendar)!;
    expect(termOf(answered, calendar)).toEqual(calendar.addWorkingMinutes(term, 120));
  });

  test('goes on as well when the provider withdraws its question', () => {
    const none = after(asked, 'provider', { act: 'withdraw-question', question }, later(3));
    expect([none.questions, none.contactBy]).toEqual([[], calendar.addWorkingMinutes(delivered.contactBy, 120)]);
  });

  test('runs on when it is the CLB that asks: to answer is not yet to contact', () => {
    const other = after(delivered, 'clb', { act: 'ask-question', question, text: '?' });
    expect(clockNames(other).sort()).toEqual(['question', 'remind']);
    expect(termOf(other, calendar)).toEqual(delivered.contactBy);
    const answered = after(other, 'provider', { act: 'answer-question', question, text: 'Ja.' }, later(5));
    expect(answered.contactBy).toEqual(delivered.contactBy);
  });
});

test.each([
  ['delivered', 'provider', 'clb'],
  ['contacted', 'provider', 'clb'],
  ['waitlist-proposed', 'clb', 'provider'],
  ['place-free', 'clb', 'provider'],
] as const)('in %s it is the %s that is to act: when it asks, its term stands still and the %s has it', (...given) => {
  const [state, side, other] = given;
  const asked = asks(state, side);
  expect(termOf(asked, calendar)).toBeNull();
  expect(nextStepOf(asked, calendar)?.owner).toBe(other);
  expect(clockNames(asked)).toEqual(expect.arrayContaining(['question']));
  expect(clockNames(asked)).not.toContain('follow-up');
});

test('the CLB that must decide, and asks the provider something first, is given that time', () => {
  const proposed = referralIn('waitlist-proposed', { nudges: 0 });
  const before = termOf(proposed, calendar)!;
  const asked = after(proposed, 'clb', { act: 'ask-question', question, text: '?' }, later(1));
  expect(clockNames(asked)).toEqual(['question']);
  const answered = after(asked, 'provider', { act: 'answer-question', question, text: 'Ja.' }, later(4));
  expect(termOf(answered, calendar)).toEqual(calendar.addWorkingMinutes(before, 180));
  expect(clockNames(answered)).toEqual(['follow-up']);
});

test('an answer that does not come: the other side is reminded, then the desk; each once', () => {
  const asked = asks('contacted', 'provider');
  const { answerBy } = asked.questions[0]!;
  const events = does(asked, 'clock', { act: 'remind-question' }, answerBy);
  const reminded = fold(asked, events);
  expect(messagesFor(events[0]!, asked, reminded)).toEqual([
    expect.objectContaining({ view: 'question-post', to: { under: `referral:${ids.referral}:clb` } }),
  ]);
  expect(does(reminded, 'clock', { act: 'remind-question' }, answerBy)).toEqual([]);
  const atDesk = after(reminded, 'clock', { act: 'remind-question' }, calendar.addWorkingMinutes(answerBy, 390));
  expect(deskReasonsOf(atDesk)).toEqual(['question']);
  expect(clockNames(atDesk)).toEqual([]);
  expect(nextStepOf(atDesk, calendar)?.owner).toBe('desk');
});

describe('a question that asks nothing any more is closed by itself, before what closes it', () => {
  const names = (referral: Referral, side: Side, command: CaseCommand): string[] =>
    does(referral, side, command).map(({ name }) => name);

  test('because the referral is withdrawn; who asked is told', () => {
    const asked = asks('contacted', 'provider');
    const events = does(asked, 'clb', { act: 'withdraw', reason: 'solved' });
    expect(events.map(({ name }) => name)).toEqual(['question-closed', 'withdrawn']);
    expect(messagesFor(events[0]!, asked, fold(asked, events))).toEqual([
      expect.objectContaining({ view: 'question-post', mention: ids.worker }),
    ]);
  });

  test('because the provider answers the referral without it', () => {
    expect(names(asks('contacted', 'provider'), 'provider', { act: 'place' })).toEqual(['question-closed', 'placed']);
    expect(names(asks('contacted', 'clb'), 'provider', { act: 'place' })).toEqual(['placed']);
  });

  test('because the provider’s part is over', () => {
    const refused: CaseCommand = { act: 'refuse-match', reason: 'age', note: false };
    expect(names(asks('contacted', 'clb'), 'provider', refused)).toEqual(['question-closed', 'no-match']);
  });

  test('but not because contact was made', () => {
    expect(names(asks('delivered', 'provider'), 'provider', { act: 'contact' })).toEqual(['contacted']);
  });
});

test('what was written before there were questions has none', () => {
  const { questions, heldUp, ...before } = referralIn('delivered');
  expect([questions, heldUp]).toEqual([[], 0]);
  expect(parseReferral(before)).toMatchObject({ questions: [], heldUp: 0 });
});
