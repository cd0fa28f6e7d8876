import { expect, test } from '@jest/globals';
import { sourceFiles } from './read-house.js';

/** What the feature `case` brings up to date although nothing that is stored asks for it, and why it is no effect of a case. */
const byHand: Readonly<Record<string, string>> = {
  'dispatch/hear-full.job.ts':
    'a case hears of its service and nothing happens to it: its own posts, as the case gives them',
  'handing-over/hand-over-case.job.ts': 'what told of who left counts along: it is about a worker, no post of a case',
  'intake/tidy-draft.job.ts': 'time has gone by over an intake, before there is a case',
  'reconcile/reconcile-cases.job.ts': 'what was lost on its way is sent after all',
  'trajectory/ask-half-days.job.ts': 'what is asked about a whole week is of its provider, no post of a case',
  'waitlist/check-list.job.ts': 'what is asked about a whole list is of its service, no post of a case',
  'waitlist/confirm-list.ts': 'what was asked about a whole list is answered: of its service, no post of a case',
  'waitlist/waitlist-moved.job.ts':
    'nothing happened to these cases: others moved before them, or their service says otherwise',
};

/** Of an outcome; a card's own `refresh`, which Teams asks for, is filled by `refreshOf`. */
const listed = /\brefresh: (?!refreshOf|null|object)/;

test('no act of a case lists the cards that show it: they follow from what is stored', () => {
  const files = sourceFiles()
    .filter(({ path, content }) => path.startsWith('src/features/case/') && listed.test(content))
    .map(({ path }) => path.replace('src/features/case/', ''));
  expect(files.toSorted()).toEqual(Object.keys(byHand).toSorted());
});
