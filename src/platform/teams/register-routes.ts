import type { Request, Response, Server } from 'restify';
import { messagePage } from '../web/message-page.js';
import type { HttpPage, HttpAnswer, HttpRequest } from '../web/http-page.js';
import { readBytes } from './read-bytes.js';
import { sendPage, sendStray } from './send-page.js';
import { isLoopback } from './service-trust.js';

const megabyte = 1024 * 1024;

/**
 * Hangs the web pages into the server. A page for this machine only answers 404 to everybody else, also to who comes through a proxy here. What a page throws
 * goes to `onError` and is answered with an apology.
 */
export function registerRoutes(
  server: Server,
  pages: readonly HttpPage[],
  onError: (error: unknown, path: string) => void,
): void {
  for (const page of pages) {
    const handle = async (request: Request, response: Response): Promise<void> => {
      if (page.local && !isFromHere(request)) {
        return sendStray(request, response, 'unknown');
      }
      const answer = await answerOf(page, request).catch((error: unknown) => {
        onError(error, page.path);
        return messagePage(500, 'failed', 'nl');
      });
      sendPage(response, answer);
    };
    if (page.method === 'POST') server.post(page.path, handle);
    else {
      server.get(page.path, handle);
      server.head(page.path, handle);
    }
  }
}

async function answerOf(page: HttpPage, request: Request): Promise<HttpAnswer> {
  const largest = page.method === 'POST' ? (page.largestBody ?? 5 * megabyte) : 0;
  const body = largest === 0 ? Buffer.alloc(0) : await readBytes(request, largest);
  if (body === null)
    return messagePage(413, 'too-large', 'nl', { values: { megabytes: Math.floor(largest / megabyte) } });
  return page.answer(asked(request, body));
}

function asked(request: Request, body: Uint8Array): HttpRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')] as const);
  return {
    params: { ...(request.params as Record<string, string>) },
    query: new URLSearchParams((request.url ?? '').replace(/^[^?]*/, '')),
    headers: Object.fromEntries(headers),
    body,
  };
}

/** What a proxy adds: who is behind it may be anybody, although the proxy itself stands on this machine. */
const ofProxies = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

const isFromHere = (request: Request): boolean =>
  isLoopback(addressOf(request)) && ofProxies.every((name) => request.headers[name] === undefined);

const addressOf = (request: Request): string => (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
