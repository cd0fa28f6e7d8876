import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startFakeTeams, type FakeTeams, type Person, type Conversation } from '../support/fake-teams/index.js';

type Json = Record<string, unknown>;

const wrap = (card: Json): Json => ({
  type: 'message',
  summary: 'Nieuwe kaart',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

const execute = (title: string, verb: string, more: Json = {}): Json => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { ref: '2026-0042' },
  fallback: { type: 'Action.Submit', title, data: { verb } },
  ...more,
});

const form: Json = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Aanmelding 2026-0042' },
    { type: 'Input.Text', id: 'name', label: 'Naam', isRequired: true, errorMessage: 'Vul de naam in' },
    { type: 'Input.Text', id: 'note', label: 'Nota' },
    { type: 'Input.Date', id: 'on', label: 'Datum', value: '2026-09-01' },
    { type: 'Input.Toggle', id: 'agreed', label: 'Akkoord', title: 'Ouders akkoord' },
    {
      type: 'Input.ChoiceSet',
      id: 'region',
      label: 'Regio',
      choices: ['Leuven', 'Halle', 'Tienen'].map((title) => ({ title, value: title.slice(0, 1) })),
      isMultiSelect: true,
    },
    { type: 'TextBlock', id: 'more', text: 'Verborgen uitleg', isVisible: false },
    { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title: 'Meer', targetElements: ['more'] }] },
  ],
  actions: [execute('Verder', 'next'), execute('Annuleren', 'cancel', { associatedInputs: 'none' })],
};

/** A bot of thirty lines: it echoes data, posts what it is told to, and does not know the SDK. */
class TinyBot {
  readonly heard: Json[] = [];
  reply: Json | null = null;
  private server: Server | null = null;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const activity = JSON.parse(Buffer.concat(chunks).toString()) as Json;
        this.heard.push({ ...activity, authorization: request.headers.authorization });
        const shown = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: JSON.stringify(activity['value']) }] };
        const card = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: shown };
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(activity['type'] === 'invoke' ? (this.reply ?? card) : {}));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}/api/messages`;
  }

  get last(): Json {
    return this.heard.at(-1) ?? {};
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

describe('our own Teams', () => {
  let teams: FakeTeams;
  let bot: TinyBot;
  let an: Person;
  let bram: Person;
  let channel: Conversation;

  beforeEach(async () => {
    bot = new TinyBot();
    teams = await startFakeTeams({ botUrl: await bot.start(), sign: () => Promise.resolve('Bearer x') });
    an = teams.person('An Peeters');
    bram = teams.person('Bram Maes', { locale: 'en-GB' });
    channel = teams.team('CLB Voorbeeld', { channels: ['Meldpunt'], people: [an, bram] }).channel('Meldpunt');
  });

  afterEach(async () => {
    await teams.stop();
    bot.stop();
  });

  const call = async (method: string, path: string, body?: Json) => {
    const init = { method, headers: { 'content-type': 'application/json' } };
    const response = await fetch(
      `${teams.serviceUrl}v3/${path}`,
      body ? { ...init, body: JSON.stringify(body) } : init,
    );
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json().catch(() => null)) as Json,
    };
  };
  const at = (conversation: Conversation, thread = '') =>
    `conversations/${encodeURIComponent(conversation.id + thread)}/activities`;
  const posts = async (conversation: Conversation, card: Json, thread = '') =>
    conversation.message(String((await call('POST', at(conversation, thread), wrap(card))).body['id']))!;

  it('brings words to the bot, in a channel with a mention and the thread', async () => {
    await an.says('aanmelden');
    expect(bot.last).toMatchObject({
      text: 'aanmelden',
      channelId: 'msteams',
      locale: 'nl-BE',
      authorization: 'Bearer x',
    });
    expect(bot.last).toMatchObject({ conversation: { id: an.personal.id, conversationType: 'personal' } });
    await bram.says('koppelen', channel);
    const id = channel.posts[0]?.id;
    expect(bot.last).toMatchObject({
      text: '<at>Meldpunt</at> koppelen',
      id,
      conversation: { id: `${channel.id};messageid=${id}`, conversationType: 'channel', tenantId: teams.tenantId },
      channelData: { channel: { id: channel.id }, team: { id: channel.team?.id }, tenant: { id: teams.tenantId } },
      from: { id: bram.teamsId, aadObjectId: bram.aadObjectId },
    });
    expect(bot.last['entities']).toContainEqual(expect.objectContaining({ type: 'mention' }));
  });

  it('keeps posts, replies in their thread, edits with history, and what is deleted', async () => {
    const post = await posts(channel, form);
    const reply = await posts(channel, form, `;messageid=${post.id}`);
    expect(channel.posts).toEqual([post]);
    expect(channel.repliesTo(post)).toEqual([reply]);
    expect((await call('PUT', `${at(channel)}/${post.id}`, wrap({ ...form, body: [] }))).status).toBe(200);
    expect(post.versions).toHaveLength(2);
    expect(post.text).not.toContain('2026-0042');
    expect(JSON.stringify(teams.wire)).toContain('Aanmelding 2026-0042');
    await call('DELETE', `${at(channel)}/${reply.id}`);
    expect(channel.repliesTo(post)).toEqual([]);
    expect((await call('PUT', `${at(channel)}/${reply.id}`, wrap(form))).status).toBe(404);
    expect((await call('POST', at(channel, ';messageid=1'), wrap(form))).status).toBe(404);
  });

  it('sends with a press what Teams would send: own data, filled inputs as text, empty ones not at all', async () => {
    const post = await posts(channel, form);
    const filled = { Naam: 'Jan', agreed: true, Regio: ['Leuven', 'Tienen'] };
    const result = await an.presses('Verder', filled);
    expect(result.text).toContain('2026-0042');
    expect(bot.last).toMatchObject({
      name: 'adaptiveCard/action',
      replyToId: post.id,
      conversation: { id: `${channel.id};messageid=${post.id}` },
      value: {
        trigger: 'manual',
        action: { type: 'Action.Execute', verb: 'next' },
      },
    });
    const data = { ref: '2026-0042', name: 'Jan', on: '2026-09-01', agreed: 'true', region: 'L,T' };
    expect((bot.last['value'] as Json)['action']).toHaveProperty('data', data);
    await bram.presses('Annuleren');
    expect((bot.last['value'] as Json)['action']).toHaveProperty('data', { ref: '2026-0042' });
    expect(teams.slowestInvoke).toBeGreaterThan(0);
  });

  it('presses the fallback for an older client, and shows and hides by itself', async () => {
    await posts(an.personal, form);
    expect(an.sees()).not.toContain('Verborgen');
    await an.presses('Meer');
    expect(an.sees()).toContain('Verborgen uitleg');
    await an.presses('Verder', { name: 'Jan' }, { olderClient: true });
    expect(bot.last).toMatchObject({ type: 'message', value: { verb: 'next', name: 'Jan' } });
  });

  it('says clearly what is not there', async () => {
    await posts(an.personal, form);
    await expect(an.presses('Versturen')).rejects.toThrow(/no button "Versturen".*\[Verder\]/s);
    await expect(an.presses('Verder', { Leeftijd: '3' })).rejects.toThrow(/no input "Leeftijd".*"Naam" \(name\)/s);
    await expect(an.presses('Verder', { name: 'J', Regio: 'Gent' })).rejects.toThrow(/no choice "Gent".*"Leuven"/s);
    await expect(an.presses('Verder')).rejects.toThrow(/"Naam" is required: "Vul de naam in"/);
    await expect(bram.presses('Verder')).rejects.toThrow(/no card at all/);
    expect(bot.heard).toEqual([]);
  });

  it('shows an answer to the one who pressed, until the message is edited or the client reloads', async () => {
    const post = await posts(channel, form);
    await an.presses('Annuleren');
    expect(an.sees()).toContain('trigger');
    expect(bram.sees()).toContain('Aanmelding');
    expect(post.text).toContain('Aanmelding');
    an.reloads();
    expect(an.sees()).toContain('Aanmelding');
    await an.presses('Annuleren');
    await call('PUT', `${at(channel)}/${post.id}`, wrap(form));
    expect(an.sees()).toContain('Aanmelding');
  });

  it('refreshes by itself for the people named, each for himself', async () => {
    const refresh = { action: execute('', 'refresh'), userIds: [an.teamsId] };
    await posts(channel, { ...form, refresh });
    const [answer] = await an.opens(channel);
    expect(answer?.text).toContain('"trigger":"automatic"');
    expect(an.sees()).toContain('automatic');
    expect(await bram.opens(channel)).toEqual([]);
    expect(bram.sees()).toContain('Aanmelding');
    const bad = { ...form, refresh: { ...refresh, userIds: [an.aadObjectId] } };
    expect((await call('POST', at(channel), wrap(bad))).status).toBe(400);
  });

  it('refuses an answer that Teams could not show', async () => {
    await posts(channel, form);
    bot.reply = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: {} };
    await expect(an.presses('Annuleren')).rejects.toThrow('not an Adaptive Card');
    bot.reply = { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'X', message: 'Kan niet' } };
    expect((await an.presses('Annuleren')).error).toEqual({ code: 'X', message: 'Kan niet' });
  });

  it('has faults: a status, a broken connection after taking the message, a slow answer, one that never comes', async () => {
    teams.goesWrong({ status: 429, headers: { 'retry-after': '2' } }, { in: channel, times: 2 });
    expect((await call('POST', at(an.personal), wrap(form))).status).toBe(201);
    for (const status of [429, 429, 201]) expect((await call('POST', at(channel), wrap(form))).status).toBe(status);
    teams.goesWrong('accept-then-drop', { on: 'post' });
    await expect(call('POST', at(channel), wrap(form))).rejects.toThrow();
    expect(channel.posts).toHaveLength(2);
    const slow = teams.goesWrong('slow');
    const answer = call('POST', at(channel), wrap(form));
    await slow.arrived;
    expect(channel.posts).toHaveLength(2);
    slow.release();
    expect((await answer).status).toBe(201);
    const hang = teams.goesWrong('hang');
    const never = expect(call('POST', at(channel), wrap(form))).rejects.toThrow();
    await hang.arrived;
    teams.faults.clear();
    await never;
    expect(channel.posts).toHaveLength(3);
    await teams.settled(() => Promise.resolve(true));
  });

  it('gives the roster in pages, single members and the team', async () => {
    teams.pageSize = 1;
    const path = `conversations/${encodeURIComponent(channel.id)}`;
    const first = (await call('GET', `${path}/pagedmembers`)).body;
    const rest = (await call('GET', `${path}/pagedmembers?continuationToken=${String(first['continuationToken'])}`))
      .body;
    expect([first['members'], rest['members']]).toMatchObject([[{ id: an.teamsId }], [{ id: bram.teamsId }]]);
    expect(rest).not.toHaveProperty('continuationToken');
    expect((await call('GET', `${path}/members/${an.aadObjectId}`)).body).toMatchObject({ name: 'An Peeters' });
    expect((await call('GET', `${path}/members/x`)).status).toBe(404);
    expect((await call('GET', `teams/${channel.team?.id}`)).body).toMatchObject({
      name: 'CLB Voorbeeld',
      memberCount: 2,
    });
  });

  it('tells who comes and goes, and shuts out a bot that was removed', async () => {
    const team = channel.team!;
    await teams.removesBot(an, team);
    expect(bot.heard.map(({ type, action }) => [type, action])).toEqual([
      ['installationUpdate', 'remove'],
      ['conversationUpdate', undefined],
    ]);
    expect((await call('POST', at(channel), wrap(form))).status).toBe(403);
    await teams.addsBot(an, channel);
    expect(bot.last).toMatchObject({
      action: 'add',
      channelData: { settings: { selectedChannel: { id: channel.id } } },
    });
    await teams.leaves(bram, team, an);
    expect(bot.last).toMatchObject({ membersRemoved: [{ id: bram.teamsId, aadObjectId: bram.aadObjectId }] });
    await expect(bram.says('hallo', channel)).rejects.toThrow('Bram Maes is not in Meldpunt');
  });

  it('brings an activity again, with the same id or a new one', async () => {
    await an.says('aanmelden');
    await an.redelivers();
    await an.redelivers({ newId: true });
    const [first, again, other] = bot.heard.map(({ id }) => id);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
