import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Person } from '../support/fake-teams/index.js';
import { everythingInClear, lastReply, postOf, pupilNamed, thread, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const asked = 'Brengt zijn tante Ludovica hem op woensdag naar Zandvoorde?';
const answered = 'Neen, hij neemt de tram van kwart over zeven.';

describe.each(engineInTurn(import.meta.url))('a question inside a case, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const referred = async (pupil: string): Promise<void> => {
    reference = await refers(stage, cast.an, pupilNamed(pupil));
  };
  const offer = () => ({ on: postOf(cast.naft, reference) });
  const post = () => ({ on: postOf(cast.clb, reference) });
  const asks = async (who: 'an' | 'bram', words: string): Promise<void> => {
    const on = who === 'an' ? post() : offer();
    cast[who].reloads();
    if (who === 'bram') await cast.bram.presses('Bekijken', {}, on);
    await cast[who].presses('Iets vragen', {}, on);
    await cast[who].presses('Vraag stellen', { question: words }, on);
    await stage.settled();
  };
  const clocks = async (): Promise<string[]> => {
    const { id } = await stage.database.kysely
      .selectFrom('referral')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    const rows = await stage.database.kysely.selectFrom('due').select('key').execute();
    return rows.flatMap(({ key }) => (key.startsWith(`referral:${id}:`) ? [key.split(':')[2]!] : [])).sort();
  };
  /** What stands in the groups of a worklist: heads and rows. */
  const worklist = async (who: Person, where: Conversation): Promise<string> => {
    await who.says('werklijst', where);
    await stage.settled();
    return where.messages.filter(({ text }) => text.includes('1 open')).at(-1)?.text ?? '';
  };

  it('leaves the list of who asked and stands on that of who must answer; the channel reads only that there is one', async () => {
    await referred('Een');
    await asks('bram', asked);
    expect(postOf(cast.naft, reference).text).toContain('CLB Voorbeeld Leuven antwoordt tegen wo 18 nov. op uw vraag.');
    expect(postOf(cast.clb, reference).text).toContain('Antwoord tegen wo 18 nov.');
    const question = lastReply(cast.clb, reference);
    expect(question.text).toContain(`Bram Claes van ${naftName} vraagt u iets over deze aanmelding.`);
    expect(question.mentions).toEqual([cast.an.teamsId]);
    const own = await worklist(cast.an, cast.an.personal);
    expect(own).toContain('Beslis nu · 1');
    expect(own).toContain('een vraag voor u');
    const theirs = await worklist(cast.bram, cast.naft);
    expect(theirs).toContain('Wacht op anderen · 1');
    expect(theirs).toContain('wacht op antwoord');
    expect(await clocks()).toEqual(['question']);
    expect(await everythingInClear(stage)).not.toMatch(/Ludovica|Zandvoorde/);
  });

  it('is read by one person, which is logged, and answered on the same card; nothing typed is lost', async () => {
    const question = { on: lastReply(cast.clb, reference) };
    const card = await cast.an.presses('Vraag lezen', {}, question);
    expect(card.text).toContain(asked);
    expect(card.text).toContain('Alleen u ziet dit');
    const empty = await cast.an.presses('Antwoorden', { answer: ' ' }, question);
    expect(empty.text).toContain('Schrijf eerst uw antwoord.');
    expect(empty.text).not.toContain('Ludovica');
    await cast.an.presses('Antwoorden', { answer: answered }, question);
    await stage.settled();
    const reply = lastReply(cast.naft, reference);
    expect(reply.text).toContain('An Peeters van CLB Voorbeeld Leuven antwoordde op uw vraag.');
    expect(reply.mentions).toEqual([cast.bram.teamsId]);
    expect(lastReply(cast.clb, reference).text).toContain('Vraag beantwoord');
    expect((await cast.bram.presses('Antwoord lezen', {}, { on: reply })).text).toContain(answered);
    expect(await clocks()).toEqual(['remind']);
    expect(await everythingInClear(stage)).not.toMatch(/Ludovica|Zandvoorde|kwart over zeven/);
    const opened = await stage.database.kysely
      .selectFrom('timeline')
      .select('data')
      .where('name', '=', 'file-opened')
      .execute();
    expect(opened.filter(({ data }) => (data as { what: string }).what === 'questions')).toHaveLength(2);
  });

  it('of the CLB to the provider is reminded of, then stands before the desk, which writes the answer down', async () => {
    await referred('Twee');
    await cast.bram.presses('Gecontacteerd', {}, offer());
    await stage.settled();
    await asks('an', 'Kan hij ook halve dagen komen?');
    expect(lastReply(cast.naft, reference).mentions).toEqual([cast.bram.teamsId]);
    await until(stage, '2026-11-19T16:00:00Z');
    expect(thread(cast.naft, reference).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('An Peeters van CLB Voorbeeld Leuven wacht nog op uw antwoord.'),
    );
    await until(stage, '2026-11-23T09:00:00Z');
    const before = { on: postOf(cast.desk, reference) };
    expect(before.on.text).toContain(`${naftName} antwoordt niet op een vraag van CLB Voorbeeld Leuven.`);
    const card = await cast.dirk.presses('Vraag lezen', {}, before);
    expect(card.text).toContain('Kan hij ook halve dagen komen?');
    await cast.dirk.presses('Antwoorden', { answer: 'Ja, drie halve dagen.' }, before);
    await stage.settled();
    const reminders = thread(cast.naft, reference).map(({ text }) => text);
    expect(reminders).not.toContainEqual(expect.stringContaining('wacht nog op uw antwoord'));
    expect(reminders).toContainEqual(expect.stringContaining('Vraag beantwoord.'));
    expect(lastReply(cast.clb, reference).text).toContain(`Het Meldpunt noteerde het antwoord van ${naftName}`);
  });

  it('is withdrawn by the side that asked, and closed by itself with the referral: the thread says so', async () => {
    await referred('Drie');
    await asks('an', 'Hoe lang duurt een traject?');
    cast.an.reloads();
    await cast.an.presses('Uw vraag', {}, post());
    await cast.an.presses('Vraag intrekken', {}, post());
    await stage.settled();
    expect(lastReply(cast.naft, reference).text).toContain('Vraag ingetrokken');
    await asks('bram', 'Is hij al ingeschreven?');
    cast.an.reloads();
    await cast.an.presses('Intrekken', {}, post());
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, post());
    await stage.settled();
    expect(thread(cast.naft, reference).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Uw vraag is gesloten, want de aanmelding is ingetrokken.'),
    );
    expect(thread(cast.clb, reference).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Vraag gesloten, een antwoord is niet meer nodig'),
    );
    expect(await clocks()).toEqual([]);
  });

  it('the same press twice asks once; its clock and its card are made again by the nightly run', async () => {
    await referred('Vier');
    await cast.an.presses('Iets vragen', {}, post());
    await cast.an.presses('Vraag stellen', { question: 'Past donderdag?' }, post());
    await stage.settled();
    const count = () => thread(cast.naft, reference).filter(({ text }) => text.includes('vraagt u iets')).length;
    expect(count()).toBe(1);
    await stage.database.kysely.deleteFrom('due').where('key', 'like', '%:question').execute();
    await stage.database.kysely.deleteFrom('message').where('view', '=', 'question-post').execute();
    await cast.dirk.says('alles nakijken', cast.desk);
    await stage.settled();
    expect(await clocks()).toEqual(['question', 'remind']);
    expect(count()).toBe(2);
  });

  it('cannot be read any more once the trail is forgotten', async () => {
    await stage.database.kysely.updateTable('trail').set({ keySlot: null }).execute();
    cast.an.reloads();
    const card = await cast.an.presses('Uw vraag', {}, post());
    expect(card.text).toContain('Gewist, samen met de gegevens van deze aanmelding.');
    expect(card.text).not.toContain('donderdag');
  });
});
