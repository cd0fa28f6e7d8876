import { createHash } from 'node:crypto';
import type { PageReply } from '../../contracts/page.js';
import { framed } from './frame.js';
import type { HttpAnswer, HttpRequest } from './http-page.js';

const htmlType = 'text/html; charset=utf-8';
const jsonType = 'application/json; charset=utf-8';

/** So long a browser may show what it has, in seconds; then it asks whether it is still the same. */
const freshSeconds = 60;

/** What a page replies, as the web says it: status, type, and how long it may be kept. */
export function answerOf(reply: PageReply, request: HttpRequest): HttpAnswer {
  if ('goTo' in reply) return sentTo(reply.goTo, reply.forGood ? 301 : 303);
  if ('json' in reply) return fileAnswer(reply, request);
  const status = reply.status ?? 200;
  if ('data' in reply) return dataAnswer(reply, request);
  const body = framed(reply.screen);
  return reply.personal ? personalAnswer(body, status) : publicAnswer(request, htmlType, body, status);
}

/** What everybody may see and keep for a moment; the same again is answered with 304 and nothing else. */
function publicAnswer(request: HttpRequest, type: string, body: HttpAnswer['body'], status: number): HttpAnswer {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': `public, max-age=${freshSeconds}`, vary: 'Accept-Encoding' };
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (status === 200 && (known.includes(etag) || known.includes('*'))) return { status: 304, type, body: '', headers };
  return { status, type, body, headers };
}

function dataAnswer(reply: Extract<PageReply, { data: unknown }>, request: HttpRequest): HttpAnswer {
  const { data, status = 200, fileName = null, personal } = reply;
  if (personal === true) return personalFile(JSON.stringify(data, null, 2), status, fileName);
  return openAnswer(publicAnswer(request, jsonType, JSON.stringify(data), status), fileName);
}

/** One person's data as a file: kept nowhere, and read by no other site. */
const personalFile = (body: string, status: number, fileName: string | null): HttpAnswer => ({
  status,
  type: jsonType,
  body,
  headers: {
    'cache-control': 'no-store',
    ...(fileName === null ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
  },
});

const fileAnswer = ({ json, fileName }: Extract<PageReply, { json: unknown }>, request: HttpRequest) =>
  openAnswer(publicAnswer(request, jsonType, Buffer.concat(json), 200), fileName);

/** Other sites may read it in a browser: it is open data. */
function openAnswer(answer: HttpAnswer, fileName: string | null): HttpAnswer {
  const file: Record<string, string> =
    fileName === null ? {} : { 'content-disposition': `attachment; filename="${fileName}"` };
  return { ...answer, headers: { ...answer.headers, 'access-control-allow-origin': '*', ...file } };
}

/** What is one person's: kept nowhere. */
const personalAnswer = (body: string, status: number): HttpAnswer => ({
  status,
  type: htmlType,
  body,
  headers: { 'cache-control': 'no-store' },
});

const sentTo = (path: string, status: 301 | 303): HttpAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: '',
  headers: { location: path },
});
