import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Message } from '../support/fake-teams/index.js';
import { ordinary, refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const hour = 3_600_000;

describe('who is in a team decides what personal chat opens', () => {
  let stage: Stage;
  let cast: Cast;
  let status: Message;
  beforeAll(async () => {
    stage = await openStage('embedded');
    cast = await linkedCast(stage);
    const reference = await refers(stage, cast.an);
    await cast.an.says(`status ${reference}`);
    await stage.settled();
    status = cast.an.message({ in: cast.an.personal });
  });
  afterAll(() => stage.close());

  /** What An reads when she opens the file from the card in her own chat. */
  const opens = async (): Promise<string> => {
    cast.an.reloads();
    return (await cast.an.presses('Bekijken', {}, { on: status })).text;
  };
  const name = ordinary.pupil.pupilName;
  const notYours = 'niet voor uw organisatie';

  it('given a roster that Teams has not given for 47 hours, then the file still opens; after 49 hours not any more', async () => {
    stage.teams.goesWrong({ status: 403 }, { on: 'members', times: 1_000_000 });
    await stage.later(47 * hour);
    expect(await opens()).toContain(name);
    await stage.later(2 * hour);
    const refused = await opens();
    expect(refused).toContain(notYours);
    expect(refused).not.toContain(name);
  });

  it('given a roster that Teams gives again, then it opens again', async () => {
    stage.teams.faults.clear();
    await stage.later(hour);
    expect(await opens()).toContain(name);
  });

  it('given somebody who left the team and whom Teams told nobody of, then within the day nothing opens', async () => {
    cast.clb.people.delete(cast.an);
    await stage.later(21 * hour);
    const refused = await opens();
    expect(refused).toContain(notYours);
    expect(refused).not.toContain(name);
  });
});
