import { expect, test } from '@jest/globals';
import { barLine } from '../../src/texts/bar-line.js';

test.each([
  [10, 10, '████████'],
  [5, 10, '████'],
  [1, 100, '▌'],
  [25, 100, '██'],
  [30, 10, '████████'],
  [0, 10, '\u00a0'],
  [null, 10, '\u00a0'],
  [3, 0, '\u00a0'],
])('the bar of %s out of %s', (value, highest, bar) => {
  expect(barLine(value, highest)).toBe(bar);
});
