import { expect, test } from '@jest/globals';
import { onlyOne } from '../../src/lib/only-one.js';

test('the one that is there, and none of several', () => {
  expect([onlyOne([]), onlyOne([7]), onlyOne([7, 8])]).toEqual([null, 7, null]);
});
