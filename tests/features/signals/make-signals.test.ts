import { describe, expect, test } from '@jest/globals';
import { figureNames, type Figures } from '../../../src/domain/figures/index.js';
import type { SignalId } from '../../../src/domain/ids.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { nextFirstMonday } from '../../../src/features/signals/first-monday.js';
import { makeSignals, makeSignalsEachMonth } from '../../../src/features/signals/make-signals.job.js';
import { setSignalRules } from '../../../src/features/signals/set-signal-rules.js';
import { createCalendar } from '../../../src/platform/calendar/index.js';
import { context } from '../../support/given.js';
import { atClb, done, group, openForm, press, readOf, sent, stored, uuid, type World } from './world.js';

const none = {
  ...Object.fromEntries(figureNames.map((name) => [name, []])),
  'time-to-contact': [],
} as object as Figures;
/** So many, for one reason, or spread over reasons of which none has five. */
const noMatches = (count: number, reason?: string): Figures => ({
  ...none,
  answers: (reason === undefined ? ['age', 'region', 'other'] : [reason]).map((one, index, all) => ({
    by: { answer: 'no-match', reason: one, region: 'AHV', ageGroup: 'under-12' },
    count: Math.floor((count + index) / all.length),
  })),
});
/** So many in this trimester (from 1 September), none before. */
const thisTrimester = (count: number, reason?: string) => (from: Date) =>
  from.getMonth() === 7 ? noMatches(count, reason) : none;
const key = 'no-match-under-12:AHV:under-12:2026-2027/1';

async function make(world: World, rulesOff: string[] = []) {
  const given = context({ settings: { ...defaultSettings, rulesOff } });
  return makeSignals.decide((await makeSignals.load(readOf(world), {}, given))!, given);
}

describe('signals from the figures', () => {
  test('are made with their counts, once per rule, place and period', async () => {
    const outcome = await make({ figures: thisTrimester(7) });
    const [row] = stored(outcome);
    expect(stored(outcome)).toHaveLength(1);
    expect(row).toMatchObject({
      reference: 'S-2026-001',
      kind: 'bottleneck',
      rule: key,
      region: 'AHV',
      ageGroup: 'under-12',
      personId: null,
      counts: { rule: 'no-match-under-12', count: 5, period: '2026-2027/1' },
      text: 'Minstens 5 × geen match: onder 12, Asse-Halle-Vilvoorde, trimester 1 van schooljaar 2026-2027.',
    });
    expect(outcome.notices).toMatchObject([{ view: 'signal-post', to: { organisation: group.id } }]);
  });

  const reasonKey = 'no-match-reason:age:AHV:under-12:2026-2027/1';
  const made = (rule: string) => sent({ id: uuid<SignalId>('53'), personId: null, rule, counts: { count: 6 } });

  test('are one for the same cases: the one that tells the reason', async () => {
    expect(stored(await make({ figures: thisTrimester(6, 'age') })).map(({ rule }) => rule)).toEqual([reasonKey]);
    const off = await make({ figures: thisTrimester(6, 'age') }, ['no-match-reason']);
    expect(stored(off).map(({ rule }) => rule)).toEqual([key]);
  });

  test('do not come a second time with the reason when the cases were told without', async () => {
    const outcome = await make({ figures: thisTrimester(12, 'age'), signals: [made(key)] });
    expect(stored(outcome)).toMatchObject([{ rule: key, counts: { count: 10 } }]);
    const other = await make({ figures: thisTrimester(12, 'age'), signals: [made(reasonKey)] });
    expect(stored(other)).toMatchObject([{ rule: reasonKey, counts: { count: 10 } }]);
  });

  test('have numbers that follow each other', async () => {
    const lists = { 'waiting-list': [{ by: { region: 'VBO' }, count: 12 }] };
    const figures = (from: Date) => ({ ...thisTrimester(6)(from), ...(from.getMonth() === 7 ? lists : {}) });
    const references = stored(await make({ figures })).map(({ reference }) => reference);
    expect(references).toEqual(['S-2026-001', 'S-2026-002']);
  });

  test('of the trimester before count its last weeks', async () => {
    const before = (from: Date): Figures => (from.getMonth() === 2 ? noMatches(6) : none);
    expect(stored(await make({ figures: before }))[0]?.rule).toBe('no-match-under-12:AHV:under-12:2025-2026/3');
  });

  test('are not made below the threshold, nor by a rule that is off', async () => {
    expect(stored(await make({ figures: thisTrimester(4) }))).toEqual([]);
    expect(stored(await make({ figures: thisTrimester(9) }, ['no-match-under-12']))).toEqual([]);
  });

  const present = sent({
    id: uuid<SignalId>('52'),
    personId: null,
    rule: key,
    counts: { rule: 'no-match-under-12', count: 5, region: 'AHV', ageGroup: 'under-12', period: '2026-2027/1' },
  });

  test('grow while they wait, in steps of five: what came since last month is nobody’s to work out', async () => {
    expect(stored(await make({ figures: thisTrimester(9), signals: [present] }))).toEqual([]);
    const outcome = await make({ figures: thisTrimester(11), signals: [present] });
    expect(stored(outcome)).toMatchObject([{ id: present.id, counts: { count: 10 }, version: 1 }]);
    expect(outcome).toMatchObject({ notices: [], refresh: [`signal:${present.id}:post`] });
  });

  test.each([
    ['the counts are the same', 7, 'new'],
    ['it was discussed', 10, 'discussed'],
    ['it was closed', 10, 'closed'],
  ] as const)('stay as they are when %s', async (_why, count, state) => {
    expect(stored(await make({ figures: thisTrimester(count), signals: [{ ...present, state }] }))).toEqual([]);
  });
});

describe('the moment', () => {
  const { calendar } = context();

  test.each([
    ['in the middle of a month', '2026-11-16T09:00:00Z', '2026-12-07T08:00:00.000Z'],
    ['just before', '2026-12-07T07:59:00Z', '2026-12-07T08:00:00.000Z'],
    ['at the moment itself: the next', '2026-12-07T08:00:00Z', '2027-01-04T08:00:00.000Z'],
    ['Easter Monday is no working day', '2026-04-01T08:00:00Z', '2026-04-13T07:00:00.000Z'],
  ])('%s', (_when, now, at) => {
    expect(makeSignalsEachMonth.next(new Date(now), { calendar, settings: defaultSettings }).toISOString()).toBe(at);
  });

  test('also comes when the desk never works on Mondays', () => {
    const weeklyHours = { ...defaultSettings.weeklyHours, '1': [] };
    const tuesdays = createCalendar({ alwaysOpen: false, weeklyHours, closedPeriods: [] });
    expect(nextFirstMonday(new Date('2026-11-16T09:00:00Z'), tuesdays).toISOString()).toBe('2026-12-07T08:00:00.000Z');
  });
});

describe('the rules', () => {
  test('are switched off by what is not ticked', async () => {
    const outcome = await done(setSignalRules, { data: { rules: 'full,contact-late' } });
    const [change] = outcome.changes!;
    expect(change).toMatchObject({ put: 'setting', row: { rulesOff: expect.arrayContaining(['no-match-under-12']) } });
    expect(JSON.stringify(change)).not.toContain('contact-late');
  });

  test('may all be off: then clients leave the key out', async () => {
    const { changes } = await done(setSignalRules, {});
    expect(changes).toMatchObject([{ row: { rulesOff: expect.arrayContaining(['full', 'contact-late']) } }]);
  });

  test('are ticked as they stand, and are not for others', async () => {
    const form = await openForm(setSignalRules, {});
    expect(form['typed']).toMatchObject({ rules: expect.stringContaining('no-match-under-12,no-match-age') });
    expect(await press(setSignalRules, { by: atClb() })).toEqual({ refused: 'only-workgroup' });
  });
});
