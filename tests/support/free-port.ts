import { createServer, type AddressInfo } from 'node:net';

/**
 * A port on which nothing listens now. A fixed one would not do: most machines give theirs to outgoing connections too, and then the
 * one is taken by chance.
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
