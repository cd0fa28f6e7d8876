import { expect, test } from '@jest/globals';
import { signalCards } from '../../src/contracts/signal-notices.js';
import { workerCards } from '../../src/contracts/worker-cards.js';
import { caseCards } from '../../src/domain/case/cards.js';
import { deskCards } from '../../src/features/desk/desk-cards.js';
import { lineCards, lineJobs } from '../../src/features/helplines/line-cards.js';
import { features } from '../../src/features/index.js';
import { importCards, importJobs } from '../../src/features/line-import/import-cards.js';
import { linkingCards } from '../../src/features/linking/linking-cards.js';
import { meetingCards, meetingJobs } from '../../src/features/meetings/meeting-cards.js';
import { surveyCards, surveyJobs } from '../../src/features/survey/survey-cards.js';
import { filesIn, read } from './read-house.js';

const cards = [
  caseCards,
  signalCards,
  meetingCards,
  surveyCards,
  lineCards,
  linkingCards,
  deskCards,
  importCards,
  workerCards,
];
const jobs = [meetingJobs, surveyJobs, lineJobs, importJobs];

test('every reference names a view or a job that is there', () => {
  const views = new Set(features.flatMap((feature) => feature.views.map(({ slug }) => slug)));
  const names = new Set(features.flatMap((feature) => feature.jobs.map(({ name }) => name)));
  expect(cards.flatMap((all) => Object.values(all)).filter(({ slug }) => !views.has(slug))).toEqual([]);
  expect(jobs.flatMap((all) => Object.values(all)).filter(({ name }) => !names.has(name))).toEqual([]);
});

test('what has a reference is sent and shown by it, not by its slug', () => {
  const slugs = cards.flatMap((all) => Object.values(all).map(({ slug }) => slug));
  const bySlug = new RegExp(`\\b(?:view|show): '(?:${slugs.join('|')})',\\s*(?:with|params)\\b`);
  const faults = [...filesIn('src/features'), ...filesIn('src/contracts')].filter(
    (path) => path.endsWith('.ts') && !path.startsWith('src/features/case/') && bySlug.test(read(path)),
  );
  expect(faults).toEqual([]);
});

/** Rows whose changes are told in the timeline. */
const told = [
  'signal',
  'meeting',
  'agendaItem',
  'decision',
  'helpLine',
  'lineReport',
  'survey',
  'service',
  'organisation',
];

test('who changes a row that the timeline tells of, tells it', () => {
  const changes = new RegExp(`put: '(?:${told.join('|')})'`);
  const silent = filesIn('src/features').filter((path) => {
    const source = path.endsWith('.ts') ? read(path) : '';
    return changes.test(source) && !/\bentr(?:ies|y)\b/.test(source);
  });
  expect(silent).toEqual([]);
});
