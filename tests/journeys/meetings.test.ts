import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf } from '../platform/documents/read-pdf.js';
import { engineInTurn } from '../support/database.js';
import type { Person } from '../support/fake-teams/index.js';
import { newFolder } from '../support/folder.js';
import { monday10 } from '../support/given.js';
import { choice, choices, filledIn, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { sameDatabase } from '../support/same-database.js';
import { openStage, type Stage } from '../support/stage.js';
import { meetingPost, remindersIn, workingGroup, type WorkingGroup } from '../support/working-group.js';

const topic = 'Wie begeleidt na de herfstvakantie?';
const other = 'Wat doen we met de wachtlijsten?';
const knot = 'Voor kinderen jonger dan 12 is er in Halle niets.';
const todo = 'Brief aan het kabinet over aanbod onder 12';

/** One story: a school year of the working group from the plan to the decision that comes back, over four months. */
describe.each(engineInTurn(import.meta.url))('the meetings of the working group, on %s', (engine) => {
  const folder = newFolder();
  let stage: Stage;
  let cast: WorkingGroup;
  beforeAll(async () => {
    stage = await openStage(engine, monday10, { open: await sameDatabase(engine, folder.path) });
    cast = await workingGroup(stage);
  });
  afterAll(async () => {
    await stage.close();
    folder.remove();
  });

  const on = (number: number) => ({ on: meetingPost(cast, number) });
  const inGroup = () => ({ in: cast.group });
  const told = (number: number): string[] => cast.group.repliesTo(meetingPost(cast, number)).map(({ text }) => text);
  const fetched = async (url: string): Promise<Response> => {
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    return answer;
  };
  const invitation = async (number: number): Promise<string> => {
    await cast.an.presses('Meer', {}, on(number));
    return (await fetched(cast.an.link('In mijn agenda', on(number)))).text();
  };
  const minutes = async (who: Person, title: string): Promise<string> =>
    readPdf(new Uint8Array(await (await fetched(who.link(title, on(1)))).arrayBuffer())).text;

  it('plans three with one card; what is wrong stands at its field and nothing typed is lost', async () => {
    const { an, group } = cast;
    await refers(stage, an);
    await an.says('vergaderingen plannen', group);
    await stage.settled();
    await an.presses('Formulier openen', {}, inGroup());
    const typed = {
      begin: '14:00',
      end: '16:00',
      location: 'Provinciehuis, Leuven',
      date1: '2026-12-10',
      date2: '2026-11-02',
    };
    const wrong = await an.presses('Plannen', typed, inGroup());
    expect(wrong.text).toContain('Kies een moment in de toekomst.');
    expect(filledIn(an, inGroup(), 'date1')).toBe('2026-12-10');
    const days = { date2: '2027-02-11', date3: '2027-05-20', begin3: '10:00', end3: '12:00' };
    const planned = await an.presses('Plannen', days, inGroup());
    expect(planned.text).toContain('De 3 vergaderingen zijn gepland.');
    await stage.settled();
    expect(meetingPost(cast, 1).text).toContain('do 10 dec., 14–16 u.');
    expect(meetingPost(cast, 3).text).toContain('do 20 mei 2027, 10–12 u.');
    expect(cast.group.botPosts.filter(({ summary }) => /^Vergadering \d van/.test(summary))).toHaveLength(3);
  });

  it('makes the agenda together: points, and the support of five people at once', async () => {
    const { an, bram, bea, eva, farid } = cast;
    for (const [who, text] of [[an, topic] as const, [bram, other] as const]) {
      await who.presses('Punt toevoegen', {}, on(1));
      await who.presses('Toevoegen', { text }, on(1));
      await stage.settled();
    }
    await bea.presses('Punt toevoegen', {}, on(1));
    const warned = await bea.presses('Toevoegen', { text: 'Bel de moeder van Sofie op 0478 12 34 56' }, on(1));
    expect(warned.text).toContain('Schrijf het zonder.');
    await bea.presses('Terug', {}, on(1));
    const voters = [an, bram, bea, eva, farid];
    for (const who of voters) await who.presses('Punten steunen', {}, on(1));
    await Promise.all(
      voters.map((who) => who.presses('Bewaren', { supported: choice(who, on(1), 'supported', other) }, on(1))),
    );
    await stage.settled();
    const { text } = meetingPost(cast, 1);
    expect(text).toMatch(/5\s×\sgesteund/);
    expect(text.indexOf(other)).toBeLessThan(text.indexOf(topic));
  });

  it('puts a signal on the agenda, and its sender hears it', async () => {
    const { an, bea, group } = cast;
    await an.says('signaal');
    await stage.settled();
    await an.presses('Formulier openen', {}, { in: an.personal });
    await an.presses(
      'Verzenden',
      {
        kind: 'Een knelpunt',
        region: 'Asse-Halle-Vilvoorde',
        ageGroup: choices(an, { in: an.personal }, 'ageGroup')[0]!,
        text: knot,
      },
      { in: an.personal },
    );
    await stage.settled();
    const post = group.botPosts.find(({ text }) => text.includes(knot))!;
    await bea.presses('Bekijken', {}, { on: post });
    await bea.presses('Op de agenda zetten', {}, { on: post });
    await stage.settled();
    expect(meetingPost(cast, 1).text).toContain(knot);
    expect(an.personal.botPosts.at(-1)!.text).toContain('staat op de agenda van de werkgroep');
  });

  it('reminds three weeks before, once, whatever is restarted', async () => {
    await until(stage, '2026-11-19T07:59:00Z');
    expect(remindersIn(cast)).toEqual([]);
    await until(stage, '2026-11-19T08:01:00Z');
    expect(remindersIn(cast)).toEqual(['Vergadering 1: over drie weken']);
    await stage.restart();
    await stage.later(3_600_000);
    expect(remindersIn(cast)).toHaveLength(1);
  });

  it('moves: old and new in the thread, the appointment replaced, nothing said twice', async () => {
    const { an, bram } = cast;
    await bram.presses('Ik kom', {}, on(1));
    await stage.settled();
    expect(meetingPost(cast, 1).text).toContain('1 · Bram Claes');
    expect(await invitation(1)).toContain('SEQUENCE:0');
    await an.presses('Verplaatsen', {}, on(1));
    await an.presses('Wijzigen', { date: '2026-12-17' }, on(1));
    await stage.settled();
    expect(told(1).at(-1)).toContain('verplaatst van do 10 dec., 14–16 u. naar **do 17 dec., 14–16 u.**');
    expect(meetingPost(cast, 1).text).toContain('do 17 dec., 14–16 u.');
    expect(meetingPost(cast, 1).text).not.toContain('1 · Bram Claes');
    const moved = await invitation(1);
    expect(moved).toContain('SEQUENCE:1');
    expect(moved).toContain('DTSTART;TZID=Europe/Brussels:20261217T140000');
    expect(moved).not.toMatch(/Bram|Claes|wachtlijst/);
    await until(stage, '2026-12-10T12:00:00Z');
    expect(remindersIn(cast)).toHaveLength(1);
  });

  it('reminds three days before with the pack, and on the day itself', async () => {
    await until(stage, '2026-12-14T08:01:00Z');
    expect(remindersIn(cast).slice(1)).toEqual(['Vergadering 1: over drie dagen']);
    const pack = cast.group.repliesTo(meetingPost(cast, 1)).at(-1)!;
    expect(pack.text).toContain('di 1 sep. tot en met zo 13 dec. 2026');
    expect(pack.text).toContain('< 5');
    const answer = await fetched(cast.an.link('Pakket openen', { on: pack }));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const document = readPdf(new Uint8Array(await answer.arrayBuffer())).text;
    expect(document).toContain('Pakket voor vergadering 1');
    expect(document).toContain('Aanmeldingen per regio');
    await until(stage, '2026-12-17T07:01:00Z');
    expect(remindersIn(cast).slice(2)).toEqual(['Vergadering 1: vandaag']);
  });

  it('notes who is there, what was said and what was decided', async () => {
    const { an, bea } = cast;
    an.reloads();
    await an.presses('Meer', {}, on(1));
    await an.presses('Gast uitnodigen', {}, on(1));
    await an.presses('Toevoegen', { guestName: 'Karel Gast', guestOrganisation: 'VDAB' }, on(1));
    expect(meetingPost(cast, 1).text).toContain('Gepland');
    await until(stage, '2026-12-17T13:05:00Z');
    expect(meetingPost(cast, 1).text).toContain('Nu bezig');
    await an.presses('Meer', {}, on(1));
    expect(an.sees(on(1))).toContain('Nu bezig');
    await an.presses('Aanwezigheden', {}, on(1));
    const present = ['An Peeters', 'Bea Maes', 'Karel Gast'].map((name) => choice(an, on(1), 'present', name));
    await an.presses('Bewaren', { present }, on(1));
    await an.presses('Verslag maken', {}, on(1));
    expect(an.sees(on(1))).toContain(other);
    await an.presses('Bewaren en verder', { notes: 'Elke aanbieder telt zijn lijst na.' }, on(1));
    expect(an.sees(on(1))).toContain(topic);
    await an.presses('Overslaan', {}, on(1));
    expect(an.sees(on(1))).toContain(knot);
    await an.presses('Bewaren en besluit noteren', { notes: 'We schrijven het kabinet aan.' }, on(1));
    await an.presses('Bewaren', { text: todo, ownerId: 'Bram Claes', dueOn: '2027-01-22' }, on(1));
    await stage.settled();
    expect(an.personal.botPosts.at(-1)!.text).toContain('heeft uw signaal besproken');
    await bea.presses('Meer', {}, on(1));
    expect(await minutes(bea, 'Ontwerp bekijken')).toContain('Ontwerp van verslag, vergadering 1');
  });

  it('closes: the minutes over HTTP, what was left and the decision on the next agenda', async () => {
    const { an } = cast;
    await until(stage, '2026-12-17T15:05:00Z');
    expect(meetingPost(cast, 1).text).toContain('Voorbij');
    await an.presses('Meer', {}, on(1));
    await an.presses('Afsluiten', {}, on(1));
    await an.presses('Afsluiten', {}, on(1));
    await stage.settled();
    expect(told(1).at(-1)).toContain('Het verslag is klaar.');
    expect(meetingPost(cast, 1).text).toContain('Gehouden');
    await an.presses('Meer', {}, on(1));
    const text = await minutes(an, 'Verslag openen');
    for (const said of ['Verslag van vergadering 1', 'Karel Gast (VDAB)', 'telt zijn lijst na', todo, 'Bram Claes'])
      expect(text.replace(/\s+/g, ' ')).toContain(said);
    const next = meetingPost(cast, 2).text;
    expect(next.indexOf(todo)).toBeGreaterThan(0);
    expect(next.indexOf(todo)).toBeLessThan(next.indexOf(topic));
    expect(next).not.toContain(other);
  });

  it('links to the minutes that were shared are withdrawn: they open nothing, a new one stands on the card', async () => {
    const { an, group } = cast;
    const shared = () => an.link('Verslag openen', { on: group.repliesTo(meetingPost(cast, 1)).at(-1)! });
    const before = shared();
    expect((await fetched(before)).status).toBe(200);
    an.reloads();
    await an.presses('Meer', {}, on(1));
    await an.presses('Links intrekken', {}, on(1));
    expect(an.sees(on(1))).toContain('openen niets meer');
    await stage.settled();
    const over = await fetch(before);
    expect([over.status, await over.text()]).toEqual([410, expect.stringContaining('Deze link werkt niet meer')]);
    expect(shared()).not.toBe(before);
    expect((await fetched(shared())).status).toBe(200);
  });

  it('reminds the owner of the decision once, who settles it', async () => {
    const { bram, group } = cast;
    const heard = () =>
      [...bram.personal.botPosts, ...group.messages].filter(({ text }) => text.includes('Uw besluit van de werkgroep'));
    await until(stage, '2027-01-15T07:59:00Z');
    expect(heard()).toHaveLength(0);
    await until(stage, '2027-01-15T08:01:00Z');
    expect(heard()).toHaveLength(1);
    await until(stage, '2027-01-22T08:01:00Z');
    expect(heard()).toHaveLength(1);
    await bram.presses('Afronden', {}, { on: heard()[0]! });
    await bram.presses('Bewaren', { result: 'Gedaan', report: 'Verstuurd.' }, { on: heard()[0]! });
    await stage.settled();
    expect(meetingPost(cast, 2).text).not.toContain(todo);
    await bram.says('besluiten kabinet', group);
    await stage.settled();
    expect(group.messages.at(-1)!.text).toContain('✓ Gedaan');
  });

  it('after four months every reminder stands there exactly once', async () => {
    for (const day of ['02-08', '02-11']) await until(stage, `2027-${day}T08:01:00Z`);
    await stage.restart();
    await until(stage, '2027-03-16T09:00:00Z');
    expect(remindersIn(cast)).toEqual([
      'Vergadering 1: over drie weken',
      'Vergadering 1: over drie dagen',
      'Vergadering 1: vandaag',
      'Vergadering 2: over drie weken',
      'Vergadering 2: over drie dagen',
      'Vergadering 2: vandaag',
    ]);
    await cast.an.says('vergaderingen', cast.group);
    await stage.settled();
    const list = cast.group.messages.at(-1)!.text;
    for (const told of ['✓ Gehouden', '◑ Voorbij', '◌ Gepland', 'Vergadering 3']) expect(list).toContain(told);
  });
});
