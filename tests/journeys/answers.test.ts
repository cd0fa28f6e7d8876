import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { engineInTurn } from '../support/database.js';
import { everythingInClear, filledIn, lastReply, postOf, pupilNamed, thread, until } from '../support/reading.js'; // prettier-ignore
import { fillsIn, refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const minutes = 60_000;

describe.each(engineInTurn(import.meta.url))('the provider answers, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const given = async (pupil: string): Promise<void> => {
    reference = await refers(stage, cast.an, pupilNamed(pupil));
  };
  const offer = () => ({ on: postOf(cast.naft, reference) });
  const expectOnBoth = (state: string, forClb = state): void => {
    expect(postOf(cast.clb, reference).text).toContain(forClb);
    expect(postOf(cast.naft, reference).text).toContain(state);
  };
  const expectTold = (sentence: string): void => {
    const reply = lastReply(cast.clb, reference);
    expect(reply.text).toContain(sentence);
    expect(reply.mentions).toEqual([cast.an.teamsId]);
  };

  it('Gecontacteerd: one press, on both posts, told in the thread', async () => {
    await given('Een');
    await cast.bram.presses('Gecontacteerd', {}, offer());
    await stage.settled();
    expectOnBoth('Gecontacteerd');
    expectTold(`Bram Claes van ${naftName} nam contact op.`);
    expect(postOf(cast.naft, reference).text).toContain('Bram Claes');
    // That Teams took the post is noted when it took it, and not again at each edit.
    const received = stage.database.kysely
      .selectFrom('audit')
      .innerJoin('referral', (join) => join.on('referral.reference', '=', reference))
      .select('audit.id')
      .where('action', '=', 'receive-referral')
      .where(sql<boolean>`audit.subject ->> 'referralId' = referral.id::text`);
    expect(await received.execute()).toHaveLength(1);
  });

  it('Plaats: says to both who organises the round table', async () => {
    await given('Twee');
    await cast.bram.presses('Plaats', {}, offer());
    await stage.settled();
    expectOnBoth('Plaats');
    expectTold(`Er is plaats bij ${naftName}. De aanbieder organiseert het rondetafelmoment en nodigt u uit.`);
    expect(postOf(cast.naft, reference).text).toContain('Plan het rondetafelmoment tegen');
  });

  it('Wachtlijst: asks whether the CLB keeps it, and tells place and start', async () => {
    await given('Drie');
    await cast.bram.presses('Wachtlijst', {}, offer());
    const forgot = await cast.bram.presses('Op de wachtlijst zetten', { expectedStartOn: '2026-11-02' }, offer());
    expect(forgot.text).toContain('Kies of het CLB op uw wachtlijst wil wachten.');
    const past = await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, offer());
    expect(past.text).toContain('Kies een dag in de toekomst.');
    await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja', expectedStartOn: '2027-01-11' }, offer());
    await stage.settled();
    expectOnBoth('Op wachtlijst');
    expectTold(`Op de wachtlijst van ${naftName}: 1ste op de lijst. Verwachte start: **ma 11 jan. 2027**.`);
  });

  it('Geen match: the reason is told to all, the note to whoever opens the details', async () => {
    const note = 'Mevrouw Trompetzwaluw belt u hierover.';
    await given('Vier');
    await cast.bram.presses('Geen match', {}, offer());
    const forgot = await cast.bram.presses('Geen match', { note }, offer());
    expect(forgot.text).toContain('Kies een reden uit de lijst.');
    expect(filledIn(cast.bram, offer(), 'note')).toBe(note);
    await cast.bram.presses('Geen match', { reason: 'de leerling wil niet', note }, offer());
    await stage.settled();
    expectOnBoth('Geen match');
    expectTold(`Geen match bij ${naftName}: de leerling wil niet. Er is een toelichting bij de gegevens.`);
    expect(await everythingInClear(stage)).not.toContain('Trompetzwaluw');
    const opened = await cast.an.presses('Bekijken', {}, { on: postOf(cast.clb, reference) });
    expect(opened.text).toContain('Trompetzwaluw');
    cast.an.reloads();
  });

  it('can be taken back within fifteen minutes', async () => {
    await given('Vijf');
    await cast.bram.presses('Plaats', {}, offer());
    await stage.later(14 * minutes);
    await cast.bram.presses('Ongedaan maken', {}, offer());
    await stage.settled();
    expectOnBoth('Nieuw', 'Nieuw bij');
    expectTold('De aanbieder nam zijn antwoord terug. De stand is nu: nieuw.');
    expect(cast.bram.buttons(offer())).toContain('Gecontacteerd');
  });

  it('cannot be taken back after fifteen minutes', async () => {
    await given('Zes');
    await cast.bram.presses('Plaats', {}, offer());
    await stage.settled();
    stage.clock.forward(16 * minutes);
    const late = await cast.bram.presses('Ongedaan maken', {}, offer());
    await stage.later(minutes);
    expect(late.text).toContain('Dit antwoord kan niet meer ongedaan worden gemaakt.');
    expect(late.text).toContain('Plaats');
    expectOnBoth('Plaats');
    expect(cast.bram.buttons(offer()).join()).not.toContain('Ongedaan maken');
  });

  it('somebody was first: of two different answers at once one counts, the other is told whose', async () => {
    const { bram, bea } = cast;
    await given('Zeven');
    await bea.presses('Geen match', {}, offer());
    const [one, other] = await Promise.all([
      bram.presses('Plaats', {}, offer()),
      bea.presses('Geen match', { reason: 'not-reached' }, offer()),
    ]);
    await stage.settled();
    const bramWon = postOf(cast.clb, reference).text.includes('Plaats');
    expectOnBoth(bramWon ? 'Plaats' : 'Geen match');
    expect(one.text.includes('Bea Maes was u net voor: Geen match.')).toBe(!bramWon);
    expect(other.text.includes('Bram Claes was u net voor: Plaats.')).toBe(bramWon);
    expect(thread(cast.clb, reference)).toHaveLength(1);
  });

  it('by phone: the desk answers in the provider’s name, and both can read that', async () => {
    await given('Acht');
    await cast.dirk.says(`status ${reference}`, cast.desk);
    await stage.settled();
    const card = { in: cast.desk, reading: reference };
    await cast.dirk.presses('Namens de aanbieder', {}, card);
    await cast.dirk.presses('Wachtlijst', {}, card);
    await cast.dirk.presses('Op de wachtlijst zetten', { kept: 'ja' }, card);
    await stage.settled();
    expectOnBoth('Op wachtlijst');
    expectTold('Genoteerd door het Meldpunt.');
    expect(lastReply(cast.naft, reference).text).toContain('Het Meldpunt noteerde in uw naam: op wachtlijst.');
    expect(postOf(cast.naft, reference).text).toContain('Genoteerd door het Meldpunt, ma 16 nov.');
  });
});

describe.each(engineInTurn(import.meta.url))('Volzet until a date, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let references: string[];
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    references = [];
    for (const name of ['Wachtend', 'Open', 'Gevraagd'])
      references.push(await refers(stage, cast.an, pupilNamed(name)));
    const waiting = { on: postOf(cast.naft, references[0]!) };
    await cast.bram.presses('Wachtlijst', {}, waiting);
    await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, waiting);
    await stage.settled();
  });
  afterAll(() => stage.close());

  it('asks every open referral of the service; who waits stays on the list', async () => {
    const [waiting, other, asked] = references as [string, string, string];
    const offer = { on: postOf(cast.naft, asked) };
    const form = await cast.bram.presses('Volzet', {}, offer);
    expect(form.text).toContain('Ook uw andere open aanmelding krijgt dit antwoord.');
    expect(filledIn(cast.bram, offer, 'until')).toBe('2027-08-31');
    await cast.bram.presses('Volzet melden', {}, offer);
    await stage.settled();
    for (const full of [asked, other]) {
      expect(postOf(cast.clb, full).text).toContain('is volzet tot en met di 31 aug. 2027');
      expect(postOf(cast.naft, full).text).toContain('Volzet');
      expect(lastReply(cast.clb, full).text).toContain('volzet tot en met di 31 aug. 2027. U kiest wat er verder');
      expect(lastReply(cast.clb, full).mentions).toEqual([cast.an.teamsId]);
      expect(cast.an.buttons({ on: postOf(cast.clb, full) })).toEqual(
        expect.arrayContaining(['Op de wachtlijst', 'Andere aanbieder', 'Intrekken']),
      );
    }
    expect(postOf(cast.clb, waiting).text).toContain('Op wachtlijst');
    expect(lastReply(cast.clb, waiting).text).toContain('De aanmelding blijft op de wachtlijst staan.');
  });

  it('is shown before the next intake chooses, and cannot be chosen', async () => {
    const { an } = cast;
    await fillsIn(stage, an, pupilNamed('Volgend'));
    const review = an.sees({ in: an.personal });
    expect(review).toMatch(new RegExp(`${naftName}\n.*volzet tot en met di 31 aug. 2027.*\nvolzet`));
    expect(an.buttons({ in: an.personal }).join()).not.toContain(`Kies ${naftName}`);
    await an.presses('Later verder', {}, { in: an.personal });
    await stage.settled();
  });

  it('asks on 1 September whether it is open again, and is open after one press', async () => {
    const { an, bram, naft } = cast;
    await until(stage, '2027-09-01T06:59:00Z');
    const questions = () => naft.botPosts.filter(({ text }) => text.includes('[Ja, weer open]'));
    expect(questions()).toHaveLength(0);
    await until(stage, '2027-09-01T07:00:30Z');
    expect(questions()).toHaveLength(1);
    const [asked] = questions();
    expect(asked?.text).toContain(`${naftName} was tot en met **di 31 aug.** volzet.`);
    await bram.presses('Ja, weer open', {}, { on: asked! });
    await stage.settled();
    expect(asked?.text).toContain(`${naftName} is weer open voor aanmeldingen.`);
    await refers(stage, an, pupilNamed('Septembers'));
  });
});
