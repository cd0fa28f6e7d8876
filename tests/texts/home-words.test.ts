import { expect, test } from '@jest/globals';
import { ranks, type Rank } from '../../src/contracts/case-lists.js';
import { groupTiles, tilesOf, waitingLine } from '../../src/texts/home-words.js';

const none = Object.fromEntries(ranks.map((rank) => [rank, 0])) as Record<Rank, number>;
const waits = (
  of: 'clb' | 'provider' | 'desk',
  counts: Partial<Record<Rank, number>>,
  undelivered = 0,
  inquiries = {},
) => ({
  of,
  counts: { ...none, ...counts },
  undelivered,
  inquiries: { late: 0, do: 0, running: 0, ...inquiries },
  first: [],
});
const told = (tiles: ReturnType<typeof tilesOf>) =>
  tiles.map(({ number, word, style, page }) => [number, word, style, page].join(' '));

test('tiles count what waits, and lead to the page of the list where it begins', () => {
  expect(told(tilesOf(waits('clb', { choose: 12, late: 3, open: 2, waits: 7, draft: 4 }), 'nl'))).toEqual([
    '3 te laat attention 1',
    '12 te doen warning 0',
    '9 lopen emphasis 1',
  ]);
  expect(told(tilesOf(waits('provider', { late: 25, look: 1 }), 'nl'))).toEqual([
    '25 te laat attention 0',
    '1 te doen warning 2',
    '0 lopen emphasis 2',
  ]);
});

test('questions before referring count among what waits; they stand at the head of the list', () => {
  const waiting = waits('clb', { late: 12, choose: 1 }, 0, { late: 1, do: 2, running: 3 });
  expect(told(tilesOf(waiting, 'nl'))).toEqual(['13 te laat attention 0', '3 te doen warning 0', '3 lopen emphasis 0']);
  expect(waitingLine(waiting, 'nl')).toBe('16 wachten op u');
});

test('the desk sees what waits and what was not delivered; nothing has no colour and no press', () => {
  const [late, toDo, lost] = tilesOf(waits('desk', { look: 3 }, 4), 'nl');
  expect(late).toMatchObject({ number: '0', style: 'emphasis', press: null });
  expect(toDo).toMatchObject({ number: '3', press: 'Bekijken' });
  expect(lost).toMatchObject({ number: '4', style: 'attention', verb: 'show', view: 'undelivered-list' });
  expect(waitingLine(waits('desk', { look: 3 }, 4), 'nl')).toBe('7 wachten op u');
  expect(waitingLine(waits('desk', { open: 2 }), 'nl')).toBe('Er wacht niets op u');
});

test('the working group sees decisions past their day first, otherwise the open ones', () => {
  const of = (late: number) => groupTiles({ late, decisions: 3, signals: 2 }, 'nl').map(({ word }) => word);
  expect(of(1)).toEqual(['besluiten te laat', 'open signalen']);
  expect(of(0)).toEqual(['open besluiten', 'open signalen']);
});
