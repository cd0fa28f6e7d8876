import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Person } from '../support/fake-teams/index.js';
import { everythingInClear, lastReply, postOf, pupilNamed, thread, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const written = 'Hij is er elke dinsdag, de tram van Zandvoorde brengt hem.';
const released = 'Hij is er elke dinsdag en werkt graag mee, zegt Ludovica.';
const secrets = /Zandvoorde|Ludovica|opgenomen/;

/** What the school hears of a trajectory (R14), from what is agreed at the first round table to the end. */
describe.each(engineInTurn(import.meta.url))('what the school hears, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const offer = () => ({ on: postOf(cast.naft, reference) });
  const post = () => ({ on: postOf(cast.clb, reference) });
  const school = async () => {
    const rows = await stage.database.kysely.selectFrom('trajectory').selectAll().orderBy('wantedAt').execute();
    return rows.flatMap((row) => row.schoolMessages as { number: number; moment: string; state: string }[]);
  };
  const states = async (): Promise<string[]> => (await school()).map(({ moment, state }) => `${moment} ${state}`);
  const clocks = async (): Promise<string[]> =>
    (await stage.database.kysely.selectFrom('due').select('key').execute())
      .map(({ key }) => key)
      .filter((key) => key.endsWith(':school'));
  const repliesOf = (where: Conversation, word: string) =>
    thread(where, reference).filter(({ text }) => text.includes(word));
  const placed = async (pupil: string): Promise<void> => {
    reference = await refers(stage, cast.an, pupilNamed(pupil));
    await cast.bram.presses('Plaats', {}, offer());
    await stage.settled();
  };
  const starts = async (): Promise<void> => {
    cast.bram.reloads();
    await cast.bram.presses('Gestart', {}, offer());
    await cast.bram.presses('Gestart', {}, offer());
    await stage.settled();
  };
  const worklist = async (who: Person, where: Conversation): Promise<string> => {
    await who.says('werklijst', where);
    await stage.settled();
    return where.messages.filter(({ text }) => text.includes('open')).at(-1)?.text ?? '';
  };

  it('is agreed after “gehouden” of the first round table: what is usual stands there, consent is asked', async () => {
    await placed('Een');
    await cast.bram.presses('Rondetafelmoment plannen', {}, offer());
    await cast.bram.presses('Uitnodigen', { on: '2026-11-17', at: '10:00' }, offer());
    await stage.settled();
    await until(stage, '2026-11-18T09:00:00Z');
    cast.bram.reloads();
    const form = await cast.bram.presses('Gehouden', {}, offer());
    expect(form.text).toContain('Wat hoort de school, en wanneer?');
    const again = await cast.bram.presses('Afspreken', {}, offer());
    expect(again.text).toContain('Kies of de leerling en de ouders instemmen.');
    await cast.bram.presses('Afspreken', { consent: 'Nog te vragen', every: 'elke 4 weken' }, offer());
    await stage.settled();
    expect(lastReply(cast.clb, reference).text).toContain('bij de start, elke 4 weken en bij het einde');
    expect(await states()).toEqual([]);
    await starts();
    expect(await states()).toEqual(['start expected', 'interim expected']);
    expect(await clocks()).toHaveLength(1);
  });

  it('is changed later on the card of the trajectory, by the CLB too', async () => {
    cast.an.reloads();
    await cast.an.presses('Traject', {}, post());
    await cast.an.presses('Afspraken met de school', {}, post());
    await cast.an.presses('Afspreken', { every: 'elke 6 weken' }, post());
    await stage.settled();
    expect(lastReply(cast.naft, reference).text).toContain('elke 6 weken');
  });

  it('is asked of the provider before the day, and stands on its list', async () => {
    await until(stage, '2026-11-23T09:00:00Z');
    const ask = lastReply(cast.naft, reference);
    expect(ask.text).toContain('Bericht voor de school tegen');
    expect(ask.text).toContain(`Schrijf hoe het loopt.`);
    expect(await worklist(cast.bram, cast.naft)).toContain('Bericht voor de school');
  });

  it('is written in two presses and one field; the CLB has it, the thread does not say what stands in it', async () => {
    const ask = { on: lastReply(cast.naft, reference) };
    cast.bram.reloads();
    const form = await cast.bram.presses('Schrijven', {}, ask);
    expect(form.text).toContain('Dit is voor de school.');
    const empty = await cast.bram.presses('Naar het CLB', { text: ' ' }, ask);
    expect(empty.text).toContain('Schrijf eerst uw bericht.');
    await cast.bram.presses('Naar het CLB', { text: written }, ask);
    await stage.settled();
    const told = lastReply(cast.clb, reference);
    expect(told.text).toContain('Bericht voor de school: te lezen tegen');
    expect(told.mentions).toEqual([cast.an.teamsId]);
    expect(await worklist(cast.an, cast.an.personal)).toContain('Bericht voor de school wacht op u');
    expect(await everythingInClear(stage)).not.toMatch(secrets);
  });

  it('is read, sent back with a question, and comes again on another card', async () => {
    const card = { on: lastReply(cast.clb, reference) };
    cast.an.reloads();
    const read = await cast.an.presses('Lezen', {}, card);
    expect(read.text).toContain('Alleen u ziet dit');
    await cast.an.presses('Terugsturen', { question: 'Mag de school weten dat hij is opgenomen?' }, card);
    await stage.settled();
    const back = lastReply(cast.naft, reference);
    expect(back.text).toContain('vraag van het CLB');
    cast.bram.reloads();
    const opened = await cast.bram.presses('Lezen', {}, { on: back });
    expect(opened.text).toContain('opgenomen');
    await cast.bram.presses('Naar het CLB', { text: released }, { on: back });
    await stage.settled();
    expect(card.on.text).toContain('Teruggestuurd met een vraag');
    expect(lastReply(cast.clb, reference).text).toContain('te lezen tegen');
    expect(await everythingInClear(stage)).not.toMatch(secrets);
  });

  it('is released once pupil and parents agree; then its text is there to copy or mail, and it is said that it was sent', async () => {
    const card = { on: lastReply(cast.clb, reference) };
    cast.an.reloads();
    await cast.an.presses('Lezen', {}, card);
    const asked = await cast.an.presses('Vrijgeven', {}, card);
    expect(asked.text).toContain('Duid aan dat de leerling en de ouders instemmen');
    const copy = await cast.an.presses('Vrijgeven', { consent: true }, card);
    expect(copy.text).toContain('Ludovica');
    expect(copy.text).toContain('open een e-mail met deze tekst');
    await cast.an.presses('Verzonden', {}, card);
    await stage.settled();
    expect(card.on.text).toContain('De school kreeg het bericht');
    expect(lastReply(cast.naft, reference).text).toContain('De school kreeg het bericht over het traject');
    expect(await states()).toContain('start sent');
    const events = await stage.database.kysely
      .selectFrom('timeline')
      .select(['personId', 'at'])
      .where('name', '=', 'school-sent')
      .execute();
    expect(events).toMatchObject([{ personId: expect.any(String), at: expect.any(Date) }]);
    expect(await everythingInClear(stage)).not.toMatch(secrets);
  });

  it('the school feedback forgotten and caught: the provider, the desk without a coordinator; then written by phone', async () => {
    await until(stage, '2026-12-28T09:00:00Z');
    expect(lastReply(cast.naft, reference).text).toContain('Bericht voor de school tegen wo 30 dec.');
    await until(stage, '2027-01-02T09:00:00Z');
    expect(lastReply(cast.naft, reference).text).toContain('Het bericht voor de school werd verwacht tegen wo 30 dec.');
    expect(await clocks()).toHaveLength(1);
    cast.bram.reloads();
    await cast.bram.presses('Loopt verder', {}, offer());
    await until(stage, '2027-01-07T09:00:00Z');
    const before = cast.desk.messages.at(-1)!;
    expect(before.text).toContain(`${naftName} schreef nog niets.`);
    expect(await worklist(cast.dirk, cast.desk)).toContain('Bericht voor de school bleef liggen');
    await cast.dirk.presses('Schrijven', {}, { on: before });
    await cast.dirk.presses('Naar het CLB', { text: written }, { on: before });
    await stage.settled();
    expect(lastReply(cast.clb, reference).text).toContain('te lezen tegen');
  });

  it('read by nobody: the CLB is reminded, then the desk', async () => {
    await until(stage, '2027-01-13T09:00:00Z');
    expect(repliesOf(cast.clb, 'Het bericht voor de school wacht op u')).toHaveLength(1);
    await until(stage, '2027-01-16T09:00:00Z');
    expect(cast.desk.messages.at(-1)!.text).toContain('las het nog niet. Bel het CLB.');
  });

  it('what was lost is planned again by the nightly run', async () => {
    const before = await states();
    await stage.database.kysely.deleteFrom('due').where('key', 'like', '%:school').execute();
    await stage.database.kysely
      .updateTable('trajectory')
      .set({ schoolMessages: JSON.stringify([]) as never })
      .execute();
    await cast.dirk.says('alles nakijken', cast.desk);
    await stage.settled();
    expect((await states()).length).toBeGreaterThan(0);
    expect(await clocks()).toHaveLength(1);
    expect(before.length).toBeGreaterThan(0);
  });

  it('ended early: the school hears of the end; withdrawn, it hears nothing more', async () => {
    await until(stage, '2027-01-18T10:00:00Z');
    await placed('Twee');
    await starts();
    cast.bram.reloads();
    await cast.bram.presses('Traject', {}, offer());
    await cast.bram.presses('Afsluiten', {}, offer());
    await cast.bram.presses('Afsluiten', { outcome: 'vroegtijdig gestopt' }, offer());
    await stage.settled();
    expect(await states()).toEqual(expect.arrayContaining(['start dropped', 'closing expected']));
    await placed('Drie');
    await starts();
    cast.an.reloads();
    await cast.an.presses('Intrekken', {}, post());
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, post());
    await stage.settled();
    expect((await school()).slice(-2).map(({ state }) => state)).toEqual(['dropped', 'dropped']);
  });
});
