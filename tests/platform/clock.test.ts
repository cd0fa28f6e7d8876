import { describe, expect, it } from '@jest/globals';
import { MovableClock } from '../../src/platform/clock.js';

const hour = 3_600_000;
const ahead = (clock: MovableClock): number => Math.round(clock.aheadMs / hour);

describe('the clock of local mode', () => {
  it('starts where it is told, also in the past', () => {
    expect(ahead(new MovableClock(new Date(Date.now() - 48 * hour)))).toBe(-48);
    expect(ahead(new MovableClock(new Date(Date.now() + 48 * hour)))).toBe(48);
  });

  it('is the system’s clock when nothing is said', () => {
    expect(new MovableClock(null).aheadMs).toBe(0);
  });

  it('goes on where it was before the last stop: the later of the two counts', () => {
    expect(ahead(new MovableClock(new Date(Date.now() - 48 * hour), -3 * hour))).toBe(-3);
    expect(ahead(new MovableClock(new Date(Date.now() + 48 * hour), 3 * hour))).toBe(48);
  });
});
