import type { Request, Response } from 'restify';
import type { HttpAnswer } from '../web/http-page.js';
import { safeHeaders } from '../web/safe-headers.js';
import { strayAnswer, type Stray } from '../web/stray-answer.js';

/** Node's own answer, not restify's: that one would make JSON of bytes. The length counts for HEAD too. */
export function sendPage(response: Response, { status, type, body, headers }: HttpAnswer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  response.writeHead(status, {
    ...safeHeaders(type),
    ...headers,
    'content-type': type,
    'content-length': bytes.length,
  });
  response.end(bytes);
}

/** Answers a request that reached nothing of ours; when half an answer is out already, breaks it off. */
export function sendStray(request: Request, response: Response, stray: Stray): void {
  if (response.headersSent) return void response.destroy();
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  sendPage(response, strayAnswer(stray, { path, accept: request.headers.accept ?? '' }));
}
