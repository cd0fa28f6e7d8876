import { describe, expect, test } from '@jest/globals';
import { besideEvents } from '../../../src/domain/case/beside-place.js';
import { decide, type CaseCommand, type CaseStanding } from '../../../src/domain/case/decide/index.js';
import { evolve, fold } from '../../../src/domain/case/evolve.js';
import { clocksOf, mostNudges, nextStepOf } from '../../../src/domain/case/clocks.js';
import type { CaseEvent } from '../../../src/domain/case/events.js';
import { messagesFor } from '../../../src/domain/case/messages.js';
import { deskReasonsOf, postsOf } from '../../../src/domain/case/posts.js';
import type { Referral, Side } from '../../../src/domain/case/referral.js';
import { openStates } from '../../../src/domain/case/states.js';
import { calendar, ids, referralIn, registeredAt, settings, standing } from '../../support/case.js';

/** When somebody of a side does something to a referral. */
const when = (
  referral: Referral,
  command: CaseCommand,
  side: Side,
  { at = registeredAt, ...given }: Partial<CaseStanding> & { readonly at?: Date } = {},
) =>
  decide(standing(referral, given), command, {
    now: at,
    calendar,
    settings,
    actor: { sides: [side], isAuthor: side === 'clb' },
    by: { personId: side === 'clock' ? null : (ids.worker as never), organisationId: null },
  });

const names = (decided: ReturnType<typeof when>) =>
  'denied' in decided ? decided.denied : decided.map(({ name }) => name);
const after = (referral: Referral, decided: ReturnType<typeof when>): Referral => {
  if ('denied' in decided) throw new Error(decided.denied);
  return fold(referral, decided);
};
const toldBy = (referral: Referral, decided: ReturnType<typeof when>) => {
  const next = after(referral, decided);
  return (decided as CaseEvent[]).flatMap((event) => messagesFor(event, referral, next));
};
const elsewhere = { act: 'refer-on', to: '2027-0002', chosen: 'desk' } as const;
const inSaturday = new Date('2027-01-16T10:00:00Z');

describe('delivery', () => {
  test('given a provider with a channel, when it is delivered, then it is under way and no term runs', () => {
    const next = after(
      referralIn('registered'),
      when(referralIn('registered'), { act: 'deliver', now: false }, 'clock'),
    );
    expect(next.state).toBe('dispatched');
    expect(next.contactBy).toBeNull();
    expect(postsOf(next).map(({ view }) => view)).toContain('referral-offer');
    expect(clocksOf(next, calendar, settings).map(({ job }) => job)).toEqual(['follow-up-referral']);
  });

  test('when Teams has taken the post, then it is delivered and the term runs; the post says so, nobody is called for it', () => {
    const decided = when(referralIn('dispatched'), { act: 'receive' }, 'clock');
    const next = after(referralIn('dispatched'), decided);
    expect(next).toMatchObject({ state: 'delivered', deliveredAt: registeredAt });
    expect(next.contactBy).toEqual(calendar.addWorkingMinutes(registeredAt, settings.contactWithinMinutes));
    expect(toldBy(referralIn('dispatched'), decided)).toEqual([]);
  });

  test('given a provider without a channel, then the desk has it, and its phone call delivers', () => {
    const decided = when(referralIn('registered'), { act: 'deliver', now: false }, 'clock', { hasChannel: false });
    const next = after(referralIn('registered'), decided);
    expect(next.state).toBe('to-phone');
    expect(deskReasonsOf(next)).toEqual(['no-channel']);
    expect(postsOf(next).map(({ key }) => key)).toContain(`referral:${ids.referral}:desk`);
    expect(after(next, when(next, { act: 'note-phoned' }, 'desk')).state).toBe('delivered');
    expect(names(when(next, { act: 'note-phoned' }, 'provider'))).toBe('side');
  });

  test('given a post that did not arrive, then the desk phones; when it arrives after all, it is delivered', () => {
    const missed = after(
      referralIn('dispatched'),
      when(referralIn('dispatched'), { act: 'miss', reason: 'gone' }, 'clock'),
    );
    expect(missed.state).toBe('to-phone');
    expect(after(missed, when(missed, { act: 'receive' }, 'clock')).state).toBe('delivered');
  });

  test('one on a list that it had received before is not received anew: its moment and its term stay as they were', () => {
    const onList = referralIn('waitlisted', { deliveredAt: registeredAt });
    expect(when(onList, { act: 'receive' }, 'clock', { at: inSaturday })).toEqual([]);
    const never = referralIn('waitlisted', { deliveredAt: null });
    expect(names(when(never, { act: 'receive' }, 'clock', { at: inSaturday }))).toEqual(['delivered']);
  });

  test('outside the desk’s hours it waits for the opening; the desk may all the same', () => {
    const waits = referralIn('registered');
    const decided = when(waits, { act: 'deliver', now: false }, 'clock', { at: inSaturday });
    expect(names(decided)).toEqual(['delivery-postponed']);
    expect(after(waits, decided).deliverAt).toEqual(calendar.nextOpening(inSaturday));
    expect(names(when(waits, { act: 'deliver', now: true }, 'desk', { at: inSaturday }))).toEqual(['dispatched']);
  });

  test('a service that turns out to be full is not offered, and cannot be taken back by the program', () => {
    const full = { id: ids.service, organisationId: ids.provider, fullUntil: '2027-08-31' } as never;
    const decided = when(referralIn('registered'), { act: 'deliver', now: false }, 'clock', { service: full });
    expect(after(referralIn('registered'), decided)).toMatchObject({ state: 'full', undo: null });
  });
});

describe('another of the trail has a place', () => {
  const besidePlace = { reference: '2027-0009', askedAt: registeredAt, kept: false, reminded: null };
  const clocksFor = (referral: Referral) => clocksOf(referral, calendar, settings).map(({ job }) => job);

  test('whether it is still needed is asked after; once it is let to stand, nobody is reminded any more', () => {
    const asked = referralIn('waitlisted', { besidePlace });
    expect(clocksFor(asked)).toContain('remind-beside');
    const kept = after(asked, when(asked, { act: 'keep-beside' }, 'clb'));
    expect(kept.besidePlace).toMatchObject({ reference: '2027-0009', kept: true });
    expect(clocksFor(kept)).not.toContain('remind-beside');
  });

  test('the one that has a place itself is not asked, nor is what is over', () => {
    const told = (state: Referral['state']) => besideEvents(referralIn(state), '2027-0009', registeredAt).length;
    expect([told('waitlisted'), told('delivered'), told('placed'), told('withdrawn')]).toEqual([1, 1, 0, 0]);
  });
});

test('a side hands over what stands on its own names, and nobody the other’s; what changed hands meanwhile stays', () => {
  const contacted = referralIn('contacted', { contactedBy: ids.worker as never });
  const from = { clb: ids.referrer, provider: ids.worker } as const;
  const handed = (of: 'clb' | 'provider', side: Side, was: string = from[of]) =>
    names(when(contacted, { act: 'hand-over', of, from: was as never, to: ids.coordinator as never }, side));
  expect(handed('clb', 'clb')).toEqual(['handed-over']);
  expect(handed('provider', 'provider')).toEqual(['handed-over']);
  expect(handed('provider', 'clb')).toEqual([]);
  expect(handed('clb', 'provider')).toEqual([]);
  expect(handed('clb', 'clb', ids.desk)).toEqual([]);
});

describe('answers', () => {
  test('contact takes the case on one’s name; the desk takes no case on its name', () => {
    const delivered = referralIn('delivered');
    expect(after(delivered, when(delivered, { act: 'contact' }, 'provider')).contactedBy).toBe(ids.worker);
    expect(after(delivered, when(delivered, { act: 'contact' }, 'desk')).contactedBy).toBeNull();
  });

  test('a colleague who answers after the first contact does not take the case over', () => {
    const contacted = referralIn('contacted', { contactedBy: ids.coordinator as never });
    const placed = after(contacted, when(contacted, { act: 'place' }, 'provider'));
    expect(placed).toMatchObject({ contactedBy: ids.coordinator, answeredBy: ids.worker });
  });

  test('taken back, the whole state before is there again, with its clock', () => {
    const delivered = referralIn('delivered', { reminded: 'provider', remindedAt: registeredAt });
    const answered = after(delivered, when(delivered, { act: 'refuse-match', reason: 'age', note: false }, 'provider'));
    expect(clocksOf(answered, calendar, settings).map(({ job }) => job)).not.toContain('remind-contact');
    const back = after(answered, when(answered, { act: 'undo' }, 'provider'));
    expect(back).toMatchObject({ state: 'delivered', reminded: 'provider', noMatchReason: null, undo: null, round: 1 });
    expect(clocksOf(back, calendar, settings)).toEqual(clocksOf(delivered, calendar, settings));
  });

  test.each<readonly [string, CaseCommand, CaseCommand]>([
    ['keeps it', { act: 'propose-waitlist', expectedStartOn: null }, { act: 'keep' }],
    ['withdraws it', { act: 'place' }, { act: 'withdraw', reason: 'solved' }],
    ['refers on', { act: 'refuse-match', reason: 'age', note: false }, { ...elsewhere, first: 'keep' }],
    [
      'refers on and withdraws it',
      { act: 'put-on-waitlist', expectedStartOn: null },
      { ...elsewhere, first: 'withdraw' },
    ],
  ])('within the quarter, but after the referrer %s, it cannot be taken back any more', (_name, answer, decision) => {
    const answered = after(referralIn('delivered'), when(referralIn('delivered'), answer, 'provider'));
    expect(names(when(answered, { act: 'undo' }, 'provider'))).toEqual(['answer-undone']);
    const decided = after(answered, when(answered, decision, 'clb'));
    expect(decided.undo).toBeNull();
    expect(['state', 'undo-too-late']).toContain(names(when(decided, { act: 'undo' }, 'provider')));
    expect(clocksOf(decided, calendar, settings).map(({ job }) => job)).not.toContain('end-undo');
  });

  test('the same press by the same person, once more, is nothing new; by somebody else it is refused', () => {
    const answered = after(referralIn('delivered'), when(referralIn('delivered'), { act: 'contact' }, 'provider'));
    const last = { name: 'contacted', personId: ids.worker } as never;
    expect(names(when(answered, { act: 'contact' }, 'provider', { last }))).toEqual([]);
    const other = { name: 'contacted', personId: ids.coordinator } as never;
    expect(names(when(answered, { act: 'contact' }, 'provider', { last: other }))).toBe('state');
  });

  test('what the desk notes in the provider’s name is told in both threads', () => {
    const told = toldBy(referralIn('delivered'), when(referralIn('delivered'), { act: 'place' }, 'desk'));
    expect(told.map(({ view, params }) => [view, (params as { what: string }).what])).toEqual([
      ['referral-update', 'placed'],
      ['offer-update', 'noted'],
    ]);
  });

  test('a mistaken answer is put right later, with a reason, told to the referrer', () => {
    const placed = referralIn('placed');
    const decided = when(placed, { act: 'correct', reason: 'wrong-button' }, 'provider');
    expect(after(placed, decided)).toMatchObject({ state: 'contacted', round: 1 });
    expect(toldBy(placed, decided)).toMatchObject([
      { params: { what: 'answer-corrected', data: { reason: 'wrong-button' } } },
    ]);
  });

  test('an answer that asks the referrer something is a living card', () => {
    const living = (command: CaseCommand) =>
      toldBy(referralIn('delivered'), when(referralIn('delivered'), command, 'provider')).map((one) => one.living);
    expect(living({ act: 'propose-waitlist', expectedStartOn: null })).toEqual([true]);
    expect(living({ act: 'contact' })).toEqual([false]);
  });
});

describe('contact that does not come (R9)', () => {
  const late = new Date('2027-02-01T10:00:00Z');
  const remind = (referral: Referral, coordinatorId: string | null = null) =>
    after(referral, when(referral, { act: 'remind' }, 'clock', { at: late, coordinatorId: coordinatorId as never }));

  test('provider, coordinator, desk, each once', () => {
    const first = remind(referralIn('delivered'), ids.coordinator);
    const second = remind(first, ids.coordinator);
    const third = remind(second, ids.coordinator);
    expect([first, second, third].map(({ reminded }) => reminded)).toEqual(['provider', 'coordinator', 'desk']);
    expect(names(when(third, { act: 'remind' }, 'clock', { at: late }))).toEqual([]);
    expect(clocksOf(third, calendar, settings).map(({ job }) => job)).not.toContain('remind-contact');
  });

  test('the next one is told some working time after the one before, however late that was', () => {
    const [clock] = clocksOf(remind(referralIn('delivered')), calendar, settings);
    expect(clock).toMatchObject({ job: 'remind-contact' });
    expect(clock?.at).toEqual(calendar.addWorkingMinutes(late, settings.escalateAfterMinutes));
  });

  test('without a coordinator the desk is next', () => {
    expect(remind(remind(referralIn('delivered'))).reminded).toBe('desk');
  });

  test('not before the term has passed', () => {
    expect(names(when(referralIn('delivered'), { act: 'remind' }, 'clock'))).toEqual([]);
  });
});

describe('every state has an owner and a next date', () => {
  test.each(openStates)('%s', (state) => {
    expect(nextStepOf(referralIn(state), calendar)).toMatchObject({ by: expect.any(Date) });
  });

  test('a referral that was called back and left: the referrer is reminded, then the desk has it, and no more', () => {
    let one: Referral = referralIn('recalled');
    const told: (string | undefined)[] = [];
    for (let round = 0; round < 4; round++) {
      const clock = clocksOf(one, calendar, settings).find(({ job }) => job === 'follow-up-referral');
      if (clock === undefined) break;
      const decided = when(one, { act: 'follow-up' }, 'clock', { at: clock.at });
      told.push(toldBy(one, decided)[0]?.view);
      one = after(one, decided);
    }
    expect(told).toEqual(['referral-update', undefined]);
    expect(one.nudges).toBe(mostNudges);
    expect(deskReasonsOf(one)).toEqual(['left']);
  });
});

describe('the referrer', () => {
  test('refers on and keeps a proposed place: on the list, nothing to take back, the provider hears of it', () => {
    const proposed = referralIn('waitlist-proposed');
    const decided = when(proposed, { act: 'refer-on', to: '2027-0002', chosen: 'desk', first: 'keep' }, 'clb');
    expect(names(decided)).toEqual(['referred-on', 'kept']);
    expect(after(proposed, decided)).toMatchObject({ state: 'waitlisted', undo: null, referredOn: true });
    expect(toldBy(proposed, decided).map(({ params }) => (params as { what: string }).what)).toEqual([
      'elsewhere',
      'kept',
    ]);
  });

  test('refers on and withdraws: the provider hears it once', () => {
    const contacted = referralIn('contacted');
    const decided = when(contacted, { ...elsewhere, first: 'withdraw' }, 'clb');
    expect(toldBy(contacted, decided).map(({ params }) => (params as { what: string }).what)).toEqual(['withdrawn']);
  });

  test('under 12 and the desk chooses: one post before the desk, with both reasons', () => {
    const held = referralIn('held', { ageBand: 'under-12', serviceId: null, providerId: null });
    expect(deskReasonsOf(held)).toEqual(['chooses', 'under-12']);
    expect(postsOf(held).filter(({ view }) => view === 'desk-referral')).toHaveLength(1);
  });
});

test('an event before anything was registered is no referral', () => {
  const contacted = {
    name: 'contacted',
    data: {},
    at: registeredAt,
    side: 'provider',
    personId: null,
    organisationId: null,
  };
  expect(() => evolve(null, contacted as CaseEvent)).toThrow('nothing was registered');
});
