import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { engines } from '../support/database.js';
import type { Person } from '../support/fake-teams/index.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** A Monday, a week before the survey opens. */
const before = new Date('2027-02-22T09:00:00Z');
const hour = 3_600_000;

describe.each(engines)('what the bot says by itself comes when one wants to read it, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let bo: Person;
  beforeAll(async () => {
    stage = await openStage(engine, before);
    cast = await linkedCast(stage);
    bo = stage.teams.person('Bo Aerts');
    const team = [...stage.teams.world.teams.values()].find(({ general }) => general === cast.clb)!;
    await stage.teams.joins(bo, team);
    for (const who of [cast.an, bo]) await who.says('help');
    await stage.settled();
  });
  afterAll(() => stage.close());

  const invitations = ({ personal }: Person): number =>
    personal.botPosts.filter(({ text }) => text.includes('Bevraging 2026–2027')).length;

  it('one chooses when, and reads what was chosen', async () => {
    await cast.an.says('mijn gegevens');
    await stage.settled();
    await cast.an.presses('Formulier openen', {}, { in: cast.an.personal });
    const saved = await cast.an.presses('Bewaren', { phone: '', reach: '16:00' }, { in: cast.an.personal });
    expect(saved.text).toContain('één keer per werkdag, om 16 u.');
  });

  it('what comes by itself waits for that hour; to others it is said at once', async () => {
    const opening = new Date('2027-03-01T09:00:00Z');
    await stage.later(opening.getTime() - stage.clock.now().getTime());
    expect([invitations(cast.an), invitations(bo)]).toEqual([0, 1]);
    const { rows } = await sql<{ state: string }>`select state from message where state not in ('sent')`.execute(
      stage.database.kysely,
    );
    expect(rows).toEqual([{ state: 'held' }]);
    await stage.later(5 * hour);
    expect(invitations(cast.an)).toBe(0);
    await stage.later(hour);
    expect([invitations(cast.an), invitations(bo)]).toEqual([1, 1]);
  });

  it('what one asks for oneself always comes at once', async () => {
    await cast.an.says('help');
    await stage.settled();
    expect(cast.an.personal.botPosts.at(-1)?.text).toContain('aanmelden');
  });
});
