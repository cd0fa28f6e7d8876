import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Person } from '../support/fake-teams/index.js';
import { lastReply, postOf, postsAbout, pupilNamed, until } from '../support/reading.js';
import { refers, refersOn } from '../support/refer.js';
import { link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const day = 86_400_000;

describe.each(engineInTurn(import.meta.url))('another provider, one trail, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let greet: Person;
  let green: Conversation;
  let first: string;
  let second: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    greet = stage.teams.person('Greet Groen');
    green = stage.teams.team('Groene Zorg', { people: [greet] }).general;
    await link(stage, cast, { who: greet, where: green, organisation: 'Steunpunt Groene Zorg (aanbieder)' });
    first = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  const at = (where: Conversation, reference: string) => ({ on: postOf(where, reference) });
  const goesOnFrom = async (from: string, what: string | null): Promise<string> => {
    cast.an.reloads();
    const post = at(cast.clb, from);
    const made = await refersOn(cast.an, post, 'Steunpunt Groene Zorg', what ?? 'Aanmelden');
    await stage.settled();
    return /Verder aangemeld als (\d{4}-\d{4})/.exec(made.text)![1]!;
  };

  it('is told what came before as codes, and how long the pupil waits, not where that was', async () => {
    await cast.bram.presses('Gecontacteerd', {}, at(cast.naft, first));
    await cast.bram.presses('Wachtlijst', {}, at(cast.naft, first));
    await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, at(cast.naft, first));
    await stage.later(21 * day);
    second = await goesOnFrom(first, 'Aanmelden en houden');
    await stage.later(day);
    const offer = postOf(green, second).text;
    expect(offer).toContain('Eerder aangemeld: op wachtlijst · wacht sinds 16 nov.');
    expect(offer).not.toContain('NAFT');
    expect(postOf(cast.clb, second).text).toContain(`Eerder: ${first} op wachtlijst · eerste aanmelding 16 nov.`);
  });

  it('a place at the one asks whether the other is still needed; no second start meanwhile', async () => {
    await greet.presses('Gecontacteerd', {}, at(green, second));
    await greet.presses('Plaats', {}, at(green, second));
    await stage.settled();
    const asked = lastReply(cast.clb, first);
    expect(asked.text).toContain(`De leerling heeft een plaats: aanmelding ${second}.`);
    expect(asked.mentions).toEqual([cast.an.teamsId]);
    expect(postOf(cast.naft, first).text).toContain('De leerling heeft elders een plaats.');
    await cast.an.presses('Laten staan', {}, { on: asked });
    await stage.settled();
    expect(lastReply(cast.clb, first).text).toContain('Laten staan');
    cast.bram.reloads();
    await cast.bram.presses('Plaats vrij', {}, at(cast.naft, first));
    await stage.settled();
    cast.an.reloads();
    expect(cast.an.buttons(at(cast.clb, first))).not.toContain('Ja, we nemen de plaats');
  });

  it('what was not asked is found by the nightly run', async () => {
    const rows = () =>
      stage.database.kysely.selectFrom('referral').select('besidePlace').where('reference', '=', first);
    await stage.database.kysely
      .updateTable('referral')
      .set({ besidePlace: null })
      .where('reference', '=', first)
      .execute();
    await cast.dirk.says('alles nakijken', cast.desk);
    await stage.settled();
    expect((await rows().executeTakeFirstOrThrow()).besidePlace).toMatchObject({ reference: second, kept: false });
    expect(lastReply(cast.clb, first).text).toContain('Is deze aanmelding bij');
    await stage.later(8 * day);
    expect(lastReply(cast.clb, first).text).toContain('De leerling heeft elders een plaats. Is deze aanmelding bij');
    await stage.later(5 * day);
    expect(postOf(cast.desk, first).text).toContain('Vraag het CLB of deze nog nodig is.');
  });

  it('the place ends: the other may start; what was withdrawn is referred on later, with its date', async () => {
    cast.an.reloads();
    await cast.an.presses('Intrekken', {}, at(cast.clb, second));
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, at(cast.clb, second));
    await stage.settled();
    cast.an.reloads();
    expect(cast.an.buttons(at(cast.clb, first))).toContain('Ja, we nemen de plaats');
    await cast.an.presses('Intrekken', {}, at(cast.clb, first));
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, at(cast.clb, first));
    await stage.settled();
    await stage.later(30 * day);
    const third = await goesOnFrom(second, null);
    await stage.later(3 * day);
    expect(postsAbout(green, third)).toHaveLength(1);
    expect(postOf(green, third).text).toContain('wacht sinds 16 nov.');
    const row = await stage.database.kysely
      .selectFrom('referral')
      .select(['trailId', 'firstRegisteredAt'])
      .where('reference', 'in', [first, second, third])
      .execute();
    expect(
      new Set(row.map(({ trailId, firstRegisteredAt }) => `${trailId} ${firstRegisteredAt.toISOString()}`)).size,
    ).toBe(1);
  });

  it('two providers who give a place at the same moment: one of them is told that the pupil has one', async () => {
    await until(stage, '2027-03-01T09:00:00Z');
    const one = await refers(stage, cast.an, pupilNamed('Tegelijk'));
    await cast.bram.presses('Gecontacteerd', {}, at(cast.naft, one));
    await stage.settled();
    cast.an.reloads();
    const made = await refersOn(cast.an, at(cast.clb, one), 'Steunpunt Groene Zorg', 'Aanmelden en houden');
    await stage.settled();
    const other = /Verder aangemeld als (\d{4}-\d{4})/.exec(made.text)![1]!;
    await greet.presses('Gecontacteerd', {}, at(green, other));
    await stage.settled();
    cast.bram.reloads();
    greet.reloads();
    const answers = await Promise.all([
      cast.bram.presses('Plaats', {}, at(cast.naft, one)),
      greet.presses('Plaats', {}, at(green, other)),
    ]);
    await stage.settled();
    expect(answers.filter(({ text }) => text.includes('heeft al een plaats bij een andere aanbieder'))).toHaveLength(1);
    const states = await stage.database.kysely
      .selectFrom('referral')
      .select('state')
      .where('reference', 'in', [one, other])
      .execute();
    expect(states.map(({ state }) => state).sort()).toEqual(['contacted', 'placed']);
  });
});
