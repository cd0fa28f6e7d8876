import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { DeliveryError } from '../../../src/contracts/connector.js';
import type { Address } from '../../../src/contracts/connector.js';

/** A request as the service saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

/** A Bot Framework service on this machine that answers as told and remembers what it was asked. */
export interface Service {
  readonly url: string;
  readonly seen: Seen[];
  answer: (seen: Seen, response: ServerResponse) => void;
  address(other?: Partial<Address>): Address;
  close(): Promise<void>;
}

export async function startService(): Promise<Service> {
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await readText(request);
    const { pathname, searchParams } = new URL(request.url!, 'http://service');
    const { method = '', headers } = request;
    const path = decodeURIComponent(pathname);
    const seen = { method, headers, path, query: searchParams, body: text ? JSON.parse(text) : {} };
    service.seen.push(seen);
    service.answer(seen, response);
  };
  const server = createServer((request, response) => {
    take(request, response).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const service: Service = {
    url,
    seen: [],
    answer: (_seen, response) => json(response, { id: 'activity-1' }, 201),
    address: (other = {}) => ({
      tenantId: 't',
      conversationId: '19:a@thread.tacv2',
      serviceUrl: url,
      threadId: null,
      ...other,
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

/** Step by step, because restify replaces `writeHead` in the whole process by one that cannot be chained. */
export function json(response: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}) {
  text(response, JSON.stringify(value), status, headers);
}

/** The delivery error a call ends with. */
export async function failure(call: Promise<unknown>): Promise<DeliveryError> {
  const error: unknown = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof DeliveryError) return error;
  throw error;
}

export function text(response: ServerResponse, body: string, status: number, headers: Record<string, string> = {}) {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body);
}
