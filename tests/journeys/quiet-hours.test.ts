import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { engineInTurn } from '../support/database.js';
import type { Person } from '../support/fake-teams/index.js';
import { choice, postOf, pupilNamed, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** A Monday, a week before the survey opens. */
const before = new Date('2027-02-22T09:00:00Z');
const hour = 3_600_000;

describe.each(engineInTurn(import.meta.url))(
  'what the bot says by itself comes when one wants to read it, on %s',
  (engine) => {
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
  },
);

describe.each(engineInTurn(import.meta.url))('what was kept comes together on one card, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    await cast.an.says('mijn gegevens');
    await stage.settled();
    await cast.an.presses('Formulier openen', {}, { in: cast.an.personal });
    await cast.an.presses('Bewaren', { reach: '16:00' }, { in: cast.an.personal });
    reference = await refers(stage, cast.an, pupilNamed('Wacht'));
    const offer = { on: postOf(cast.naft, reference) };
    await cast.bram.presses('Wachtlijst', {}, offer);
    await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, offer);
    // Four weeks later her list is to be looked through, and that same day a place comes free elsewhere.
    await until(stage, '2026-12-14T10:00:00Z');
    await cast.dirk.says('beschikbaarheid', cast.desk);
    await stage.settled();
    await cast.dirk.presses('Formulier openen', {}, { in: cast.desk });
    const serviceId = choice(cast.dirk, { in: cast.desk }, 'serviceId', 'Steunpunt Groene Zorg');
    await cast.dirk.presses('Bewaren', { serviceId, kind: 'Plaats nu' }, { in: cast.desk });
    await stage.later(16 * 60_000);
  });
  afterAll(() => stage.close());

  const own = (words: string) => cast.an.personal.botPosts.filter(({ text }) => text.includes(words));

  it('nothing comes before her hour, and then one card: what asks something of her, and both messages', async () => {
    expect([own('op een wachtlijst').length, own('Past bij').length]).toEqual([0, 0]);
    await until(stage, '2026-12-14T15:00:30Z');
    expect(own('Uw overzicht van ma 14 dec., 16 u.').length).toBe(1);
    expect([own('Past bij').length, own('1 aanmelding op een wachtlijst').length]).toEqual([0, 0]);
    const { text } = own('Uw overzicht')[0]!;
    expect(text).toContain('1 aanmelding vraagt iets van u · 2 berichten');
    expect(text).toContain('Berichten · 2');
  });

  it('a row opens that message, and an answer there is the same answer', async () => {
    const on = { on: own('Uw overzicht')[0]! };
    const row = cast.an.buttons(on).find((title) => title.includes('Zijn uw aanmeldingen'))!;
    const opened = await cast.an.presses(row, {}, on);
    expect(opened.text).toContain('1 aanmelding op een wachtlijst');
    await cast.an.presses('Nog nodig', {}, on);
    await stage.settled();
    expect(postOf(cast.clb, reference).text).not.toContain('Is deze aanmelding nog nodig?');
  });

  it('the case that one opens in the own chat leads to its post in the channel, with the replies under it', async () => {
    await cast.an.says(`status ${reference}`);
    await stage.settled();
    const shown = cast.an.sees({ in: cast.an.personal });
    const { id, conversation } = postOf(cast.clb, reference);
    const path = `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation.id)}/${id}?`;
    expect(shown).toContain(`[Naar het bericht in het kanaal](${path}`);
    expect(postOf(cast.clb, reference).text).not.toContain('/l/message/');
  });
});
