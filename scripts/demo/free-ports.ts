import { createServer } from 'node:net';

/** Whether something can listen there now, on this computer only. Throws what the system says (EADDRINUSE with the port). */
const tried = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });

/** Looks at all ports before anything is started: who finds one taken should not wait for the rest first. */
export async function assertFree(ports: readonly number[]): Promise<void> {
  for (const port of ports) await tried(port);
}
