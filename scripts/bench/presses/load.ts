import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** A press as it is brought, and what must be read in its answer. */
export interface Press {
  readonly activity: Readonly<Record<string, unknown>>;
  readonly expected: string;
}

export interface Pressing {
  readonly url: string;
  readonly authorization: string;
  /** How many people press at once, each over a connection that is kept. */
  readonly atOnce: number;
  /** For so long. */
  readonly ms: number;
  /** The next press of the n-th of them; null: there is none left. */
  next(person: number): Press | null;
}

export interface Pressed {
  readonly count: number;
  readonly ms: number;
}

/** Lets so many people press one after the other until the time is over. Throws at the first answer that is not right. */
export async function press({ url, authorization, atOnce, ms, next }: Pressing): Promise<Pressed> {
  const begun = performance.now();
  let count = 0;
  const one = async (person: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (performance.now() - begun < ms) {
      const one = next(person);
      if (one === null) break;
      const activity = { ...one.activity, id: `f:${randomUUID()}` };
      const { status, raw } = await post(url, agent, authorization, JSON.stringify(activity));
      if (status !== 200 || !raw.includes(one.expected))
        throw new Error(`expected "${one.expected}" but was answered ${status}: ${raw}`);
      count++;
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: atOnce }, (_, person) => one(person)));
  return { count, ms: performance.now() - begun };
}

async function post(url: string, agent: Agent, authorization: string, body: string) {
  const headers = { 'content-type': 'application/json; charset=utf-8', authorization };
  const sending = request(url, { method: 'POST', agent, headers, signal: AbortSignal.timeout(60_000) });
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, raw: await text(response) };
}
