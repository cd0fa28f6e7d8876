import { describe, expect, test } from '@jest/globals';
import { acts, allowedActs, can, policy, type Act, type CaseActor } from '../../../src/domain/case/policy.js';
import { sides, type Referral, type Side } from '../../../src/domain/case/referral.js';
import { referralStates, type ReferralState } from '../../../src/domain/case/states.js';
import { openQuestion, referralIn, registeredAt } from '../../support/case.js';

const who: Readonly<Record<string, CaseActor>> = {
  stranger: { sides: [], isAuthor: false },
  colleague: { sides: ['clb'], isAuthor: false },
  referrer: { sides: ['clb'], isAuthor: true },
  provider: { sides: ['provider'], isAuthor: false },
  desk: { sides: ['desk'], isAuthor: false },
  clock: { sides: ['clock'], isAuthor: false },
};

const mayIn = (act: Act, actor: CaseActor, change: (referral: Referral) => Referral = (one) => one): ReferralState[] =>
  referralStates.filter((state) => 'side' in can(actor, act, change(referralIn(state)), registeredAt));

const open = referralStates.filter((state) => state !== 'withdrawn' && state !== 'completed');
const withProvider = ['delivered', 'contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'place-free'] as const;
const answered = ['placed', 'waitlist-proposed', 'waitlisted', 'place-free', 'full', 'no-match'] as const;

/** Written down by hand, so that the table is held against something else than itself: who may do what, in which states. */
const expected: readonly (readonly [Act, Partial<Record<keyof typeof who, readonly ReferralState[]>>])[] = [
  ['resend', { referrer: ['recalled'] }],
  ['recall', { referrer: ['registered', 'held', 'to-phone'] }],
  ['amend', { colleague: ['dispatched', ...withProvider], referrer: ['dispatched', ...withProvider] }],
  ['assign', { desk: ['held'] }],
  ['take-match', {}],
  ['deliver', { desk: ['registered'], clock: ['registered'] }],
  ['receive', { clock: ['dispatched', 'to-phone', 'waitlisted', 'place-free'] }],
  ['miss', { clock: ['dispatched'] }],
  ['note-phoned', { desk: ['dispatched', 'to-phone'] }],
  ['contact', { provider: ['delivered'], desk: ['delivered'] }],
  ['place', { provider: ['delivered', 'contacted'], desk: ['delivered', 'contacted'] }],
  ['propose-waitlist', { provider: ['delivered', 'contacted'], desk: ['delivered', 'contacted'] }],
  ['put-on-waitlist', { provider: ['delivered', 'contacted'], desk: ['delivered', 'contacted'] }],
  ['refuse-match', { provider: ['delivered', 'contacted'], desk: ['delivered', 'contacted'] }],
  [
    'mark-full',
    {
      provider: ['delivered', 'contacted', 'waitlist-proposed'],
      desk: ['delivered', 'contacted', 'waitlist-proposed'],
      clock: ['registered', 'dispatched', 'to-phone', 'delivered', 'contacted', 'waitlist-proposed'],
    },
  ],
  ['hear-full', { clock: ['waitlisted', 'place-free'] }],
  ['hear-open', { clock: ['waitlisted', 'place-free'] }],
  ['undo', {}],
  ['correct', { provider: answered, desk: answered }],
  [
    'keep',
    {
      colleague: ['waitlist-proposed', 'full'],
      referrer: ['waitlist-proposed', 'full'],
      desk: ['waitlist-proposed', 'full'],
    },
  ],
  ['free-place', { provider: ['waitlisted'], desk: ['waitlisted'] }],
  ['confirm-place', { colleague: ['place-free'], referrer: ['place-free'], desk: ['place-free'] }],
  ['move-start', { provider: ['waitlist-proposed', 'waitlisted'], desk: ['waitlist-proposed', 'waitlisted'] }],
  [
    'refer-on',
    Object.fromEntries(
      ['colleague', 'referrer'].map((one) => [
        one,
        referralStates.filter((state) => !['registered', 'recalled', 'held', 'placed'].includes(state)),
      ]),
    ),
  ],
  ['ask-question', { colleague: withProvider, referrer: withProvider, provider: withProvider }],
  ['answer-question', {}],
  ['withdraw-question', {}],
  ['leave-note', { provider: ['placed'] }],
  [
    'hand-over',
    { colleague: open, referrer: open, provider: withProvider.filter((one) => one !== 'delivered'), desk: open },
  ],
  ['keep-beside', {}],
  ['confirm-waiting', {}],
  ['return-to-list', {}],
  ['complete', { provider: ['placed'], desk: ['placed'] }],
  ['reopen', { provider: ['completed'], desk: ['completed'] }],
  ['withdraw', { colleague: open, referrer: open, desk: open }],
  ['remind', { clock: ['delivered'] }],
  ['remind-question', {}],
  ['remind-beside', {}],
  ['check-in', { clock: ['waitlisted', 'withdrawn'] }],
  ['match', { clock: ['held', 'waitlist-proposed', 'waitlisted', 'full', 'no-match'] }],
  ['end-undo', { clock: referralStates }],
  ['follow-up', { clock: open }],
  ['see-post', { colleague: referralStates, referrer: referralStates, desk: referralStates }],
  [
    'see-offer',
    {
      provider: referralStates.filter(
        (state) => !['registered', 'recalled', 'held', 'dispatched', 'to-phone'].includes(state),
      ),
      desk: referralStates,
    },
  ],
  ['see-before-desk', { desk: referralStates }],
  [
    'open-file',
    {
      colleague: referralStates,
      referrer: referralStates,
      desk: referralStates,
      provider: ['delivered', 'contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'place-free'],
    },
  ],
  [
    'open-school',
    { colleague: referralStates, referrer: referralStates, desk: referralStates, provider: ['placed', 'completed'] },
  ],
  ['see-history', { colleague: referralStates, referrer: referralStates, desk: referralStates }],
  ['see-read-log', { colleague: referralStates, referrer: referralStates, desk: referralStates }],
  [
    'see-letter',
    Object.fromEntries(
      ['colleague', 'referrer'].map((one) => [
        one,
        ['registered', 'held', 'dispatched', 'to-phone', 'delivered', 'contacted', 'placed', 'waitlisted'],
      ]),
    ),
  ],
  ['see-copy', { colleague: referralStates, referrer: referralStates }],
  ['see-account', { desk: referralStates }],
  ['erase', { desk: ['completed', 'withdrawn'], clock: ['completed', 'withdrawn'] }],
];

describe('who may do and see what', () => {
  test.each(expected)('%s', (act, allowed) => {
    const found = Object.fromEntries(Object.entries(who).map(([name, actor]) => [name, mayIn(act, actor)]));
    const wanted = Object.fromEntries(Object.keys(who).map((name) => [name, [...(allowed[name] ?? [])]]));
    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(wanted).map(([name, states]) => [name, referralStates.filter((one) => states.includes(one))]),
      ),
    );
  });

  test('every act stands in the table and in this test', () => {
    expect([...new Set(policy.map(({ act }) => act))].sort()).toEqual([...acts].sort());
    expect(expected.map(([act]) => act)).toEqual([...acts]);
  });
});

describe('an answer can be taken back', () => {
  const answeredBy = (side: Side, until: Date) => (one: Referral) =>
    ({ ...one, undo: { back: referralIn('delivered'), until, side, marking: null } }) as Referral;
  const later = new Date(registeredAt.getTime() + 1000);
  const all = ['contacted', ...answered];

  test('by the side that gave it, and by the desk, until its time has passed', () => {
    expect(mayIn('undo', who['provider']!, answeredBy('provider', later)).sort()).toEqual([...all].sort());
    expect(mayIn('undo', who['desk']!, answeredBy('provider', later)).sort()).toEqual([...all].sort());
    expect(mayIn('undo', who['provider']!, answeredBy('desk', later))).toEqual([]);
    expect(mayIn('undo', who['referrer']!, answeredBy('provider', later))).toEqual([]);
    const passed = new Date(registeredAt.getTime() - 1);
    expect(mayIn('undo', who['provider']!, answeredBy('provider', passed))).toEqual([]);
    expect(mayIn('undo', who['desk']!, answeredBy('provider', passed))).toEqual([]);
  });

  test('and says why not', () => {
    const late = answeredBy('provider', new Date(registeredAt.getTime() - 1))(referralIn('contacted'));
    expect(can(who['provider']!, 'undo', late, registeredAt)).toEqual({ denied: 'undo-too-late' });
    expect(can(who['referrer']!, 'undo', late, registeredAt)).toEqual({ denied: 'side' });
  });
});

describe('a question', () => {
  const askedBy = (side: 'clb' | 'provider') => (one: Referral) => ({ ...one, questions: [openQuestion(side)] });

  test('is answered by the other side, or by the desk in its name; the side that asked withdraws it', () => {
    for (const [asker, other] of [
      ['provider', 'referrer'],
      ['referrer', 'provider'],
    ] as const) {
      const asked = askedBy(asker === 'provider' ? 'provider' : 'clb');
      expect(mayIn('answer-question', who[other]!, asked)).toEqual(
        referralStates.filter((one) => (withProvider as readonly string[]).includes(one)),
      );
      expect(mayIn('answer-question', who['desk']!, asked)).toHaveLength(withProvider.length);
      expect(mayIn('answer-question', who[asker]!, asked)).toEqual([]);
      expect(mayIn('withdraw-question', who[asker]!, asked)).toHaveLength(withProvider.length);
      expect(mayIn('withdraw-question', who[other]!, asked)).toEqual([]);
      expect(mayIn('remind-question', who['clock']!, asked)).toHaveLength(withProvider.length);
    }
  });

  test('that nobody asked is not answered, and that is said', () => {
    expect(can(who['referrer']!, 'answer-question', referralIn('delivered'), registeredAt)).toEqual({
      denied: 'no-question',
    });
  });
});

test('the buttons are exactly what the acts accept, cell by cell', () => {
  for (const state of referralStates)
    for (const side of sides)
      for (const isAuthor of [true, false]) {
        const actor = { sides: [side], isAuthor };
        const referral = referralIn(state);
        const accepted = acts.filter((act) => 'side' in can(actor, act, referral, registeredAt));
        expect([...allowedActs(actor, referral, registeredAt)]).toEqual(accepted);
      }
});

test('a provider does not know of a referral that it has not received', () => {
  const waiting = (patch: Partial<Referral>): Referral => ({ ...referralIn('withdrawn'), ...patch }) as Referral;
  expect(can(who['provider']!, 'see-offer', waiting({ deliveredAt: null }), registeredAt)).toEqual({
    denied: 'not-received',
  });
  expect(
    can(who['provider']!, 'correct', { ...referralIn('full'), deliveredAt: null } as Referral, registeredAt),
  ).toEqual({
    denied: 'not-received',
  });
});

test('a proposal for the list that the provider never received is not there for it, nor is its file', () => {
  const proposed = { ...referralIn('waitlist-proposed'), deliveredAt: null } as Referral;
  for (const act of ['see-offer', 'open-file'] as const)
    expect(can(who['provider']!, act, proposed, registeredAt)).toEqual({ denied: 'not-received' });
});

test('somebody of two sides acts for the one that may', () => {
  const both = { sides: ['clb', 'desk'] as const, isAuthor: false };
  expect(can(both, 'keep', referralIn('full'), registeredAt)).toEqual({ side: 'clb' });
  expect(can(both, 'contact', referralIn('delivered'), registeredAt)).toEqual({ side: 'desk' });
});

describe('another of the trail has a place', () => {
  const beside = (kept: boolean) => (one: Referral) =>
    ({ ...one, besidePlace: { reference: '2027-0009', askedAt: registeredAt, kept, reminded: null } }) as Referral;

  test('then there is no second start, whoever would give it', () => {
    for (const name of ['provider', 'desk', 'referrer'])
      for (const act of ['place', 'confirm-place'] as const) {
        expect(mayIn(act, who[name]!, beside(false))).toEqual([]);
        expect(mayIn(act, who[name]!, beside(true))).toEqual([]);
      }
    expect(can(who['provider']!, 'place', beside(true)(referralIn('contacted')), registeredAt)).toEqual({
      denied: 'placed-elsewhere',
    });
  });

  test('the CLB lets it stand, or the desk in its name, once', () => {
    const live = open.filter((state) => state !== 'no-match');
    expect(mayIn('keep-beside', who['colleague']!, beside(false))).toEqual(live);
    expect(mayIn('keep-beside', who['desk']!, beside(false))).toEqual(live);
    expect(mayIn('keep-beside', who['provider']!, beside(false))).toEqual([]);
    expect(mayIn('keep-beside', who['colleague']!, beside(true))).toEqual([]);
  });
});

test('what the desk holds goes to a service with room by the CLB that was told of it, and by nobody else', () => {
  const matched = (one: Referral) => ({ ...one, match: { serviceId: one.trailId, on: '2027-02-01' } }) as never;
  for (const [name, states] of [
    ['referrer', ['held']],
    ['colleague', ['held']],
    ['desk', []],
    ['provider', []],
  ] as const)
    expect(mayIn('take-match', who[name]!, matched)).toEqual(states);
});
