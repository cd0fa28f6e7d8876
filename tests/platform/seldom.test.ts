import { describe, expect, test } from '@jest/globals';
import { Seldom } from '../../src/platform/seldom.js';

describe('what comes often in the log', () => {
  test('is told so many times in a minute; the first of a later minute says how many were left out', () => {
    let now = 0;
    const told: object[] = [];
    const seldom = new Seldom(2, 60_000, () => now);
    const happens = (kind: string): void => seldom.tell(kind, (leftOut) => told.push({ kind, ...leftOut }));
    for (let time = 0; time < 50; time++) happens('refused');
    happens('queue');
    expect(told).toEqual([{ kind: 'refused' }, { kind: 'refused' }, { kind: 'queue' }]);
    now = 59_999;
    happens('refused');
    expect(told).toHaveLength(3);
    now = 60_000;
    happens('refused');
    happens('refused');
    expect(told.slice(3)).toEqual([{ kind: 'refused', leftOut: 49 }, { kind: 'refused' }]);
  });
});
