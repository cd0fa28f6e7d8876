import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../src/contracts/action.js';
import { caseActor } from '../../../src/contracts/case-actor.js';
import { isRefusal, type Outcome } from '../../../src/contracts/outcome.js';
import { allowedActs, acts as caseActs, can } from '../../../src/domain/case/policy.js';
import { referralStates } from '../../../src/domain/case/states.js';
import { isToCheck } from '../../../src/domain/school-map/school-map.js';
import { keepersOnly, linkedOnly } from '../../../src/features/helplines/linked-only.js';
import { schoolMaps } from '../../../src/features/school-map/index.js';
import { schoolMap } from '../../../src/features/school-map/school-map.js';
import { loadWhole } from '../../../src/features/school-map/told/loaded-map.js';
import { doingsFor } from '../../../src/features/start/audience.js';
import { referralIn, registeredAt } from '../../support/case.js';
import { viewContext } from '../../support/given.js';
import { an, by, clb, desk, dirk, jac } from '../helplines/world.js';
import { bySofie, entryOf, map, read, school } from './world.js';

const named = (slug: string): Action => schoolMaps.actions.find((one) => one.slug === slug)!;

async function does(slug: string, data: object, context = bySofie) {
  const action = named(slug);
  const loaded = await action.load(read(), action.subject.parse(data), context);
  if (isRefusal(loaded)) return loaded;
  return action.may(loaded, context) ?? action.decide(loaded, action.fields.parse(data), context);
}
const ofMap = { mapId: map.id };

describe('a school and a referral', () => {
  test('given a school, also one with the id of the CLB or provider of nothing, then no act of the policy is its', () => {
    for (const state of referralStates) {
      const referral = referralIn(state);
      const actor = caseActor(bySofie.actor, referral);
      expect(actor.sides).toEqual([]);
      expect([...allowedActs(actor, referral, registeredAt)]).toEqual([]);
      for (const act of caseActs) expect(can(actor, act, referral, registeredAt)).toEqual({ denied: 'side' });
    }
  });

  test('it is offered its map, the help lines and the offer, and nothing of a referral', () => {
    expect(doingsFor({ scope: 'personal', kinds: ['school'] })).toEqual(['show-map', 'list-lines', 'list-services']);
  });

  test('it reads the help lines and says what is wrong; keeping them is for others', () => {
    expect(linkedOnly(bySofie.actor)).toBeNull();
    expect(keepersOnly(bySofie.actor)).toEqual({ refused: 'school-reads' });
    expect(keepersOnly(by(an, clb).actor)).toBeNull();
    expect(keepersOnly(by(an, clb, school).actor)).toBeNull();
  });
});

describe('a map stays with its team', () => {
  const slugs = ['edit-map-line', 'edit-map-notes', 'ask-for-help', 'share-map', 'confirm-map', 'withdraw-map-link'];
  test.each(slugs)('given another CLB or the desk, then %s is refused', async (slug) => {
    const data = { ...ofMap, phase: 'extended' };
    expect(await does(slug, data, by(an, clb))).toMatchObject({ refused: 'not-yours' });
    expect(await does(slug, data, by(dirk, desk))).toMatchObject({ refused: 'not-yours' });
  });

  test('given another team, then remove-map-line and show-map are refused too', async () => {
    expect(await does('remove-map-line', { entryId: entryOf(jac).id }, by(an, clb))).toEqual({ refused: 'not-yours' });
    expect(await does('show-map', {}, by(dirk, desk))).toEqual({ refused: 'not-yours' });
  });

  test('given a line that is taken off, then its contact person is gone', async () => {
    const outcome = (await does('remove-map-line', { entryId: entryOf(jac).id })) as Outcome;
    expect(outcome.changes).toMatchObject([{ put: 'mapEntry', row: { state: 'removed', contact: null } }]);
  });

  test('given a contact person with a birth date, or without agreement, then nothing is kept', async () => {
    const data = { ...ofMap, entryId: entryOf(jac).id, contactName: 'Elif, geboren op 9/3/2012' };
    const outcome = (await does('edit-map-line', data)) as Outcome;
    expect(outcome.changes).toBeUndefined();
    expect(outcome.reply).toMatchObject({ errors: { contactName: 'personal', agreed: 'not-agreed' } });
  });

  test('given a phase, then what was told already, or is there, is not told again', async () => {
    const outcome = (await does('ask-for-help', { ...ofMap, phase: 'through-clb' })) as Outcome;
    const told = outcome.changes?.flatMap((change) =>
      'put' in change && change.put === 'signal' ? [change.row.text] : [],
    );
    expect(told).toHaveLength(1);
    expect(told![0]).toContain('CGG');
    expect(told![0]).not.toMatch(/Politie|JAC/);
  });
});

test('what other schools use is a count, and fewer than five are not told', async () => {
  expect((await loadWhole(read(5), map.id))!.nearby.map(({ schools }) => schools)).toEqual([5]);
  expect((await loadWhole(read(4), map.id))!.nearby).toEqual([]);
});

test('given more of them than the card shows, then it says how many more', async () => {
  const whole = (await loadWhole(read(5), map.id))!;
  const drawn = (count: number) =>
    schoolMap.fill(
      { ...whole, nearby: Array.from({ length: count }, () => whole.nearby[0]!), told: [] },
      viewContext(),
    );
  expect((await drawn(5)).nearbyMore).toBeNull();
  expect((await drawn(8)).nearbyMore).toContain('Nog 3 hulplijnen');
});

test('a map is asked after once, a year after its team looked at it', () => {
  const checked = { checkedOn: '2025-11-16', askedOn: null };
  expect(isToCheck(checked, '2026-11-15')).toBe(false);
  expect(isToCheck(checked, '2026-11-16')).toBe(true);
  expect(isToCheck({ ...checked, askedOn: '2026-11-16' }, '2026-12-01')).toBe(false);
});
