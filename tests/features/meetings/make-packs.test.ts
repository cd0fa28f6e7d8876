import { describe, expect, test } from '@jest/globals';
import { makePacks, makesPacksEachDay } from '../../../src/features/meetings/make-packs.job.js';
import { context, monday10 } from '../../support/given.js';
import { rowsOf, work } from './act.js';
import { perRegion } from './counted.js';
import { first, meeting, packOfFirst, type MeetingWorld } from './world.js';

const packDay = new Date('2027-01-11T05:00:00Z');
const toCount = perRegion('registered-by-region', { VBO: 12, AHV: 3 });
const both: MeetingWorld = { meetings: [first({ state: 'held' }), meeting()], toCount };
const made = async (world: MeetingWorld, now = packDay) => rowsOf(await work(makePacks, {}, world, now), 'pack');

describe('the figures of a meeting', () => {
  test('are counted once, three days before, from where the last ones ended; small numbers are not kept', async () => {
    const [pack, ...others] = await made({ ...both, packs: [packOfFirst({})] });
    expect(others).toEqual([]);
    expect(pack).toMatchObject({
      meetingId: meeting().id,
      fromDay: '2026-11-02',
      untilDay: '2027-01-11',
      madeAt: packDay,
    });
    expect(pack!.figures.counts['registered-by-region']).toContainEqual({ by: { region: 'AHV' }, shown: 'small' });
    expect(JSON.stringify(pack!.figures)).not.toMatch(/[:,]3[,}\]]/);
  });

  test('are not counted before, nor twice, nor for a meeting that was cancelled', async () => {
    expect(await made({ ...both, packs: [packOfFirst({})] }, new Date('2027-01-10T22:59:00Z'))).toEqual([]);
    expect(await made({ ...both, countsBefore: {}, counts: {} })).toEqual([]);
    expect(await made({ toCount, meetings: [meeting({ state: 'cancelled' })] })).toEqual([]);
  });

  test('that were missed are made in order, each from where the one before ends', async () => {
    const days = (await made(both)).map(({ fromDay, untilDay }) => [fromDay, untilDay]);
    expect(days).toEqual([
      ['2026-09-01', '2026-11-02'],
      ['2026-11-02', '2027-01-11'],
    ]);
  });

  test('stay as they were when the meeting moves: the next begin where they end', async () => {
    const moved = first({ startsAt: new Date('2026-12-17T13:00:00Z') });
    const packs = await made({ ...both, meetings: [moved, meeting()], packs: [packOfFirst({})] });
    expect(packs.map(({ fromDay, untilDay }) => [fromDay, untilDay])).toEqual([['2026-11-02', '2027-01-11']]);
  });

  test('come later when they are still being counted', async () => {
    await expect(made({ ...both, counting: true })).rejects.toThrow();
  });

  test('are looked at each morning at six', () => {
    const next = (now: string) => makesPacksEachDay.next(new Date(now), context({ now: new Date(now) })).toISOString();
    expect(next(monday10.toISOString())).toBe('2026-11-17T05:00:00.000Z');
    expect(next('2026-11-17T04:59:59Z')).toBe('2026-11-17T05:00:00.000Z');
    expect(next('2026-11-17T05:00:00Z')).toBe('2026-11-18T05:00:00.000Z');
  });
});
