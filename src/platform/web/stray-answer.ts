import { messagePage } from './message-page.js';
import type { HttpAnswer } from './http-page.js';

/** Why a request reached nothing of ours. */
export type Stray = 'unknown' | 'wrong-method' | 'this-machine-only' | 'failed';

/** What somebody asked, as far as it matters here. */
export interface StrayRequest {
  readonly path: string;
  /** The `Accept` header, empty when there was none. */
  readonly accept: string;
}

const told: Readonly<Record<Stray, { status: number; code: string; message: string }>> = {
  unknown: { status: 404, code: 'NotFound', message: 'Nothing is at this address.' },
  'wrong-method': { status: 405, code: 'MethodNotAllowed', message: 'This address does not take that method.' },
  'this-machine-only': { status: 403, code: 'LocalOnly', message: 'The local mode answers to this machine only.' },
  failed: { status: 500, code: 'Failure', message: 'Something went wrong on our side.' },
};

/** The answer to a request that reached nothing: a page for people, short JSON for programs. Repeats nothing of it. */
export function strayAnswer(stray: Stray, request: StrayRequest): HttpAnswer {
  const { status, code, message } = told[stray];
  const headers = { 'cache-control': 'no-store' };
  if (isProgram(request)) return { status, type: 'application/json', body: JSON.stringify({ code, message }), headers };
  const links = stray === 'unknown' || stray === 'wrong-method' ? (['offer', 'help-lines'] as const) : [];
  return { ...messagePage(status, stray, 'nl', { links }), headers };
}

/** Teams and other programs speak to `/api`; elsewhere a program says that it wants JSON, and browsers want HTML. */
const isProgram = ({ path, accept }: StrayRequest): boolean =>
  /^\/api(\/|$)/i.test(path) || (/\bjson\b/i.test(accept) && !/text\/html/i.test(accept));
