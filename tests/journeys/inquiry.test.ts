import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Message, Person } from '../support/fake-teams/index.js';
import { everythingInClear, filledIn, until } from '../support/reading.js';
import { inputsFor, needed } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const words = 'Kan een halve week in de werkplaats?';
const facts = { age: 14, domicile: '3010', schoolForm: 'BSO', problemDomains: ['emotioneel'], question: words };
const day = 86_400_000;

describe.each(engineInTurn(import.meta.url))('a question before referring, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const rowOf = (who: Person, here: { in?: Conversation; on?: Message }, begin: string): string => {
    const row = who.buttons(here).find((title) => title.includes(`Vraag het aan ${begin}`));
    if (row === undefined) throw new Error(`no row of ${begin}; there is:\n${who.buttons(here).join('\n')}`);
    return row;
  };
  const here = () => ({ in: cast.an.personal });
  const asks = async (of = naftName, changed: object = {}): Promise<string> => {
    await cast.an.says('vraag');
    await stage.settled();
    await cast.an.presses('Formulier openen', {}, here());
    const { text } = await cast.an.presses(rowOf(cast.an, here(), of), { ...facts, ...changed }, here());
    await stage.settled();
    return text;
  };
  const last = (where: Conversation, text: string): { on: Message } => {
    const on = where.messages
      .filter((post) => post.text.includes(text) && (text.startsWith('Vragen') || !post.text.includes('Vragen vooraf')))
      .at(-1);
    if (on === undefined)
      throw new Error(`nothing says “${text}”:\n${where.botPosts.map((one) => one.text).join('\n\n')}`);
    return { on };
  };
  const answers = async (title: string, filled = {}): Promise<void> => {
    await cast.bram.presses(title, filled, last(cast.naft, 'Past dit bij u?'));
    await stage.settled();
  };
  const inquiries = () => stage.database.kysely.selectFrom('inquiry').selectAll().orderBy('askedAt').execute();
  const clocks = async (): Promise<string[]> => {
    const rows = await stage.database.kysely.selectFrom('due').select('key').execute();
    return rows.flatMap(({ key }) => (key.startsWith('inquiry:') ? [key.split(':')[2]!] : [])).sort();
  };

  it('is one card: what is missing or tells of a pupil is said at its field, and nothing goes out', async () => {
    const wrong = await asks(naftName, {
      age: '',
      domicile: 'Nergenshuizen',
      question: 'Bel zijn mama op 0470 12 34 56',
    });
    expect(wrong).toContain('Vul de leeftijd in.');
    expect(wrong).toContain('Deze gemeente vind ik niet.');
    const personal = await cast.an.presses(
      rowOf(cast.an, here(), naftName),
      { ...facts, question: 'Bel zijn mama op 0470 12 34 56' },
      here(),
    );
    expect(personal.text).toContain('telefoonnummer');
    expect(await inquiries()).toEqual([]);
  });

  it('stands before the provider in codes, with its answers in one press and a date for both sides', async () => {
    expect(await asks()).toContain(`Uw vraag gaat naar ${naftName}.`);
    const { on } = last(cast.naft, 'Past dit bij u?');
    expect(on.text).toContain('Vraag · antwoord tegen wo 18 nov.');
    expect(on.text).toContain('14–15 jaar · BSO · Vlaams-Brabant Oost');
    expect(on.text).toContain('An Peeters');
    expect(cast.bram.buttons({ on })).toEqual(expect.arrayContaining(['Past', 'Misschien: bel ons', 'Past niet']));
    expect((await cast.bram.presses('Vraag lezen', {}, { on })).text).toContain(words);
    expect(last(cast.an.personal, `Vraag aan ${naftName}`).on.text).toContain(`antwoordt tegen wo 18 nov.`);
    expect(await clocks()).toEqual(['follow-up', 'lapse']);
    for (const [who, where] of [
      [cast.an, cast.an.personal],
      [cast.bram, cast.naft],
    ] as const) {
      await who.says('werklijst', where);
      await stage.settled();
      expect(last(where, 'Vragen vooraf · 1').on.text).toContain('14–15 jaar');
    }
    expect(await everythingInClear(stage)).not.toMatch(/halve week|Leuven \(|"3010"/);
  });

  it('fits: one press begins the referral, nothing is typed again, the provider stands chosen, and it is delivered', async () => {
    await answers('Past');
    const answer = last(cast.an.personal, 'Past');
    expect(answer.on.text).toContain(`${naftName} zegt: dit past.`);
    await cast.an.presses('Aanmelden', {}, answer);
    await stage.settled();
    cast.an.reloads();
    const intake = here();
    await cast.an.presses('Verdergaan', {}, intake);
    expect(filledIn(cast.an, intake, 'schoolForm')).toBe('bso');
    expect(filledIn(cast.an, intake, 'domicile')).toBe('3010');
    const { pupilName, birthDate, schoolName } = inputsFor('pupil', needed);
    await cast.an.presses(
      'Verder',
      { gate: true, pupilName: pupilName!, birthDate: birthDate!, schoolName: schoolName!, schoolPlace: 'Leuven' },
      intake,
    );
    expect(filledIn(cast.an, intake, 'question')).toBe(words);
    expect(filledIn(cast.an, intake, 'problemDomains')).toBe('emotional');
    await cast.an.presses('Verder', { presence: 'problematisch afwezig' }, intake);
    await cast.an.presses('Verder', inputsFor('consent', needed), intake);
    expect(cast.an.sees(intake)).toContain('Gekozen');
    const sent = await cast.an.presses('Verzenden', {}, intake);
    await stage.settled();
    const reference = /\d{4}-\d{4}/.exec(sent.text)![0];
    expect(last(cast.naft, reference).on.text).toContain('Nieuw');
    expect(await inquiries()).toMatchObject([{ state: 'referred', nextBy: null }]);
    const [referral] = await stage.database.kysely.selectFrom('referral').selectAll().execute();
    expect(referral).toMatchObject({ trailId: (await inquiries())[0]!.trailId, schoolForm: 'bso' });
    expect(await clocks()).toEqual([]);
  });

  it('does not fit: the reason is a code, and the same question goes to another in one press', async () => {
    await asks();
    await answers('Past niet');
    await cast.bram.presses('Antwoorden', { reason: 'geen plaats' }, last(cast.naft, 'Past niet'));
    await stage.settled();
    const answer = last(cast.an.personal, 'Past niet');
    expect(answer.on.text).toContain('geen plaats');
    await cast.an.presses('Iemand anders vragen', {}, answer);
    const { text } = await cast.an.presses(rowOf(cast.an, answer, 'het Meldpunt'), {}, answer);
    await stage.settled();
    expect(text).toContain('Uw vraag gaat naar het Meldpunt.');
    expect((await inquiries()).map(({ state, answer: given }) => [state, given])).toEqual([
      ['referred', 'fits'],
      ['withdrawn', 'misfit'],
      ['asked', null],
    ]);
  });

  it('the desk passes it on to a provider: who asked reads of whom it is asked now', async () => {
    const before = last(cast.desk, 'Past dit bij u?');
    expect((await cast.dirk.presses('Vraag lezen', {}, before)).text).toContain(words);
    await cast.dirk.presses('Aanbieder vragen', {}, before);
    await cast.dirk.presses(rowOf(cast.dirk, before, naftName), {}, before);
    await stage.settled();
    expect(last(cast.an.personal, 'Het Meldpunt vraagt het aan').on.text).toContain(naftName);
    await answers('Misschien: bel ons');
    expect(last(cast.an.personal, 'Misschien').on.text).toContain('vraagt om te bellen');
    await answers('Past');
    expect(last(cast.an.personal, 'zegt: dit past').on.text).toContain('Past');
  });

  it('forgotten: the provider is reminded, then the desk, and it lapses; what was typed is erased after it', async () => {
    await asks();
    const id = (await inquiries()).at(-1)!.id;
    await until(stage, '2026-11-19T12:00:00Z');
    expect(last(cast.naft, 'wacht op uw antwoord').on.text).toContain('CLB Voorbeeld Leuven');
    expect(last(cast.an.personal, 'Nog geen antwoord').on.text).toContain('eraan herinnerd');
    await until(stage, '2026-11-24T12:00:00Z');
    expect(last(cast.desk, 'antwoordde niet').on.text).toContain('Past dit bij u?');
    await stage.later(31 * day);
    const reminders = cast.naft.messages.map(({ text }) => text);
    expect(reminders).not.toContainEqual(expect.stringContaining('wacht op uw antwoord'));
    expect(reminders).toContainEqual(expect.stringContaining('Dit wacht niet meer op u.'));
    const lapsed = (await inquiries()).find((one) => one.id === id)!;
    expect(lapsed).toMatchObject({ state: 'lapsed', erased: false });
    expect(last(cast.an.personal, 'is vervallen').on.text).toContain(naftName);
    await stage.later(31 * day);
    expect((await inquiries()).filter(({ state }) => state === 'lapsed').every(({ erased }) => erased)).toBe(true);
    expect(await clocks()).toEqual([]);
  });

  it('withdrawn: the provider reads so, and nothing is asked of it any more', async () => {
    await asks();
    await cast.an.presses('Vraag intrekken', {}, last(cast.an.personal, `Vraag aan ${naftName}`));
    await stage.settled();
    const { on } = last(cast.naft, 'Past dit bij u?');
    expect(on.text).toContain('Ingetrokken');
    expect(cast.bram.buttons({ on })).not.toContain('Past');
    expect(cast.naft.repliesTo(on).at(-1)?.text).toContain('Deze vraag is ingetrokken.');
  });

  it('a provider that left Teams: the desk asks, and says so', async () => {
    await stage.teams.removesBot(cast.bram, cast.naft);
    await stage.settled();
    await asks();
    expect(last(cast.an.personal, 'Bij het Meldpunt').on.text).toContain('nog niet in Teams. Het Meldpunt vraagt het.');
    const before = last(cast.desk, 'is niet in Teams');
    await cast.dirk.presses('Past', {}, before);
    await stage.settled();
    const { text } = last(cast.an.personal, 'zegt: dit past').on;
    expect(text).toContain(`**${naftName}**`);
    expect(text).not.toContain('Dirk Jacobs');
  });
});
