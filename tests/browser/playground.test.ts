import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LOCAL_PEOPLE, startLocalClient, type LocalClient } from '../../scripts/local-client.js';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';
import { pressBehind, tabTo } from './support/keyboard.js';
import { openClient, type PlaygroundDriver } from './support/playground-driver.js';

type Json = Record<string, unknown>;

const CARD = 'application/vnd.microsoft.card.adaptive';
const choices = ['Leuven', 'Halle'].map((title) => ({ title, value: title.slice(0, 1) }));
const card = (text: string): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text, wrap: true },
    { type: 'Input.Text', id: 'name', label: 'Naam', isRequired: true, errorMessage: 'Vul de naam in', value: 'Jan' },
    { type: 'Input.Text', id: 'note', label: 'Nota', isMultiline: true },
    { type: 'Input.Date', id: 'on', label: 'Geboortedatum' },
    { type: 'Input.Time', id: 'at', label: 'Uur' },
    { type: 'Input.Number', id: 'count', label: 'Aantal' },
    { type: 'Input.Toggle', id: 'agreed', label: 'Instemming', title: 'De ouders stemmen in' },
    { type: 'Input.ChoiceSet', id: 'region', label: 'Regio', choices },
    { type: 'Input.ChoiceSet', id: 'place', label: 'Gemeente', style: 'filtered', choices },
    { type: 'Input.ChoiceSet', id: 'one', label: 'Bron', style: 'expanded', choices },
    { type: 'Input.ChoiceSet', id: 'some', label: 'Domeinen', isMultiSelect: true, choices },
    { type: 'Input.ChoiceSet', id: 'all', label: 'Noden', isMultiSelect: true, style: 'expanded', choices },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Verder', verb: 'next', data: { ref: '2026-0042' } },
    { type: 'Action.Submit', title: 'Oud', data: { verb: 'old' } },
    { type: 'Action.Execute', title: 'Later', verb: 'later', mode: 'secondary', data: {} },
    { type: 'Action.Execute', title: 'Intrekken', verb: 'withdraw', mode: 'secondary', data: {} },
  ],
});

const heard: Json[] = [];
let server: Server;
let client: LocalClient;
let driver: PlaygroundDriver;

async function reply({ serviceUrl, conversation, from, text, value }: Json): Promise<void> {
  const id = encodeURIComponent(String((conversation as Json)['id']));
  const content = card(`${String((from as Json)['name'])}: ${String(text ?? JSON.stringify(value))}`);
  await fetch(`${String(serviceUrl)}/v3/conversations/${id}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', attachments: [{ contentType: CARD, content }] }),
  });
}

function answer(activity: Json): Json {
  heard.push(activity);
  if (activity['type'] === 'message') void reply(activity);
  if (activity['type'] !== 'invoke') return {};
  const value = card(`Antwoord voor ${String((activity['from'] as Json)['name'])}`);
  return { statusCode: 200, type: CARD, value };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(raw ? answer(JSON.parse(raw) as Json) : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const botUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  client = await startLocalClient({ botUrl, port: await freePort(), directory: 'artifacts/browser/local-client' });
  driver = await openClient(client.url);
}, 60_000);

afterAll(async () => {
  await driver?.close();
  await client?.stop();
  server?.close();
  rmSync('artifacts/browser/local-client', { recursive: true, force: true });
});

const verbs = (): unknown[] =>
  heard.flatMap(({ type, value }) => (type === 'invoke' ? [((value as Json)['action'] as Json)['verb']] : []));
const dataOfLastPress = (): unknown => (heard.at(-1)?.['value'] as { action: Json }).action['data'];

it('fills in every kind of input and shows the answer in place of the card', async () => {
  await driver.says('hallo');
  await driver.presses('Verder', {
    Naam: 'Piet',
    Nota: 'Een nota',
    Geboortedatum: '2010-03-05',
    Uur: '14:30',
    Aantal: '3',
    Instemming: true,
    Regio: 'Leuven',
    Gemeente: 'Halle',
    Bron: 'Halle',
    Domeinen: ['Leuven', 'Halle'],
    Noden: ['Halle'],
  });
  expect(dataOfLastPress()).toEqual({
    ref: '2026-0042',
    name: 'Piet',
    note: 'Een nota',
    on: '2010-03-05',
    at: '14:30',
    count: '3',
    agreed: 'true',
    region: 'L',
    place: 'H',
    one: 'H',
    some: 'L,H',
    all: 'H',
  });
  expect(await driver.sees('Antwoord')).toContain('Antwoord voor An Peeters');
  await driver.screenshot('playground-self-test');
});

it('is used with the keyboard alone: fills in, ticks, presses a button, and what stands behind “…”', async () => {
  const { page } = driver;
  await driver.says('toetsen');
  await driver.sees('toetsen');
  const shown = page.locator('.ac-adaptiveCard').last();
  await shown.getByLabel('Naam').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Mie');
  await tabTo(page, shown.getByRole('checkbox', { name: 'De ouders stemmen in' }));
  await page.keyboard.press('Space');
  await tabTo(page, shown.getByRole('button', { name: 'Verder', exact: true }));
  await page.keyboard.press('Space');
  await until('the press of “Verder” arrives', () => heard.at(-1)?.['type'] === 'invoke');
  expect(dataOfLastPress()).toMatchObject({ name: 'Mie', agreed: 'true' });
  await driver.says('menu');
  await driver.sees('menu');
  await page.locator('.ac-adaptiveCard').last().getByLabel('Naam').focus();
  await pressBehind(page, page.locator('.ac-adaptiveCard').last(), 'Intrekken');
  await until('the press behind “…” arrives', () => verbs().includes('withdraw'));
  await driver.screenshot('playground-keyboard');
});

it('presses as somebody else, in a channel and in the group chat, and knows who speaks', async () => {
  await driver.goTo('provider');
  await driver.as('an').says('overzicht');
  await driver.sees('overzicht');
  await driver.as('bram').presses('Verder');
  expect(heard.at(-1)).toMatchObject({ from: { id: LOCAL_PEOPLE.bram.id }, replyToId: expect.any(String) });
  expect(await driver.sees('Antwoord')).toContain('Bram');
  await driver.as('bram').presses('Oud');
  await driver.waitsFor('"verb":"old"');
  await driver.goTo('desk');
  await driver.as('chris').says('werklijst');
  expect(await driver.sees('werklijst')).toContain('Chris Jacobs');
  await driver.as('an').says('hallo');
  expect(await driver.sees('hallo')).toContain('An Peeters');
});
