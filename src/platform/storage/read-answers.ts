import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadAnswers } from '../../contracts/read-answers.js';
import type { AnswerId } from '../../domain/ids.js';
import { rank, type Hits } from '../../domain/answers/rank.js';
import { shownAnswers } from '../../texts/answer-texts.js';
import type { Schema } from './rows/schema.js';
import { given } from './rows/given.js';
import { foundBy, searchTextOf, wordsIn } from './search.js';

type Db = Kysely<Schema> | Transaction<Schema>;

const most = 3;

/** The questions with their answers: what comes with the program, and what the desk wrote. */
export function readAnswers(db: Db): ReadAnswers {
  const written = () => db.selectFrom('answer').selectAll().orderBy('changedAt').orderBy('id').execute();
  return {
    answers: async (language) => shownAnswers(await written(), language),
    writtenAnswer: async (id) =>
      (await db.selectFrom('answer').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    withdrawnAnswers: () =>
      db.selectFrom('answer').selectAll().where('state', '=', 'withdrawn').orderBy('changedAt', 'desc').execute(),
    async answersLike(said, language) {
      const words = wordsIn(said);
      if (words.length === 0) return [];
      const texts = shownAnswers(await written(), language).map(({ id, question, asked }) => ({
        id,
        text: searchTextOf([question, asked]),
      }));
      return rank(words, await hitsIn(db, words, texts)).slice(0, most);
    },
    deskQuestion: async (id) =>
      (await db.selectFrom('deskQuestion').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    openDeskQuestions: (personId) =>
      db
        .selectFrom('deskQuestion')
        .selectAll()
        .where('state', '=', sql.lit('open'))
        .where((eb) => eb.and(given({ personId })))
        .orderBy('at')
        .orderBy('id')
        .execute(),
  };
}

/** Which of the words stand in which text: each word is looked for as in the directory of help lines. */
async function hitsIn(
  db: Db,
  words: readonly string[],
  texts: readonly { readonly id: AnswerId; readonly text: string }[],
): Promise<Hits<AnswerId>[]> {
  const ids = texts.map(({ id }) => id);
  const stand = sql.join(words.map((word) => sql`(${foundBy([word])})::int`));
  const { rows } = await sql<{ id: AnswerId; hits: string; similar: number }>`
    select id, array_to_string(array[${stand}], '') as hits, similarity(${words.join(' ')}, search_text) as similar
    from unnest(${ids}::text[], ${texts.map(({ text }) => text)}::text[]) as asked (id, search_text)`.execute(db);
  return rows.map(({ id, hits, similar }) => ({ id, hits: [...hits].map((hit) => hit === '1'), similar }));
}
