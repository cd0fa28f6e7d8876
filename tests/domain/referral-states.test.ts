import { describe, expect, test } from '@jest/globals';
import {
  acts,
  after,
  isLive,
  isOpen,
  mayUndoTo,
  providerIsAddressed,
  referralStates,
  transitions,
} from '../../src/domain/case/states.js';

describe('the table of states', () => {
  test('every state can be reached, every act leads somewhere', () => {
    expect(new Set(transitions.map(({ to }) => to))).toEqual(new Set(referralStates));
    expect(new Set(transitions.map(({ act }) => act))).toEqual(new Set(acts));
  });

  test('an act has one outcome from each state, but for undo', () => {
    const once = transitions.filter(({ act }) => act !== 'undo').map(({ from, act }) => `${from} ${act}`);
    expect(once).toHaveLength(new Set(once).size);
  });

  test('every open state but withdrawn can be withdrawn by the referrer’s CLB', () => {
    for (const state of referralStates)
      expect(after(state, 'withdraw', 'clb')).toBe(state === 'withdrawn' ? null : 'withdrawn');
  });

  test('gives null for what the table does not hold', () => {
    expect(after('withdrawn', 'place', 'provider')).toBeNull();
    expect(after('delivered', 'place', 'clb')).toBeNull();
    expect(after('new', 'register', 'clb')).toBe('registered');
  });

  test('an undo goes back only to a state from which the answer is given', () => {
    for (const { from, to } of transitions.filter(({ act }) => act === 'undo'))
      expect(transitions.some((row) => row.act !== 'undo' && row.from === to && row.to === from)).toBe(true);
    expect(mayUndoTo('placed', 'contacted')).toBe(true);
    expect(mayUndoTo('withdrawn', 'contacted')).toBe(false);
  });
});

describe('what a state means', () => {
  test('the provider has a part from delivery until its answer closes it', () => {
    expect(referralStates.filter(providerIsAddressed)).toEqual([
      'delivered',
      'contacted',
      'placed',
      'waitlist-proposed',
      'waitlisted',
      'place-free',
    ]);
  });

  test('only withdrawn is closed; no match does not stop a new referral of the same pupil', () => {
    expect(referralStates.filter((state) => !isOpen(state))).toEqual(['withdrawn']);
    expect(referralStates.filter((state) => !isLive(state))).toEqual(['no-match', 'withdrawn']);
  });
});
