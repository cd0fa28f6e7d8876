import { expect, test } from '@jest/globals';
import { features } from '../../src/features/index.js';
import { filesIn, read } from './read-house.js';

/** Read functions that open what is sealed; drafts are their author's own, and stand apart. */
const opens = /\bread\.(caseFile|questionsOf|inquiryWords|schoolTexts|hintsOf|draftsOf)\(|\bloadMessage\b/;

/** What reads something sealed and shows nothing of it, or is only ever shown by an act that asks; with the reason. */
const without: Readonly<Record<string, string>> = {
  'choose-other-provider': 'looks in the file whether consent was given',
  'undo-answer': 'puts the file back as it was',
  'refuse-match': 'looks in the file whether consent was given',
  'refer-inquiry': 'the words go on, sealed, in the intake of who asked',
  'ask-another': 'the words go on, sealed, to whom is asked next',
  'start-intake': 'looks whether an own intake stands open',
  'recall-referral': 'the hint goes on in the intake',
  'opened-file': 'has no may: shown by open-file only',
  'opened-questions': 'has no may: shown by open-questions only',
  'opened-school-message': 'has no may: shown by acts that ask',
  'named-referrals': 'has no may: shown by show-names only',
  'mark-school-sent': 'shows the state of the message',
  'take-back-sent': 'shows the state of the message',
  'skip-school-message': 'shows the state of the message',
  'digest-card': 'stands in one’s own chat, drawn when it is sent',
};

test('whatever opens what is sealed asks Teams first who is in the team', () => {
  const asks = new Set(
    features
      .flatMap(({ actions, views }) => [...actions, ...views])
      .flatMap(({ slug, opensPersonal }) => (opensPersonal === true ? [slug] : [])),
  );
  const forgotten = filesIn('src/features')
    .map(read)
    .filter((source) => opens.test(source))
    .flatMap((source) => [...source.matchAll(/^ {2}slug: '([\w-]+)',$/gm)].map(([, slug = '']) => slug))
    .filter((slug) => !asks.has(slug) && !(slug in without));
  expect(forgotten).toEqual([]);
  expect([...asks].filter((slug) => slug in without)).toEqual([]);
});
