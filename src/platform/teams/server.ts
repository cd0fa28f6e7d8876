import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Request, Response, Server } from 'restify';
import { safeHeaders } from '../web/safe-headers.js';
import type { Stray } from '../web/stray-answer.js';
import { sendStray } from './send-page.js';
import { isLoopback } from './service-trust.js';

const graceMs = 5_000;
/** Longer than a proxy keeps an idle connection (most a minute): else a press meets one that was just closed. */
const keepAliveMs = 75_000;
/** For the router below restify, which takes parts of a path up to 100 signs: the token of a link is longer. */
const routing = { maxParamLength: 2_000 };

/** Makes the web server. In local mode it answers only to this machine's own names, so no web page can reach it. */
export function createServer(localOnly: boolean): Server {
  const server = restify.createServer({ name: 'meldpunt', ignoreTrailingSlash: true, ...routing });
  server.server.requestTimeout = 15_000;
  server.server.headersTimeout = 10_000;
  server.server.keepAliveTimeout = keepAliveMs;
  server.pre(protect);
  server.pre(refuseUnreadable);
  // Never calling `done`: restify would answer then, with the address that was asked, in JSON.
  server.on('restifyError', (request: Request, response: Response, error: Unserved) =>
    sendStray(request, response, strayOf(error)),
  );
  if (localOnly) server.pre(refuseForeignNames);
  return server;
}

/** The port or the address cannot be listened on; in a sentence. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';

  constructor(port: number, host: string, cause: NodeJS.ErrnoException) {
    const why: Readonly<Record<string, string>> = {
      EADDRINUSE: `Something listens on port ${port} already, perhaps this bot: stop it, or set PORT to another.`,
      EACCES: `Port ${port} is not for this user: set PORT to one from 1024 on.`,
      EADDRNOTAVAIL: `${host} is no address of this machine: set HOST to one, or to nothing.`,
      ENOTFOUND: `${host} is no address of this machine: set HOST to one, or to nothing.`,
    };
    super(
      `The bot cannot start. ${why[cause.code ?? ''] ?? `It cannot listen on ${host}, port ${port} (${cause.code}).`}`,
    );
    this.cause = cause;
  }
}

/** Starts listening; gives the port. Rejects with {@link CannotListen} when the port is taken. */
export function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error): void => reject(new CannotListen(port, host, cause));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.removeListener('error', refuse);
      resolve({ port: (server.address() as AddressInfo).port });
    });
  });
}

/** From now on whoever is answered is asked to come back on another connection: so none is broken in the middle when it closes. */
export function sayGoodbye(server: Server): void {
  server.pre((_request: Request, response: Response, next: () => void) => {
    response.setHeader('Connection', 'close');
    next();
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

/** The headers that protect every answer, also those that are not a page; a page has its own. */
function protect(_request: Request, response: Response, next: () => void): void {
  for (const [name, value] of Object.entries(safeHeaders('application/json'))) response.setHeader(name, value);
  next();
}

/** Of an address or host that is none (`Host: a:99999`) restify throws where nobody catches: the process would end. */
function refuseUnreadable(request: Request, response: Response, next: (go?: boolean) => void): void {
  try {
    request.getUrl();
  } catch {
    sendStray(request, response, 'unknown');
    return next(false);
  }
  next();
}

type Unserved = Error & { readonly statusCode?: number };

function strayOf({ statusCode = 500 }: Unserved): Stray {
  if (statusCode === 405) return 'wrong-method';
  return statusCode < 500 ? 'unknown' : 'failed';
}

function refuseForeignNames(request: Request, response: Response, next: (go?: boolean) => void): void {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (isLoopback(name)) return next();
  sendStray(request, response, 'this-machine-only');
  next(false);
}
