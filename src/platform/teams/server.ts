import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Request, Response, Server } from 'restify';
import { isLoopback } from './service-trust.js';

const graceMs = 5_000;
/** For the router below restify, which takes parts of a path up to 100 signs: the token of a link is longer. */
const routing = { maxParamLength: 2_000 };

/** Makes the web server. In local mode it answers only to this machine's own names, so no web page can reach it. */
export function createServer(localOnly: boolean): Server {
  const server = restify.createServer({ name: 'meldpunt', ignoreTrailingSlash: true, ...routing });
  server.server.requestTimeout = 15_000;
  server.server.headersTimeout = 10_000;
  server.on('restifyError', (_request: Request, _response: Response, error: Error, done: () => void) => {
    hideOurs(error);
    done();
  });
  if (localOnly) server.pre(refuseForeignNames);
  return server;
}

/** Starts listening; gives the port. Rejects when the port is taken. */
export function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve({ port: (server.address() as AddressInfo).port });
    });
  });
}

/** Takes no new requests, lets running ones finish, and after five seconds breaks what is left. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.server.closeIdleConnections();
  });
}

/** An error that nobody meant for the outside is shown without its message. */
function hideOurs(error: Error & { statusCode?: number; toJSON?: () => unknown }): void {
  if (error.statusCode && error.statusCode < 500) return;
  error.toJSON = () => ({ code: 'Failure', message: 'Something went wrong on our side.' });
  error.toString = () => 'Something went wrong on our side.';
}

function refuseForeignNames(request: Request, response: Response, next: (go?: boolean) => void): void {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (isLoopback(name)) return next();
  response.send(403, { code: 'LocalOnly', message: 'The local mode answers to this machine only.' });
  next(false);
}
