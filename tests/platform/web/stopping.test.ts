import { get as httpGet, Agent, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monday10 } from '../../support/given.js';
import { linkedCast, openStage, type Cast, type Stage } from '../../support/stage.js';

describe('a process that is replaced by another', () => {
  let stage: Stage;
  let cast: Cast;
  let port: number;
  let drained: () => void;
  let stopped: Promise<void>;
  const agent = new Agent({ keepAlive: true });
  beforeAll(async () => {
    stage = await openStage('embedded', monday10, { withoutPauses: true });
    cast = await linkedCast(stage);
    port = stage.app.port;
    await cast.an.says('help');
    await stage.settled();
  });
  afterAll(async () => {
    agent.destroy();
    await stage.close();
  });

  const get = (
    path: string,
  ): Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: string }> =>
    new Promise((resolve, reject) => {
      httpGet({ port, path, agent, host: '127.0.0.1' }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }),
        );
      }).on('error', reject);
    });

  it('keeps a connection longer than proxies do, as long as it is ready', async () => {
    const { status, headers } = await get('/health');
    expect([status, headers.connection, headers['keep-alive']]).toEqual([200, 'keep-alive', 'timeout=75']);
  });

  it('says first that it is not ready', async () => {
    stopped = stage.app.stop(new Promise((resolve) => (drained = resolve)));
    const { status, body } = await get('/health');
    expect([status, JSON.parse(body)]).toEqual([503, { ok: false, stopping: true }]);
  });

  it('goes on answering presses meanwhile, and asks for another connection', async () => {
    const { text } = await cast.an.presses('Aanbod', {}, { in: cast.an.personal });
    expect(text).toContain('NAFT');
    expect((await get('/health')).headers.connection).toBe('close');
  });

  it('then takes nothing any more', async () => {
    drained();
    await stopped;
    await expect(get('/health')).rejects.toThrow('ECONNREFUSED');
  });
});
