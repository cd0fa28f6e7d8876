import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Message } from '../support/fake-teams/index.js';
import { ordinary, refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const hour = 3_600_000;
const minute = 60_000;

describe('who is in a team decides what personal chat opens', () => {
  let stage: Stage;
  let cast: Cast;
  let status: Message;
  beforeAll(async () => {
    stage = await openStage('embedded', undefined, { withoutPauses: true });
    cast = await linkedCast(stage);
    cast.clb.people.add(stage.teams.person('Jan Maes'));
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

  it('asks Teams once in some minutes, however often something opens', async () => {
    const asked = () => stage.teams.wire.filter(({ path }) => path.includes('members')).length;
    await stage.later(6 * minute);
    const before = asked();
    for (let press = 0; press < 3; press += 1) expect(await opens()).toContain(name);
    expect(asked()).toBe(before + 1);
  });

  it('what is known for longer stays so: after the clock was moved by hand, a later look at the roster does not shorten it', async () => {
    const { kysely } = stage.database;
    const far = new Date('2030-01-01T00:00:00Z');
    await kysely.updateTable('membership').set({ checkedAt: far }).execute();
    await stage.later(6 * minute);
    expect(await opens()).toContain(name);
    const { personId } = await kysely
      .selectFrom('membership')
      .select('personId')
      .where('rosteredAt', 'is not', null)
      .executeTakeFirstOrThrow();
    const kept = await kysely.selectFrom('membership').selectAll().where('personId', '=', personId).execute();
    expect(kept.map(({ checkedAt }) => checkedAt)).toEqual(kept.map(() => far));
    await kysely.updateTable('membership').set({ checkedAt: stage.clock.now() }).execute();
  });

  it('given somebody who was taken out an hour ago and whom Teams told nobody of, then nothing opens, and no name is shown', async () => {
    await cast.an.says('mijn aanmeldingen');
    await stage.settled();
    await cast.an.opens(cast.an.personal);
    const showsNames = async () => (await cast.an.presses('Namen tonen', {}, { in: cast.an.personal })).text;
    for (const opening of [showsNames, opens]) {
      cast.clb.people.delete(cast.an);
      await stage.later(hour);
      const refused = await opening();
      expect(refused).toContain('niet meer in het team');
      expect(refused).not.toContain(name);
      cast.clb.people.add(cast.an);
      await cast.an.says('hallo', cast.clb);
      await stage.settled();
    }
    expect(await opens()).toContain(name);
  });

  it('given somebody who presses in the channel and does not stand in its roster, then nothing opens there', async () => {
    cast.an.reloads();
    expect(
      (await cast.an.presses('Bekijken', {}, { in: cast.clb, reading: '2026-0001', verb: 'open-file' })).text,
    ).toContain(name);
    const { activity } = stage.teams.answers.at(-1)!;
    cast.clb.people.delete(cast.an);
    await stage.later(6 * minute);
    const refused = JSON.stringify((await stage.teams.deliver({ ...activity, id: 'once-more' })).body);
    expect(refused).toContain('niet meer in het team');
    expect(refused).not.toContain(name);
    cast.clb.people.add(cast.an);
    await cast.an.says('hallo', cast.clb);
  });

  it('given Teams that does not give its roster, then nothing opens, and it says why; also after 49 hours', async () => {
    stage.teams.goesWrong({ status: 403 }, { on: 'members', times: 1_000_000 });
    await stage.later(47 * hour);
    const silent = await opens();
    expect(silent).toContain('Teams antwoordt nu niet');
    expect(silent).not.toContain(name);
    await stage.later(2 * hour);
    const refused = await opens();
    expect(refused).toContain('Teams antwoordt nu niet');
    expect(refused).not.toContain(name);
  });

  it('given a roster that Teams gives again, then it opens again', async () => {
    stage.teams.faults.clear();
    await stage.later(hour);
    expect(await opens()).toContain(name);
  });

  it('given Teams that was silent for a moment, then the same button opens it', async () => {
    stage.teams.goesWrong({ status: 503 }, { on: 'members', times: 1_000_000 });
    await stage.later(6 * minute);
    expect(await opens()).toContain('Teams antwoordt nu niet');
    stage.teams.faults.clear();
    const again = await cast.an.presses('Opnieuw proberen', {}, { on: status });
    expect(again.text).toContain(name);
  });

  it('given a roster that comes back empty, which is a failure of Teams and no truth, then nobody loses his or her rights', async () => {
    const people = [...cast.clb.people];
    cast.clb.people.clear();
    await stage.later(21 * hour);
    const silent = await opens();
    expect(silent).toContain('Teams antwoordt nu niet');
    expect(silent).not.toContain(name);
    for (const who of people) cast.clb.people.add(who);
    expect(await opens()).toContain(name);
    await stage.settled();
    expect(stage.logged.join()).toContain('EmptyRoster');
  });

  it('given a half roster, then who is not in it is asked for by name and keeps his or her rights', async () => {
    cast.clb.notListed.add(cast.an);
    await stage.later(21 * hour);
    expect(await opens()).toContain(name);
    await stage.later(6 * minute);
    expect(await opens()).toContain(name);
    cast.clb.notListed.delete(cast.an);
  });

  it('given a roster that gives no name, then the name that was known stays', async () => {
    cast.an.isNameless = true;
    await stage.later(21 * hour);
    const { rows } = await sql<{
      name: string;
    }>`select name from person where aad_object_id = ${cast.an.aadObjectId}`.execute(stage.database.kysely);
    expect(rows).toEqual([{ name: 'An Peeters' }]);
    cast.an.isNameless = false;
  });

  it('given a roster that was not read for two days and Teams that is back, then the first press asks and works', async () => {
    stage.teams.goesWrong({ status: 503 }, { on: 'members', times: 1_000_000 });
    await stage.later(50 * hour);
    stage.teams.faults.clear();
    expect(await opens()).toContain(name);
    await cast.an.says('werklijst');
    await stage.settled();
    expect(cast.an.sees({ in: cast.an.personal })).toContain('2026-0001');
  });

  it('given somebody who left the team and whom Teams told nobody of, then within the day nothing opens', async () => {
    cast.clb.people.delete(cast.an);
    await stage.later(21 * hour);
    const refused = await opens();
    expect(refused).toContain(notYours);
    expect(refused).not.toContain(name);
  });
});
