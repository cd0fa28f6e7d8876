import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { idOfKey, type AnswerKey } from '../../../src/domain/answers/answer.js';
import { readAnswers } from '../../../src/platform/storage/read-answers.js';
import { anyEngine, freshDatabase } from '../../support/database.js';

/** Written from the list of topics before there was an answer or a search: how people type, with slips and in dialect. */
const asked = JSON.parse(readFileSync(join(import.meta.dirname, 'asked-questions.json'), 'utf8')) as [
  string,
  AnswerKey,
][];

test('of sixty questions as people type them at least fifty have their answer among the first three', async () => {
  const database = await freshDatabase(anyEngine[0]!);
  const read = readAnswers(database.kysely);
  const places: number[] = [];
  const elsewhere: string[] = [];
  for (const [said, key] of asked) {
    const found = (await read.answersLike(said, 'nl')).map(({ id }) => id);
    const place = found.indexOf(idOfKey(key));
    places.push(place);
    if (place !== 0) elsewhere.push(`${place} ${said}`);
  }
  await database.close();
  const first = places.filter((place) => place === 0).length;
  const among = places.filter((place) => place >= 0).length;
  if (process.env['SHOW_PLACES'] === '1') console.log(`${first} first, ${among} in three\n${elsewhere.join('\n')}`);
  expect(asked).toHaveLength(60);
  expect(first).toBeGreaterThanOrEqual(40);
  expect(among).toBeGreaterThanOrEqual(50);
});
