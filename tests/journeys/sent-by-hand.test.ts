import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importActions } from '../../src/contracts/hsds/line-import.js';
import { turnActions } from '../../src/contracts/jobs.js';
import { engineInTurn } from '../support/database.js';
import { pressed } from '../support/fake-teams/front-door.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { standing } from '../support/standing.js';

/** What only Teams' events, words that fit nothing, and our own web page may start. */
const startedByTheProgram = [...Object.values(turnActions), ...Object.values(importActions)];
const data = { said: 'wachtlijst', importId: '00000000-0000-4000-8000-00000000dead', fileName: 'x', text: '{}' };

describe.each(engineInTurn(import.meta.url))('what only the program starts, sent by hand, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const channels = () => stage.database.kysely.selectFrom('channel').selectAll().orderBy('id').execute();
  const done = () => stage.database.kysely.selectFrom('audit').select('action').execute();

  it.each(startedByTheProgram)('“%s” is no button, for a member as for the desk', async (verb) => {
    const before = { channels: await channels(), done: await done(), standing: await standing(stage) };
    for (const [who, where] of [
      [cast.bram, cast.naft],
      [cast.dirk, cast.desk],
      [cast.an, cast.an.personal],
    ] as const)
      for (const action of [
        { type: 'Action.Execute', verb, data },
        { type: 'Action.Execute', verb: 'open-form', data: { form: verb, ...data } },
        { type: 'Action.Execute', verb: 'show', data: { view: verb, ...data } },
      ]) {
        const answer = pressed(await who.invokes('adaptiveCard/action', { action, trigger: 'manual' }, where));
        expect(answer.text).toContain('Deze knop werkt niet meer');
      }
    await stage.settled();
    expect({ channels: await channels(), done: await done(), standing: await standing(stage) }).toEqual(before);
  });

  it.each(startedByTheProgram)('“%s” is no word either', async (verb) => {
    const before = await channels();
    await cast.bram.says(verb, cast.naft);
    await stage.settled();
    expect(cast.bram.sees({ in: cast.naft })).toMatch(/Dat begrijp ik niet|Bedoelt u een van deze/);
    expect(await channels()).toEqual(before);
  });
});
