import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Press } from '../presses/load.js';

/** Processes behind one address, as a proxy sees them. */
export class Balancer {
  readonly #ready = new Map<string, boolean>();
  #watching = true;
  #next = 0;

  constructor(
    private readonly authorization: string,
    private readonly press: Press,
  ) {}

  /** Presses that got no answer, or a wrong one. */
  failed = 0;
  answered = 0;
  /** The longest that somebody waited, in milliseconds. */
  longest = 0;
  /** The longest between two answers, in milliseconds. */
  gap = 0;
  #last = performance.now();

  /** From now on it is looked five times a second whether this process is ready. */
  async add(url: string): Promise<void> {
    this.#ready.set(url, await isReady(url));
    void this.#watch(url);
  }

  async #watch(url: string): Promise<void> {
    while (this.#watching) {
      await pause(200);
      this.#ready.set(url, await isReady(url));
    }
  }

  /** So many people press one after the other, each over connections that are kept, until it is closed. */
  people(count: number): Promise<void[]> {
    this.#last = performance.now();
    return Promise.all(Array.from({ length: count }, () => this.#person()));
  }

  async #person(): Promise<void> {
    const agent = new Agent({ keepAlive: true });
    while (this.#watching) {
      const begun = performance.now();
      const isRight = await this.#presses(agent).catch(() => false);
      const now = performance.now();
      if (isRight) this.answered++;
      else this.failed++;
      this.longest = Math.max(this.longest, now - begun);
      this.gap = Math.max(this.gap, now - this.#last);
      this.#last = now;
    }
    agent.destroy();
  }

  async #presses(agent: Agent): Promise<boolean> {
    const ready = [...this.#ready].flatMap(([url, is]) => (is ? [url] : []));
    const url = ready[this.#next++ % ready.length];
    if (url === undefined) return false;
    const headers = { 'content-type': 'application/json; charset=utf-8', authorization: this.authorization };
    const sending = request(url, { method: 'POST', agent, headers, signal: AbortSignal.timeout(30_000) });
    sending.end(JSON.stringify({ ...this.press.activity, id: `f:${randomUUID()}` }));
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    return (await text(response)).includes(this.press.expected) && response.statusCode === 200;
  }

  close(): void {
    this.#watching = false;
  }
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(new URL('/health', url), { headers: { connection: 'close' } }).catch(() => null);
  await response?.arrayBuffer();
  return response?.status === 200;
}
