import type { Request, Response, Server } from 'restify';
import { isLoopback } from './service-trust.js';

/** A page as the web room makes it. */
interface Page {
  readonly path: string;
  readonly local: boolean;
  answer(): Promise<{ status: number; type: string; body: string }>;
}

/** Hangs the web pages into the server. A page for this machine only answers 404 to everybody else. */
export function hangPages(server: Server, pages: readonly Page[]): void {
  for (const page of pages) {
    server.get(page.path, async (request: Request, response: Response) => {
      if (page.local && !isLoopback(addressOf(request))) return void response.send(404);
      const { status, type, body } = await page.answer();
      response.sendRaw(status, body, { 'content-type': type });
    });
  }
}

const addressOf = (request: Request): string => (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
