import { describe, expect, test } from '@jest/globals';
import { drawStates } from '../../../scripts/states/state-page.js';
import { deadPaths, sourceFaults, untested } from './source-rules.js';

describe('a file', () => {
  test.each([
    'src/lib/working-time.ts',
    'src/features/waitlist/review-waitlist.job.ts',
    'src/domain/README.md',
    'cards/_parts/field-error.json',
    'cards/waitlist/offer.sample.json',
    'docs/decisions/0001-the-house.md',
  ])('%s is well named', (path) => {
    expect(sourceFaults([{ path, content: 'a\n' }])).toEqual([]);
  });

  test.each([
    ['src/domain/workingTime.ts', '', /kebab-case/],
    ['src/domain/utils.ts', '', /says nothing/],
    ['src/domain/long.ts', 'x\n'.repeat(301), /301 lines/],
    ['docs/how.md', `see ${['', 'work', 'main'].join('/')}`, /one machine/],
    ['docs/how.md', `see ${['', 'home', 'jan'].join('/')}`, /one machine/],
    ['docs/how.md', `see ${['..', 'shared', 'house.md'].join('/')}`, /one machine/],
  ])('%s is not', (path, content, fault) => {
    expect(sourceFaults([{ path, content }]).join()).toMatch(fault);
  });

  test('may name addresses and packages', () => {
    const content = 'https://example.org/work/x @a/home/b src/work/x';
    expect(sourceFaults([{ path: 'docs/how.md', content }])).toEqual([]);
  });
});

test('a page names only what is there', () => {
  const page =
    'See `src/app.ts`, `npm run x`, `application/json`, [the rooms](docs/rooms.md#one), [web](https://example.org).';
  expect(deadPaths(page, () => true)).toEqual([]);
  expect(deadPaths(page, () => false)).toEqual(['src/app.ts does not exist', 'docs/rooms.md does not exist']);
});

test('a slug is tested by name or by mention', () => {
  const slugs = [{ slug: 'wait', feature: 'area' }];
  expect(untested(slugs, [{ path: 'tests/features/area/wait.test.ts', content: '' }])).toEqual([]);
  expect(untested(slugs, [{ path: 'tests/journeys/a.test.ts', content: "press('wait')" }])).toEqual([]);
  expect(untested(slugs, [{ path: 'tests/journeys/a.test.ts', content: 'we wait; waitlist' }])).toEqual([
    'area/wait: no test names it',
  ]);
});

test('the page of states has every row and draws each arrow once', () => {
  const row = { by: ['clb'], rule: 'R1' };
  const page = drawStates([
    { from: 'new', act: 'register', to: 'wait-listed', ...row },
    { from: 'new', act: 'hold', to: 'wait-listed', ...row },
    { from: 'wait-listed', act: 'withdraw', to: 'gone', ...row },
  ]);
  expect(page).toContain('  [*] --> wait_listed: register, hold\n');
  expect(page).toContain('state "wait-listed" as wait_listed');
  expect(page).not.toContain('wait_listed --> gone');
  expect(page).toContain('| wait-listed | withdraw | gone | clb | R1 |');
});
