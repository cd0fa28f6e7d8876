import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { features } from '../../src/features/index.js';
import type { HelpLineId, HelpOrganisationId, OrganisationId } from '../../src/domain/ids.js';
import { storedRow } from '../../src/platform/storage/stored-rows.js';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Person } from '../support/fake-teams/index.js';
import { helpLine, helpOrganisation } from '../support/given-directory.js';
import { pressed } from '../support/fake-teams/front-door.js';
import { refers } from '../support/refer.js';
import { addOrganisation, clbExample, link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const school = {
  ...clbExample,
  id: '00000000-0000-4000-8000-00000005c001' as OrganisationId,
  kind: 'school' as const,
  name: 'Voorbeeldschool Leuven',
};
const house = helpOrganisation({
  id: '00000000-0000-4000-8000-0000000000e1' as HelpOrganisationId,
  name: 'CAW Voorbeeld',
});
const jac = helpLine({
  id: '00000000-0000-4000-8000-000000000071' as HelpLineId,
  organisationId: house.id,
  kind: 'jac-caw',
  name: 'JAC Voorbeeldstad',
  phone: '016 00 11 22',
  regions: ['VBO'],
});
const tejo = helpLine({
  id: '00000000-0000-4000-8000-000000000072' as HelpLineId,
  organisationId: house.id,
  kind: 'tejo',
  name: 'TEJO Voorbeeldstad',
  phone: '016 00 33 44',
  regions: ['VBO'],
});

describe.each(engineInTurn(import.meta.url))('a school’s own map of help, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let sofie: Person;
  let team: Conversation;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    sofie = stage.teams.person('Sofie Leerkracht');
    team = stage.teams.team('Voorbeeldschool', { people: [sofie] }).general;
    await addOrganisation(stage, school);
    await link(stage, cast, { who: sofie, where: team, organisation: 'Voorbeeldschool Leuven (school)' });
    const { kysely } = stage.database;
    await kysely.insertInto('helpOrganisation').values(house).execute();
    for (const line of [jac, tejo])
      await kysely
        .insertInto('helpLine')
        .values(storedRow('helpLine', line) as never)
        .execute();
  });
  afterAll(() => stage.close());

  const on = () => ({ in: team });
  const map = () => stage.database.kysely.selectFrom('schoolMap').selectAll().executeTakeFirstOrThrow();

  it('a linked school makes its map, with a contact person only when he or she agreed', async () => {
    await sofie.says('schoolkaart', team);
    await stage.settled();
    await sofie.presses('Formulier openen', {}, on());
    const made = await sofie.presses('Maken', {}, on());
    expect(made.text).toContain('Voorbeeldschool Leuven');
    expect(made.text).toContain('In uw regio staat nog niemand voor');
    await sofie.presses('Hulplijn toevoegen', {}, on());
    const filled = { line: jac.id, since: '2024', contactName: 'Karim Voorbeeld', contactPhone: '016 55 66 77' };
    const wrong = await sofie.presses('Bewaren', filled, on());
    expect(wrong.text).toContain('Duid aan dat deze persoon akkoord gaat');
    const kept = await sofie.presses('Bewaren', { agreed: true }, on());
    expect(kept.text).toContain('JAC en CAW');
    expect(kept.text).toContain('sinds 2024');
    expect(kept.text).toContain('Karim Voorbeeld');
  });

  it('contact persons and notes are sealed, and stand in no message', async () => {
    await sofie.presses('Zoeken en notities', {}, on());
    const wrong = await sofie.presses('Bewaren', { notes: 'Elif Yildiz, geboren op 9/3/2012, gaat er al.' }, on());
    expect(wrong.text).toContain('Schrijf het zonder die gegevens');
    const kept = await sofie.presses('Bewaren', { seeks: 'tejo', notes: 'Eerst bellen voor 10 u.' }, on());
    expect(kept.text).toContain('Eerst bellen voor 10 u.');
    const { kysely } = stage.database;
    const stored = JSON.stringify([
      await map(),
      await kysely.selectFrom('mapEntry').selectAll().execute(),
      await kysely.selectFrom('message').selectAll().execute(),
      await kysely.selectFrom('timeline').selectAll().execute(),
    ]);
    expect(stored).not.toMatch(/Karim|Eerst bellen/);
    expect(stage.logged.join('')).not.toMatch(/Karim|Eerst bellen/);
  });

  it('what is missing is told to the working group in one press, once', async () => {
    const { kysely } = stage.database;
    const told = await sofie.presses('Melden', {}, { ...on(), nth: 1 });
    expect(told.text).toContain('Gemeld op');
    await sofie.redelivers({ newId: true });
    await stage.settled();
    const signals = await kysely.selectFrom('signal').select(['text', 'region']).execute();
    expect(signals).toHaveLength(1);
    expect(signals[0]?.text).toContain('staat nog geen hulplijn voor');
  });

  it('is shared with the team, printed behind an address nobody guesses, and the address can be withdrawn', async () => {
    const paper = sofie.link('Op papier', on());
    const page = await (await fetch(paper)).text();
    if (page.includes('Dat lukte niet')) throw new Error(stage.logged.slice(-5).join(''));
    expect(page).toContain('Karim Voorbeeld');
    expect(page).not.toContain('Eerst bellen');
    expect(page).toContain('class="sheet"');
    expect((await fetch(`${paper.slice(0, -3)}abc`)).status).toBe(404);
    await sofie.presses('Delen in het kanaal', {}, on());
    await stage.settled();
    const post = team.botPosts.filter(({ summary }) => summary.startsWith('Schoolkaart van')).at(-1)!;
    expect(post.text).toContain('JAC Voorbeeldstad');
    expect(JSON.stringify(post.card)).not.toContain('Karim');
    await sofie.presses('Bekijken', {}, { on: post });
    await sofie.presses('Meer', {}, { on: post }).catch(() => undefined);
    await sofie.presses('Link intrekken', {}, { on: post });
    expect((await fetch(paper)).status).toBe(404);
    expect((await fetch(sofie.link('Op papier', { on: post }))).status).toBe(200);
  });

  it('the message extension puts it in a message, for its own team only, without contact persons', async () => {
    const value = { commandId: 'find-map', parameters: [{ name: 'words', value: 'voorbeeldschool' }] };
    const found = JSON.stringify((await sofie.invokes('composeExtension/query', value)).body);
    expect(found).toContain('JAC Voorbeeldstad');
    expect(found).not.toContain('Karim');
    expect(JSON.stringify((await cast.an.invokes('composeExtension/query', value)).body)).not.toContain('JAC');
  });

  it('what changes in the region’s line changes in the map, and the school hears it', async () => {
    await cast.an.says('hulplijn JAC', cast.an.personal);
    await stage.settled();
    const own = { in: cast.an.personal };
    await cast.an.presses('Bekijken', {}, { ...own, nth: 1 });
    await cast.an.presses('Wijzigen', {}, own);
    await cast.an.presses('Bewaren', { phone: '016 99 88 77' }, own);
    await stage.later(86_400_000);
    const heard = team.botPosts.filter(({ summary }) => summary.startsWith('Op de kaart van'));
    expect(heard).toHaveLength(1);
    expect(heard[0]!.text).toContain('JAC Voorbeeldstad');
    await stage.later(86_400_000);
    expect(team.botPosts.filter(({ summary }) => summary.startsWith('Op de kaart van'))).toHaveLength(1);
  });

  it('a school is never shown a referral, whatever it presses by hand', async () => {
    const reference = (await refers(stage, cast.an)) ?? '';
    const { id, draftId } = await stage.database.kysely
      .selectFrom('referral')
      .select(['id', 'draftId'])
      .executeTakeFirstOrThrow();
    const before = await stage.database.kysely
      .selectFrom('timeline')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('subject', '=', 'referral')
      .executeTakeFirst();
    const caseRooms = [
      'intake',
      'dispatch',
      'privacy',
      'referral',
      'waitlist',
      'check-in',
      'matching',
      'questions',
      'handing-over',
      'round-table',
      'trajectory',
      'school',
      'reconcile',
    ];
    const slugs = features
      .filter(({ name }) => caseRooms.includes(name))
      .flatMap(({ actions }) => actions.map(({ slug }) => slug));
    const views = features
      .filter(({ name }) => caseRooms.includes(name))
      .flatMap((one) => one.views.map(({ slug }) => slug));
    expect(slugs.length).toBeGreaterThan(60);
    const seen: string[] = [];
    const byHand = async (press: object): Promise<string> =>
      pressed(
        await sofie.invokes(
          'adaptiveCard/action',
          { action: { type: 'Action.Execute', ...press }, trigger: 'manual' },
          team,
        ),
      ).text;
    for (const verb of slugs) seen.push(await byHand({ verb, data: { referralId: id, draftId, reference } }));
    for (const view of views) seen.push(await byHand({ verb: 'show', data: { view, referralId: id, draftId } }));
    expect(
      seen.filter((text) => text.includes('12-13 jaar') || text.includes('NAFT-Leerrecht Vlaams-Brabant Oost')),
    ).toEqual([]);
    const after = await stage.database.kysely
      .selectFrom('timeline')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('subject', '=', 'referral')
      .executeTakeFirst();
    expect(after).toEqual(before);
    await sofie.says(`status ${reference}`, sofie.personal);
    await stage.settled();
    expect(sofie.sees({ in: sofie.personal })).not.toContain('bezorgd');
  });

  it('a year later one card asks whether it is still right', async () => {
    const asked = () => team.botPosts.filter(({ summary }) => summary.startsWith('Klopt de kaart'));
    await stage.later(370 * 86_400_000);
    expect(asked()).toHaveLength(1);
    const done = await sofie.presses('Alles klopt', {}, { on: asked()[0]! });
    expect(done.text).toContain('nagekeken');
    await stage.later(30 * 86_400_000);
    expect(asked()).toHaveLength(1);
    expect((await map()).askedOn).toBeNull();
  });
});
