import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { OrganisationId } from '../../src/domain/ids.js';
import { readPdf } from '../platform/documents/read-pdf.js';
import { engineInTurn } from '../support/database.js';
import type { Message, Person, Conversation } from '../support/fake-teams/index.js';
import { newFolder } from '../support/folder.js';
import { postsNamed, until } from '../support/reading.js';
import { sameDatabase } from '../support/same-database.js';
import { everyRow } from '../support/secrets.js';
import { addOrganisation, clbExample, link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** A Monday, a week before the survey opens. */
const before = new Date('2027-02-22T09:00:00Z');
const remark = 'Vervoer naar een andere gemeente lukt zelden.';
const answers = {
  asked: '3 tot 5',
  problems: ['sociaal', 'de thuissituatie'],
  askedBy: ['school'],
  missing: ['aanbod in de buurt'],
  helped: '2',
  region: 'Vlaams-Brabant Oost',
};

/** The yearly survey under 12, from its opening to the results, over two years of clock. */
describe.each(engineInTurn(import.meta.url))('the survey of CLB workers, on %s', (engine) => {
  const folder = newFolder();
  let stage: Stage;
  let cast: Cast;
  let workers: Person[];
  let els: Person;
  let wim: Person;
  let group: Conversation;
  beforeAll(async () => {
    stage = await openStage(engine, before, { open: await sameDatabase(engine, folder.path) });
    cast = await linkedCast(stage);
    const names = ['Bo Aerts', 'Cas Bogaert', 'Dina Claes', 'Emma Daems', 'Fons Evers'];
    workers = [cast.an, ...names.map((name) => stage.teams.person(name))];
    els = stage.teams.person('Els Nys');
    const team = [...stage.teams.world.teams.values()].find(({ general }) => general === cast.clb)!;
    for (const who of [...workers.slice(1), els]) await stage.teams.joins(who, team);
    for (const who of workers) await who.says('help');
    wim = stage.teams.person('Wim Goossens');
    group = stage.teams.team('Recht op Leren', { people: [wim] }).general;
    const id = '00000000-0000-4000-8000-0000000e1001' as OrganisationId;
    await addOrganisation(stage, { ...clbExample, id, kind: 'workgroup', name: 'Werkgroep', municipality: null });
    await link(stage, cast, { who: wim, where: group, organisation: 'Werkgroep (werkgroep)' });
    await stage.settled();
  });
  afterAll(async () => {
    await stage.close();
    folder.remove();
  });

  const asked = (conversation: Conversation): Message[] =>
    postsNamed(conversation, 'Bevraging 2026–2027').filter((post) => post.text.includes('wat hebt u gezien'));
  const isReminder = ({ text }: Message): boolean => /nog niet geantwoord|nog welkom/.test(text);
  const reminders = (conversation: Conversation): number => asked(conversation).filter(isReminder).length;
  const results = (): Message => postsNamed(group, 'Bevraging').find(({ text }) => text.includes('de bevraging'))!;
  const rowsOf = async (table: 'surveyAnswer' | 'surveyPerson') =>
    (await stage.database.kysely.selectFrom(table).selectAll().execute()).length;
  const answersOn = async (who: Person, on: Message, filled: Record<string, string | string[]> = answers) => {
    await who.presses('Antwoorden', {}, { on });
    const card = await who.presses('Antwoorden', filled, { on });
    await stage.settled();
    return card;
  };

  it('does not run yet; the working group sees when it opens', async () => {
    await cast.an.says('bevraging');
    await wim.says('bevraging', group);
    await stage.settled();
    expect(cast.an.sees({ in: cast.an.personal })).toContain('Er loopt nu geen bevraging.');
    expect(wim.sees({ in: group })).toContain('De volgende opent vanzelf op ma 1 mrt., 9 u.');
  });

  it('opens by itself: each worker is asked once, who has no chat in the channel', async () => {
    await until(stage, '2027-03-01T08:00:00Z');
    for (const who of workers) expect(asked(who.personal)).toHaveLength(1);
    expect(asked(cast.clb)).toHaveLength(1);
    expect(await rowsOf('surveyPerson')).toBe(7);
    expect(results().text).toContain('Antwoorden: 0 van 7');
  });

  it('asks what is missing, and keeps nothing personal', async () => {
    const [an] = workers as [Person];
    const on = asked(an.personal)[0]!;
    await an.presses('Antwoorden', {}, { on });
    const wrong = await an.presses('Antwoorden', { asked: '1 of 2', remark: 'Bel 0478 11 22 33.' }, { on });
    expect(wrong.text).toContain('Kies een regio.');
    expect(wrong.text).toContain('Er staat een telefoonnummer in.');
    await an.presses('Antwoorden', { ...answers, remark: 'Bel 0478 11 22 33.' }, { on });
    await stage.settled();
    expect(await rowsOf('surveyAnswer')).toBe(0);
    expect((await everyRow(stage.database)).filter(({ row }) => row.includes('11 22 33'))).toEqual([]);
  });

  it('takes one answer each, also of a press that comes twice and of several at once', async () => {
    const [an, bo, cas] = workers as [Person, Person, Person];
    const thanked = await answersOn(an, asked(an.personal)[0]!, { ...answers, remark });
    expect(thanked.text).toContain('U hebt geantwoord. Bedankt.');
    await an.redelivers({ newId: true });
    await an.says('bevraging');
    await Promise.all([bo, cas].map((who) => answersOn(who, asked(who.personal)[0]!)));
    expect(an.sees({ in: an.personal })).toContain('U hebt geantwoord.');
    expect(asked(an.personal)[0]!.text).toContain('U hebt geantwoord.');
    expect(await rowsOf('surveyAnswer')).toBe(3);
    expect(results().text).toContain('Antwoorden: 3 van 7');
    expect(results().text).not.toContain('%');
  });

  it('is answered from the channel too, by who joins later, and by nobody else', async () => {
    const late = stage.teams.person('Late Joris');
    const team = [...stage.teams.world.teams.values()].find(({ general }) => general === cast.clb)!;
    await stage.teams.joins(late, team);
    await answersOn(late, asked(cast.clb)[0]!);
    expect(await rowsOf('surveyAnswer')).toBe(4);
    await cast.bram.says('bevraging', cast.naft);
    await stage.settled();
    expect(cast.bram.sees({ in: cast.naft })).toContain('Deze bevraging is voor CLB-medewerkers.');
  });

  it('reminds who has not answered, exactly once each time, also over a restart', async () => {
    await until(stage, '2027-03-21T08:00:00Z');
    const [an, , , dina] = workers as [Person, Person, Person, Person];
    expect([reminders(an.personal), reminders(dina.personal), reminders(cast.clb)]).toEqual([0, 1, 1]);
    await stage.restart();
    await stage.settled();
    await answersOn(dina, asked(dina.personal)[0]!);
    await until(stage, '2027-03-26T08:00:00Z');
    const [, , , , emma] = workers as [Person, Person, Person, Person, Person];
    expect([reminders(emma.personal), reminders(cast.clb)]).toEqual([2, 2]);
    expect(dina.personal.messages.filter((one) => one.author === 'bot' && one.text.includes('nog welkom'))).toEqual([]);
    await answersOn(emma, asked(emma.personal).at(-1)!);
  });

  it('closes by itself, and the working group gets the results and a document', async () => {
    await until(stage, '2027-03-29T07:00:00Z');
    const post = results();
    expect(post.text).toContain('Afgesloten');
    expect(post.text).toContain('Antwoorden: 6 van 8');
    expect(post.text).toMatch(/3 tot 5[\s\S]*100\s%/);
    expect(
      group
        .repliesTo(post)
        .map(({ text }) => text)
        .join(),
    ).toContain('is afgesloten met 6 antwoorden');
    await wim.presses('Volgende vragen', {}, { on: post });
    expect(wim.sees({ on: post })).toContain('sociaal');
    const answer = await fetch(wim.link('Verslag (pdf)', { on: post }));
    expect(answer.status).toBe(200);
    const { text } = readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(text).toContain('6 van 8');
    expect(text).not.toContain('Vervoer naar een andere gemeente');
    const [, , , , , fons] = workers as [Person, Person, Person, Person, Person, Person];
    const late = await fons.presses('Antwoorden', {}, { on: asked(fons.personal)[0]! });
    expect(late.text).toContain('Deze bevraging is afgesloten.');
  });

  it('leads from nobody to an answer: not by a value, nor by a moment, nor by the order of the rows', async () => {
    const { kysely } = stage.database;
    const stored = await kysely.selectFrom('surveyAnswer').selectAll().execute();
    const people = await kysely.selectFrom('person').select(['id', 'name']).execute();
    const rows = await everyRow(stage.database);
    expect(stored).toHaveLength(6);
    for (const answer of stored) {
      expect(Object.keys(answer).sort()).toEqual(['answers', 'id', 'surveyId']);
      expect(rows.filter(({ row }) => row.includes(answer.id)).map(({ table }) => table)).toEqual([
        expect.stringContaining('survey_answer'),
      ]);
      const text = JSON.stringify(answer);
      for (const { id, name } of people) expect([text.includes(id), text.includes(name)]).toEqual([false, false]);
      expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
    }
    expect(rows.filter(({ row }) => row.includes(remark))).toHaveLength(1);
    const { rows: physical } = await sql<{ id: string; writer: string }>`
      select id, xmin::text as writer from survey_answer order by ctid`.execute(kysely);
    expect(new Set(physical.map(({ writer }) => writer)).size).toBe(1);
    expect(physical.map(({ id }) => id)).toEqual(physical.map(({ id }) => id).sort());
  });

  it('can be opened and ended by hand the year after, and stands beside the year before', async () => {
    await until(stage, '2027-11-15T09:00:00Z');
    await wim.says('bevraging', group);
    await stage.settled();
    const on = wim.message({ in: group });
    await wim.presses('Nu openen', {}, { on });
    await wim.presses('Openen', {}, { on });
    await stage.settled();
    for (const who of workers) {
      const invitation = postsNamed(who.personal, 'Bevraging 2027–2028')[0]!;
      await answersOn(who, invitation, { ...answers, asked: '6 tot 10' });
    }
    await wim.presses('Nu afsluiten', {}, { on: await freshOverview() });
    const card = await wim.presses('Afsluiten', {}, { in: group });
    expect(card.text).toContain('6 antwoorden in 2026–2027');
    expect(card.text).toMatch(/6 tot 10[\s\S]*100\s% \(was 0\s%\)/);
    await until(stage, '2028-03-02T09:00:00Z');
    expect(await stage.database.kysely.selectFrom('survey').select('id').execute()).toHaveLength(2);
  });

  async function freshOverview(): Promise<Message> {
    await wim.says('bevraging', group);
    await stage.settled();
    return wim.message({ in: group });
  }
});
