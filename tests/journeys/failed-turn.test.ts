import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { fillsIn, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

let stage: Stage;
let cast: Cast;

beforeAll(async () => {
  stage = await openStage('embedded');
  cast = await linkedCast(stage);
});
afterAll(() => stage.close());

/** From now on the database refuses every new row, and repeats it in its error, as it does with a fault of ours. */
async function nothingCanBeStored(): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(stage.database.kysely);
  for (const { name } of rows)
    await sql`alter table ${sql.table(name)} add constraint broken check (false) not valid`.execute(
      stage.database.kysely,
    );
}

it('a person gets a number, and under it the log says what failed and where, without what was filled in', async () => {
  await fillsIn(stage, cast.an);
  await nothingCanBeStored();
  const answer = await cast.an.presses('Verzenden', {}, { in: cast.an.personal });
  const number = /\b[2-9B-Z]{6}\b/.exec(answer.text)?.[0];
  expect(number).toBeDefined();

  const line = stage.logged.find((each) => each.includes(`"number":"${number}"`)) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({
    msg: 'turn failed',
    kind: 'press',
    verb: expect.any(String),
    error: { code: '23514', at: expect.arrayContaining([expect.stringContaining('src/platform/')]) },
  });
  expect(stage.logged.join('')).not.toContain(secret.pupilName);
});
