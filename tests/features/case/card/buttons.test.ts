import { describe, expect, test } from '@jest/globals';
import { acts, allowedActs } from '../../../../src/domain/case/policy.js';
import { referralStates, type ReferralState } from '../../../../src/domain/case/states.js';
import { buttonsOf, type PressButton } from '../../../../src/features/case/card/buttons.js';
import type { Reader } from '../../../../src/features/case/card/strip.js';
import { openQuestion, referralIn, registeredAt } from '../../../support/case.js';
import { linesDoor } from '../../../../src/contracts/lines-door.js';
import { id } from '../../../support/given.js';

const readers: readonly Reader[] = ['clb', 'provider', 'desk'];
const until = new Date(registeredAt.getTime() + 900_000);
const lines = linesDoor({ phase: null, region: null, age: null, from: { referralId: id() } });

const chat = { title: 'Chat met An', url: 'https://teams.microsoft.com/l/chat/0/0?users=an' };

/** The fullest row there can be: everything open, an answer that may be taken back, other help, another way. */
const fullest = (state: ReferralState, reader: Reader) => {
  const undo = { side: 'provider', until, back: {} } as never;
  const referral = { ...referralIn(state), undo };
  const may = allowedActs({ sides: [reader], isAuthor: true }, referral, registeredAt);
  const row = buttonsOf({
    referral,
    reader,
    may,
    language: 'nl',
    maySignal: reader === 'clb' || (reader === 'provider' && !may.has('place')),
    lines: state === 'held' || reader === 'clb' ? lines : null,
    chat,
  });
  const buttons = row.filter((one): one is PressButton => 'verb' in one);
  return { may, buttons, row };
};

test.each(readers.flatMap((reader) => referralStates.map((state) => [reader, state] as const)))(
  'the %s of a %s referral: at most six buttons, three shown, one primary and first, each word once',
  (reader, state) => {
    const { buttons, row } = fullest(state, reader);
    expect(buttons.length).toBeLessThanOrEqual(6);
    expect(row.filter(({ mode }) => mode === null).length).toBeLessThanOrEqual(3);
    expect(buttons.slice(1).filter(({ style }) => style === 'positive')).toEqual([]);
    expect(new Set(buttons.map(({ title }) => title)).size).toBe(buttons.length);
  },
);

test('every act that a person may do on a card has a button on it', () => {
  /**
   * What is seen rather than done, and what stands elsewhere: proposing is an answer of the form of the waiting list, a
   * question is asked and papers are made in the opened file, work is handed over from the list, a trajectory has its own buttons.
   */
  const without = [
    'see-post',
    'see-offer',
    'see-before-desk',
    'see-history',
    'see-read-log',
    'see-letter',
    'see-copy',
    'see-account',
    'erase',
    'propose-waitlist',
    'ask-question',
    'leave-note',
    'amend',
    'open-school',
    'hand-over',
    'complete',
    'reopen',
  ];
  const elsewhere = { clb: [], provider: [], desk: ['keep', 'confirm-place', 'withdraw', 'move-start', 'free-place'] };
  for (const reader of readers)
    for (const state of referralStates) {
      const { may, buttons } = fullest(state, reader);
      const own = acts.filter(
        (act) => may.has(act) && !without.includes(act) && !(elsewhere[reader] as string[]).includes(act),
      );
      const shown = buttons.filter(({ verb }) => verb !== 'show' && verb !== 'raise-signal').length;
      const answered = own.filter(
        (act) => !(act === 'correct' && may.has('undo')) && !(act === 'resend' && may.has('recall')),
      );
      expect([reader, state, shown >= answered.length]).toEqual([reader, state, true]);
    }
});

test('where something is chosen between equals, the bot does not push', () => {
  for (const [state, reader] of [
    ['waitlist-proposed', 'clb'],
    ['full', 'clb'],
    ['place-free', 'clb'],
    ['contacted', 'provider'],
  ] as const)
    expect(fullest(state, reader).buttons.filter(({ style }) => style === 'positive')).toEqual([]);
});

test.each([
  ['provider', 'delivered', ['Gecontacteerd', 'Bekijken', 'Chat met An']],
  ['provider', 'contacted', ['Plaats', 'Wachtlijst', 'Geen match']],
  ['clb', 'waitlisted', ['Bekijken', 'Chat met An', 'Andere aanbieder']],
  ['clb', 'waitlist-proposed', ['Ja, op de wachtlijst', 'Andere aanbieder', 'Bekijken']],
] as const)(
  'the %s of a %s referral sees in front: the chat where one phones or chats next',
  (reader, state, front) => {
    const { row } = fullest(state, reader);
    expect(row.filter(({ mode }) => mode === null).map(({ title }) => title)).toEqual(front);
    expect(row.map(({ title }) => title)).toContain('Chat met An');
  },
);

describe('a question inside the case', () => {
  const rowOf = (state: ReferralState, reader: Reader, by: 'clb' | 'provider') => {
    const referral = { ...referralIn(state), questions: [openQuestion(by)] };
    const may = allowedActs({ sides: [reader], isAuthor: true }, referral, registeredAt);
    const maySignal = !may.has('place') && reader !== 'desk';
    return buttonsOf({ referral, reader, may, language: 'nl', maySignal, chat });
  };
  const withPart = ['delivered', 'contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'place-free'] as const;

  test.each(readers.flatMap((reader) => withPart.map((state) => [reader, state] as const)))(
    'that waits for the %s of a %s referral comes first, and the row stays a row',
    (reader, state) => {
      const row = rowOf(state, reader, reader === 'clb' ? 'provider' : 'clb');
      const buttons = row.filter((one): one is PressButton => 'verb' in one);
      expect(buttons[0]).toMatchObject({ title: 'Vraag lezen', style: 'positive' });
      expect(buttons.length).toBeLessThanOrEqual(6);
      expect(buttons.slice(1).filter(({ style }) => style === 'positive')).toEqual([]);
    },
  );

  test('of one’s own is found again in the menu', () => {
    expect(rowOf('waitlisted', 'clb', 'clb')).toContainEqual(
      expect.objectContaining({ title: 'Uw vraag', mode: 'secondary' }),
    );
  });
});
