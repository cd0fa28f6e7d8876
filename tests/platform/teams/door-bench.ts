import { createLog } from '../../../src/platform/log.js';
import { createDoor } from '../../../src/platform/teams/door.js';
import type { Door, DoorOptions } from '../../../src/platform/teams/door.js';
import type { Answer, Turn } from '../../../src/contracts/turn.js';
import { startIdentity, testBot } from '../../support/bot-tokens.js';
import type { Identity } from '../../support/bot-tokens.js';

export const serviceUrl = 'http://127.0.0.1:9/teams/';
export const tenantId = '7e4a4700-0000-4000-8000-000000000002';

/** What came back over HTTP. */
export interface Heard {
  readonly status: number;
  readonly body: {
    readonly code?: string;
    readonly message?: string;
    readonly statusCode?: number;
    readonly type?: string;
    readonly value?: Record<string, unknown>;
  };
  readonly headers: Headers;
}

/** A door on a free port, with a record of what reached the handler and what was logged. */
export interface Bench {
  readonly identity: Identity;
  readonly door: Door;
  readonly url: string;
  readonly turns: Turn[];
  readonly logged: unknown[];
  answer: (turn: Turn) => Answer | Promise<Answer>;
  /** Posts an activity with a good token, unless another authorization header is given (null: none). */
  send(activity: unknown, authorization?: string | null): Promise<Heard>;
  /** Posts raw text. */
  sendText(text: string, headers?: Record<string, string>): Promise<Heard>;
  close(): Promise<void>;
}

export async function openBench(options: Partial<DoorOptions> = {}): Promise<Bench> {
  const identity = await startIdentity();
  const turns: Turn[] = [];
  const logged: unknown[] = [];
  const door = createDoor({
    credentials: testBot,
    tenants: [tenantId],
    port: 0,
    host: '127.0.0.1',
    log: createLog('info', { write: (line) => void logged.push(JSON.parse(line)) }),
    overrides: identity.doorOverrides,
    turnsPerMinute: 100_000,
    onTurn: async (turn) => {
      turns.push(turn);
      return bench.answer(turn);
    },
    ...options,
  });
  const { port } = await door.listen();
  const url = `http://127.0.0.1:${port}`;
  const good = `Bearer ${await identity.sign({ serviceurl: serviceUrl })}`;
  const bench: Bench = {
    identity,
    door,
    url,
    turns,
    logged,
    answer: () => ({ kind: 'nothing' }),
    send: (activity, authorization = good) =>
      post(url, JSON.stringify(activity), authorization === null ? {} : { authorization }),
    sendText: (text, headers = { authorization: good }) => post(url, text, headers),
    close: async () => {
      await door.close();
      await identity.close();
    },
  };
  return bench;
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<Heard> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers };
}

export const bot = { id: `28:${testBot.appId}`, name: 'Meldpunt' };
export const an = { id: '29:an', name: 'An Peeters', aadObjectId: 'aad-an' };

/** A message in a channel thread, with whatever is different. */
export function message(other: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1700000000001',
    channelId: 'msteams',
    serviceUrl,
    from: an,
    recipient: bot,
    conversation: {
      id: '19:kanaal@thread.tacv2;messageid=1700000000000',
      conversationType: 'channel',
      tenantId,
      isGroup: true,
    },
    channelData: { tenant: { id: tenantId }, team: { id: '19:team@thread.tacv2', name: 'CLB Leuven' } },
    locale: 'nl-BE',
    text: 'hallo',
    ...other,
  };
}

/** A pressed Action.Execute. */
export function pressed(verb: unknown, data: unknown = {}, other: Record<string, unknown> = {}) {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return {
    ...message({ text: undefined }),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: '1700000000000',
    value,
    ...other,
  };
}
