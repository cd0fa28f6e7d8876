import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HsdsRecord } from '../../../../src/domain/hsds/index.js';
import { withoutNulls } from '../../../../src/lib/hsds/record.js';
import { createRead } from '../../../../src/platform/storage/read.js';
import type { HelpLineId } from '../../../../src/domain/ids.js';
import { engines } from '../../../support/database.js';
import { openDeskWorld, wordsOf, type DeskWorld } from './desk-world.js';

const file = (name: string): string =>
  readFileSync(new URL(`../../../domain/hsds/foreign/${name}.json`, import.meta.url), 'utf8');

describe.each(engines)('importing help lines on the web page, on %s', (engine) => {
  let world: DeskWorld;
  let path: string;
  beforeAll(async () => {
    world = await openDeskWorld(engine);
    path = world.passFor(await world.personId('Dirk Jacobs'));
  });
  afterAll(() => world.close());
  const address = (to: string) => `http://127.0.0.1:${world.stage.app.port}${to}`;
  const read = () => createRead(world.stage.database.kysely, world.stage.app.parts.sealer, world.stage.clock.now());
  const exported = async () =>
    ((await (await world.get('/hulplijnen/hsds/hulplijnen.hsds.json')).json()) as { contents: HsdsRecord[] }).contents;

  const deskSees = () => JSON.stringify(world.desk.messages.map(({ activity }) => activity));
  const upload = (text: string, to = path, name = 'lijst.json') => {
    const form = new FormData();
    form.set('bestand', new File([text], name, { type: 'application/json' }));
    return fetch(address(to), { method: 'POST', body: form, redirect: 'manual' });
  };
  const looked = async (text: string) => {
    const sent = await upload(text);
    expect(sent.status).toBe(303);
    const at = sent.headers.get('location')!;
    return { at, page: await (await world.get(at)).text() };
  };
  const hidden = (page: string) =>
    Object.fromEntries(
      [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    );
  const press = (page: string, more: Record<string, string> = {}) =>
    fetch(address(path), {
      method: 'POST',
      body: new URLSearchParams({ ...hidden(page), ...more }),
      redirect: 'manual',
    });

  test('shows first, takes in afterwards, tells the desk, and knows the file the next time', async () => {
    const { at, page } = await looked(file('services-page'));
    expect(wordsOf(page)).toContain('Nieuw (2)');
    expect(await read().countHelpLines({})).toBe(0);
    const done = await press(page, { ofTheWork: 'true' });
    expect([done.status, done.headers.get('location')]).toEqual([303, at]);
    expect(wordsOf(await (await world.get(at)).text())).toContain('2 nieuwe, geen gewijzigde, geen ongewijzigde.');
    await world.stage.settled();
    expect(deskSees()).toContain('Hulplijnen ingevoerd');
    expect(deskSees()).toContain('Ingevoerd door Dirk Jacobs');
    const same = await exported();
    const sent = (JSON.parse(file('services-page')) as { contents: HsdsRecord[] }).contents;
    expect(new Set(same)).toEqual(new Set(sent.map(withoutNulls)));
    const again = await looked(file('services-page'));
    expect(wordsOf(again.page)).toContain('Zonder verschil (2)');
    expect(again.page).not.toContain('Invoeren</button>');
  });

  test('what was kept of the file is gone once it was taken in; a second press changes nothing', async () => {
    const { page } = await looked(
      JSON.stringify([{ id: '5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1c9a01', name: 'Nieuw', status: 'active' }]),
    );
    await press(page);
    const twice = await press(page);
    expect(twice.status).toBe(303);
    const row = await world.stage.database.kysely
      .selectFrom('lineImport')
      .selectAll()
      .where('id', '=', hidden(page)['importId'] as never)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'applied', document: { services: [], counts: { fresh: 1 } } });
    const history = await read().lineChanges('5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1c9a01' as HelpLineId);
    expect(history.map(({ what }) => what)).toEqual(['imported']);
  });

  test('differences are shown old and new; a line that was changed here is said so and stays', async () => {
    const id = '5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1c9a02' as HelpLineId;
    const one = { id, name: 'Lijn', status: 'active', phones: [{ id, number: '016 1' }], email: 'a@example.org' };
    await press((await looked(JSON.stringify(one))).page);
    const line = (await read().helpLine(id))!;
    await world.put({ put: 'helpLine', row: { ...line, phone: '016 9', updatedAt: world.stage.clock.now() } });
    const { page } = await looked(
      JSON.stringify({ ...one, phones: [{ id, number: '016 2' }], email: 'b@example.org' }),
    );
    expect(wordsOf(page)).toMatch(
      /Gewijzigd \(1\) Lijn .*Telefoon hier gewijzigd sinds de vorige invoer 016 9 016 2 E-mail a@example\.org b@example\.org/,
    );
    await press(page, { prefer: 'here' });
    expect(await read().helpLine(id)).toMatchObject({ phone: '016 9', email: 'b@example.org' });
    const [change] = await read().lineChanges(id);
    expect(change).toMatchObject({
      what: 'imported',
      before: { email: 'a@example.org' },
      after: { email: 'b@example.org' },
    });
    const back = (await exported()).find((service) => service['id'] === id);
    expect(back).toMatchObject({ email: 'b@example.org', phones: [{ id, number: '016 9' }] });
  });

  test('bad records are told one by one and left out, only when that is agreed', async () => {
    const before = await read().countHelpLines({});
    const { page } = await looked(file('with-bad-records'));
    const words = wordsOf(page);
    expect(words).toContain('Overgeslagen (5)');
    expect(words).toContain('services[1].id Bij “id” hoort een uuid');
    expect(words).toContain('kan alleen een van deze: active, inactive, defunct, temporarily closed');
    expect(words).toContain('services[3].email Bij “email” hoort een e-mailadres');
    expect(words).toContain('services[3].url Bij “url” hoort een volledig webadres');
    expect(words).toContain('services[4].phones[0].number “number” ontbreekt');
    expect(words).toContain('services[4].phones[1].number Bij “number” hoort tekst');
    expect(words).toContain('services[5].name “name” ontbreekt');
    const refused = await press(page);
    expect(refused.status).toBe(422);
    expect(wordsOf(await refused.text())).toContain('Duid aan dat u de goede toch wilt invoeren');
    expect(await read().countHelpLines({})).toBe(before);
    expect((await press(page, { leaveOut: 'true' })).status).toBe(303);
    expect(await read().countHelpLines({})).toBe(before + 2);
  });

  const service = (at: number, over: object) => ({
    id: `5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1d${String(1000 + at)}`,
    name: `Dienst ${at}`,
    status: 'active',
    ...over,
  });

  test('what looks personal is told, called of the work, or left out; what stands here was answered for', async () => {
    const lines = [
      service(1, { description: 'Vraag naar Aleksandra Wiśniewska.' }),
      service(2, {
        description: 'Geboren op 09.03.2012-123.45',
        application_process: 'Rijksregisternummer 12.03.09-123.04',
      }),
      service(3, { phones: [{ id: '5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1d2001', number: '0470 12 34 56' }] }),
    ];
    const { page } = await looked(JSON.stringify(lines));
    const words = wordsOf(page);
    expect(words).toContain('Lijkt persoonlijk (2)');
    expect(words).toContain('Wat ze doen: Er staat de naam van een persoon in.');
    expect(words).toContain('Telefoon: Dit is een gsm-nummer.');
    expect(words).toContain('Niet openbaar te maken (1)');
    expect(words).toContain('Nieuw (2)');
    const refused = await press(page);
    expect([refused.status, wordsOf(await refused.text())]).toEqual([
      422,
      expect.stringContaining('Er staan gegevens in die persoonlijk lijken'),
    ]);
    const done = await press(page, { ofTheWork: 'true' });
    expect(done.status).toBe(303);
    expect(wordsOf(await (await world.get(done.headers.get('location')!)).text())).toContain(
      '1 hulplijn werd overgeslagen',
    );
    expect(await read().helpLine(lines[1]!.id as HelpLineId)).toBeNull();
    expect(await read().helpLine(lines[2]!.id as HelpLineId)).toMatchObject({ phone: '0470 12 34 56' });
    const again = await looked(JSON.stringify([{ ...lines[2], description: 'Een nieuwe zin.' }]));
    expect(wordsOf(again.page)).not.toContain('Lijkt persoonlijk');
    expect((await press(again.page)).status).toBe(303);
  });

  test('a large file is looked through piece by piece: the page says how far it is, and asks again by itself', async () => {
    const lines = Array.from({ length: 250 }, (_, at) => service(100 + at, {}));
    lines[249] = { ...lines[249]!, name: 'Mama van Elif' };
    const { at, page } = await looked(JSON.stringify(lines));
    expect(wordsOf(page)).toMatch(/\d+ van 250 diensten nagekeken/);
    expect(page).toContain('http-equiv="refresh"');
    expect((await press(page, { importId: at.split('=')[1]!, print: '' })).status).not.toBe(303);
    await world.stage.settled();
    const after = await (await world.get(at)).text();
    expect(after).not.toContain('http-equiv="refresh"');
    expect(wordsOf(after)).toContain('Nieuw (250)');
    expect(wordsOf(after)).toContain('Lijkt persoonlijk (1)');
  });

  test('what changed here after looking is looked at again first', async () => {
    const id = '5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1c9a03' as HelpLineId;
    const one = { id, name: 'Eerst', status: 'active' };
    await press((await looked(JSON.stringify(one))).page);
    const { page } = await looked(JSON.stringify({ ...one, name: 'Dan' }));
    await world.put({ put: 'helpLine', row: { ...(await read().helpLine(id))!, name: 'Intussen' } });
    const answer = await press(page);
    expect(answer.status).toBe(422);
    expect(wordsOf(await answer.text())).toContain('Intussen is hier iets gewijzigd');
    expect(await read().helpLine(id)).toMatchObject({ name: 'Intussen' });
  });

  test.each([
    ['no JSON', 'naam;telefoon', 'Dit bestand is geen JSON'],
    ['JSON of something else', '{"a":1}', 'geen diensten of organisaties'],
    ['an empty file', '', 'geen bestand gekozen'],
    ['tables side by side', '{"service":[],"organization":[]}', 'geen diensten of organisaties'],
    ['too many records', JSON.stringify(Array.from({ length: 5001 }, () => ({}))), 'meer dan 5000 diensten'],
    ['more than 5 MB', ' '.repeat(5 * 1024 * 1024 + 1), 'groter dan 5 MB'],
  ])('%s is told kindly', async (_what, text, told) => {
    const answer = await upload(text);
    expect([413, 422]).toContain(answer.status);
    expect(wordsOf(await answer.text())).toContain(told);
  });

  test('JSON lines and signs that cannot be kept', async () => {
    const lines = [
      '{"id":"5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1c9a04","name":"Een","status":"active"}',
      '{"id":"5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1c9a05","name":"Twee\\u0000","status":"active","x":[1e999]}',
    ];
    const { page } = await looked(lines.join('\n'));
    expect(wordsOf(page)).toContain('Nieuw (1)');
    expect(wordsOf(page)).toContain('Overgeslagen (1)');
    await press(page, { leaveOut: 'true' });
    expect(await read().helpLine('5a0d7e0c-3a66-4a0e-9c3b-0d5f3f1c9a04' as HelpLineId)).toMatchObject({
      kind: null,
      regions: [],
    });
  });

  test('the page opens for the desk only, for an hour, and with our own address', async () => {
    const bram = world.stage.teams.person('Bram Claes');
    await bram.says('hallo');
    await world.stage.settled();
    const stranger = await world.get(world.passFor(await world.personId('Bram Claes')));
    expect([stranger.status, wordsOf(await stranger.text())]).toEqual([
      403,
      expect.stringContaining('Alleen medewerkers van het Meldpunt'),
    ]);
    const forged = await world.get(`${path.slice(0, -3)}abc`);
    expect([forged.status, wordsOf(await forged.text())]).toEqual([
      403,
      expect.stringContaining('Deze link werkt niet meer'),
    ]);
    expect((await world.get(world.passFor(await world.personId('Dirk Jacobs'), 0))).status).toBe(403);
    const open = await world.get(path);
    expect([open.status, open.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await open.text()).toContain('<form method="post"');
    expect((await upload(file('services-page'), world.passFor(await world.personId('Bram Claes')))).status).toBe(403);
  });

  test('in Teams the desk asks for the page; the link is answered to that person only', async () => {
    await world.dirk.says('hulplijnen invoeren', world.desk);
    await world.stage.settled();
    expect(deskSees()).not.toContain('/hulplijnen/invoer/');
    const shown = await world.dirk.presses('Link vragen', {}, { in: world.desk });
    expect(JSON.stringify(shown.card)).toContain('/hulplijnen/invoer/');
  });
});
