import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { teamsLimits, type SendLimits } from '../../../src/platform/teams/outbound-rate-limit.js';
import { fits, type Windows } from './windows.js';

/** What was taken: when, in which thread, and which message of that thread. */
export interface Taken {
  readonly at: number;
  readonly thread: number;
  readonly index: number;
}

/** How this Teams behaves. */
export interface Behaviour {
  /** How long it takes to answer. */
  readonly answersInMs: number;
  /** Every so manyth request is refused with this, and taken when it comes again. */
  readonly troubles: readonly { readonly every: number; readonly status: 429 | 502 }[];
  /** In this thread the bot may not write any more. */
  readonly dead: number | null;
}

/** A connector that counts as Teams counts, and keeps nothing but when which message came. */
export interface LimitedTeams {
  readonly serviceUrl: string;
  readonly taken: readonly Taken[];
  /** Requests that broke a window; they were answered 429. */
  readonly violations: () => number;
  /** By how many milliseconds who counts was late at most: what arrives meanwhile seems to come together. */
  readonly lateMs: () => number;
  /** From now on, of nothing that came before. */
  forget(): void;
  close(): Promise<void>;
}

const threadIn = (path: string): { tenant: number; thread: number } => {
  const [, tenant = '0', thread = '0'] = /conversations\/19%3A(\d+)-(\d+)/.exec(path) ?? [];
  return { tenant: Number(tenant), thread: Number(thread) };
};

/** The id of a conversation of this Teams, in which its tenant and its number stand. */
export const conversationOf = (tenant: number, thread: number): string => `19:${tenant}-${thread}@thread.tacv2`;

/** Which message of its thread it is: its number stands in the card. */
const indexIn = (body: string, thread: number): number =>
  Number(new RegExp(`"${thread}-(\\d+)"`).exec(body)?.[1] ?? Number.NaN);

/** Never answers: what is sent there waits until who sends loses patience. */
export async function startHangingTeams(): Promise<{ readonly serviceUrl: string; close(): Promise<void> }> {
  return serve(() => undefined);
}

/** Takes everything that comes. */
export const startUnlimitedTeams = (answersInMs: number): Promise<LimitedTeams> =>
  startLimitedTeams({ answersInMs, troubles: [], dead: null }, { perConversation: [], perTenant: [] });

export async function startLimitedTeams(behaviour: Behaviour, limits: SendLimits = teamsLimits): Promise<LimitedTeams> {
  const taken: Taken[] = [];
  const windows: Windows = new Map();
  const lateness = monitorEventLoopDelay({ resolution: 10 });
  lateness.enable();
  let [requests, violations] = [0, 0];
  const server = await serve(async (request, response) => {
    const body = await text(request);
    const at = performance.now();
    const { tenant, thread } = threadIn(request.url ?? '');
    requests += 1;
    const trouble = behaviour.troubles.find(({ every }) => requests % every === 0);
    const answer = (status: number, headers: Readonly<Record<string, string>> = {}, json: object = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(json));
    };
    if (thread === behaviour.dead) return answer(403, {}, { error: { code: 'BotNotInConversationRoster' } });
    if (
      !fits(windows, `thread ${thread}`, limits.perConversation, at) ||
      !fits(windows, `tenant ${tenant}`, limits.perTenant, at)
    ) {
      violations += 1;
      return answer(429, { 'retry-after': '1' });
    }
    if (trouble !== undefined) return answer(trouble.status, trouble.status === 429 ? { 'retry-after': '1' } : {});
    taken.push({ at, thread, index: indexIn(body, thread) });
    await pause(behaviour.answersInMs);
    answer(201, {}, { id: `m-${taken.length}` });
  });
  return {
    serviceUrl: server.serviceUrl,
    taken,
    violations: () => violations,
    lateMs: () => lateness.max / 1e6,
    forget() {
      taken.length = 0;
      [requests, violations] = [0, 0];
      lateness.reset();
    },
    close() {
      lateness.disable();
      return server.close();
    },
  };
}

async function serve(on: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const server = createServer((request, response) => void on(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
