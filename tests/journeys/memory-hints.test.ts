import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Person } from '../support/fake-teams/index.js';
import { postOf } from '../support/reading.js';
import { ordinary, refers, secret } from '../support/refer.js';
import { everyRow, lookFor } from '../support/secrets.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { goesTo } from '../support/walk.js';

const changed = 'Hibiscus R.D. 2B';
const found = lookFor({ telling: [secret.pupilName, 'Vuurpijl', 'Hibiscus'], texts: [secret.memoryHint], dates: [] });

describe.each(engineInTurn(import.meta.url))('a worker knows pupils apart, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let jan: Person;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    jan = stage.teams.person('Jan Maes');
    cast.clb.people.add(jan);
    await jan.says('hallo', cast.clb);
    reference = await refers(stage, cast.an);
    await goesTo(stage, cast.an, 'question', {
      pupil: { ...ordinary.pupil, pupilName: 'Cato Derdeyn', memoryHint: '' },
    });
    await cast.an.says('mijn aanmeldingen');
    await stage.settled();
  });
  afterAll(() => stage.close());

  const own = () => ({ in: cast.an.personal, reading: 'Mijn aanmeldingen' });

  it('by the hint in the own list, which only the worker sees; a draft by age, form and town', async () => {
    cast.an.reloads();
    expect(found(cast.an.sees(own()))).toEqual([]);
    await cast.an.opens(cast.an.personal);
    expect(cast.an.sees(own())).toContain(`${secret.memoryHint} · NAFT-Leerrecht Vlaams-Brabant Oost`);
    expect(cast.an.sees(own())).toContain('Alleen u ziet deze geheugensteuntjes.');
    expect(cast.an.sees(own())).toContain('14–15 jaar · BSO · Leuven');
    expect(cast.an.sees(own())).not.toContain('Derdeyn');
  });

  it('the hint stands on the card from the list; it is changed there, and too long a one says what is right', async () => {
    const shown = await cast.an.presses('Bekijken', {}, { ...own(), row: secret.memoryHint });
    expect(shown.text).toContain(secret.memoryHint);
    const here = { in: cast.an.personal };
    await cast.an.presses('Geheugensteun wijzigen', {}, here);
    const tooLong = await cast.an.presses(
      'Bewaren',
      { memoryHint: 'x'.repeat(41) },
      { ...here, verb: 'change-hint', unchecked: true },
    );
    expect(tooLong.text).toContain('hoogstens 40 tekens');
    expect(tooLong.text).toContain('x'.repeat(41));
    const saved = await cast.an.presses('Bewaren', { memoryHint: changed }, { ...here, verb: 'change-hint' });
    expect(saved.text).toContain(changed);
  });

  it('a typed status shows it to the worker alone', async () => {
    await cast.an.says(`status ${reference}`);
    await stage.settled();
    const card = { on: cast.an.personal.botPosts.at(-1)! };
    expect(found(cast.an.sees(card))).toEqual([]);
    await cast.an.opens(cast.an.personal);
    expect(cast.an.sees(card)).toContain(changed);
  });

  it('by name when that is asked: one line in the log for the whole list', async () => {
    const named = await cast.an.presses('Namen tonen', {}, own());
    expect(named.text).toContain(`${secret.pupilName} · NAFT`);
    expect(named.text).toContain('Uw inzage is genoteerd');
    await cast.an.redelivers();
    await stage.settled();
    const log = await stage.database.kysely
      .selectFrom('timeline')
      .innerJoin('person', 'person.id', 'timeline.personId')
      .select(['person.name', 'timeline.data', 'timeline.at'])
      .where('timeline.name', '=', 'names-shown')
      .execute();
    expect(log).toEqual([{ name: 'An Peeters', data: { references: [reference] }, at: expect.any(Date) as unknown }]);
    cast.an.reloads();
    expect(found(cast.an.reads(cast.an.personal))).toEqual([]);
  });

  it('a colleague of the CLB sees the hint on the card that is answered to him, the provider never', async () => {
    const opened = await jan.presses('Bekijken', {}, { on: postOf(cast.clb, reference) });
    expect(opened.text).toContain(`Geheugensteun: ${changed}`);
    const file = await cast.bram.presses('Bekijken', {}, { on: postOf(cast.naft, reference) });
    expect(file.text).toContain(secret.pupilName);
    expect(file.text).not.toMatch(/Hibiscus|Vuurpijl|eheugensteun/);
    await cast.dirk.says(`status ${reference}`, cast.desk);
    await stage.settled();
    expect(cast.dirk.reads(cast.desk)).not.toMatch(/Hibiscus|Vuurpijl|eheugensteun/);
  });

  it('somebody else’s copied button names nobody and changes nothing', async () => {
    const presses = stage.teams.answers
      .map(({ activity }) => activity)
      .filter((activity) => /"verb":"(show-names|change-hint|open-form)"/.test(JSON.stringify(activity)));
    expect(presses.length).toBeGreaterThan(3);
    for (const who of [cast.bram, cast.dirk]) {
      const from = { id: who.teamsId, name: who.name, aadObjectId: who.aadObjectId };
      const answers = await Promise.all(
        presses.map((press) =>
          stage.teams.deliver({ ...press, id: `copied-${String(press['id'])}-${who.name}`, from }),
        ),
      );
      expect(found(JSON.stringify(answers.map(({ body }) => body)))).toEqual([]);
    }
    await stage.settled();
  });

  it('hint and names stand in nothing that was sent, logged or stored in clear', async () => {
    await stage.later(60_000);
    const rows = await everyRow(stage.database);
    const conversations = [...stage.teams.world.conversations.values()];
    const stored = conversations.flatMap(({ messages }) => messages.filter(({ author }) => author === 'bot'));
    const hits = [
      ...stage.teams.wire.map(({ body, path }) => `${JSON.stringify(body)}${path}`),
      ...stored.map(({ versions }) => JSON.stringify(versions)),
      ...stage.logged,
      ...rows.map(({ table, row }) => `${table} ${row}`),
    ].flatMap((text) => found(text).map((hit) => `${hit}: ${text.slice(0, 200)}`));
    expect(hits).toEqual([]);
  });
});
