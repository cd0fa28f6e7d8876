import { expect, test } from '@jest/globals';
import { features } from '../../src/features/index.js';
import { filesIn, read } from './read-house.js';

/** Where something sealed may be read without asking Teams, with the reason why nobody reads it there. */
const without: Readonly<Record<string, string>> = {
  'src/platform/runtime/perform.ts': 'an act decides by it; what it answers with is drawn for the person who acted',
  'src/platform/runtime/card-in-answer.ts': 'reads whom to turn to',
  'src/platform/runtime/drawn-for.ts': 'this is where it is asked',
  'src/platform/outbox/fill-message.ts':
    'drawn for everybody: a view without an actor shows nothing of it (journeys/privacy)',
};

test('what is drawn for somebody opens what is sealed by the one way that asks Teams who is in the team', () => {
  const readers = filesIn('src').filter((file) => /\bcreateRead\((?!.*\bclosed\()/.test(read(file)));
  const forgotten = readers
    .map((file) => file.replace(/^.*\/(?=src\/)/, ''))
    .filter((file) => file !== 'src/platform/storage/read.ts' && !(file in without));
  expect(forgotten).toEqual([]);
});

test('few pages open something sealed for who has their address: a school’s own map, and for a quarter of an hour what one person asked for', () => {
  const pages = features.flatMap(({ pages: some = [] }) => some);
  expect(pages.filter(({ byAddress }) => byAddress === true).map(({ path }) => path)).toEqual([
    '/dossier/:token',
    '/dossier/:token/json',
    '/schoolkaart/:token',
  ]);
});

/** Acts that write in the read log that somebody looked: otherwise it would tell of what was never shown. */
const noting = ['open-file', 'open-questions', 'open-school-message', 'show-names'];

test('an act that notes who read asks Teams before it does', () => {
  const acts = features.flatMap(({ actions }) => actions);
  expect(noting.filter((slug) => acts.find((one) => one.slug === slug)?.opensPersonal !== true)).toEqual([]);
});
