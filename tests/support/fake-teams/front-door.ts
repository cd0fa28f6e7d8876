import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import type { CardJson } from '../../../src/contracts/turn.js';
import { text, textOf, type Node } from './card-reading.js';
import { CARD } from './world.js';

/** What the bot answered to one activity. */
export interface Answer {
  readonly activity: Node;
  readonly status: number;
  readonly body: unknown;
  readonly ms: number;
}

/** What a press was answered with, after the check that Teams would take it. */
export interface Pressed {
  readonly status: number;
  readonly body: unknown;
  readonly ms: number;
  /** The card for this person, and its text. */
  readonly card: CardJson | null;
  readonly text: string;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** An `activity.message` answer. */
  readonly message: string | null;
}

export interface FrontDoor {
  /** The bot's messaging endpoint. May be set after the start. */
  botUrl: string;
  readonly sign: (activity: Node) => Promise<string>;
  readonly answers: Answer[];
}

/** Brings one activity to the bot. `authorization` replaces the signature: null for none. */
export async function deliver(door: FrontDoor, activity: Node, authorization?: string | null): Promise<Answer> {
  if (!door.botUrl) throw new Error('fake Teams does not know the bot yet: set teams.botUrl');
  const signature = authorization === undefined ? await door.sign(activity) : authorization;
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  if (signature) headers['authorization'] = signature;
  const start = performance.now();
  const { status, raw } = await post(door.botUrl, headers, JSON.stringify(activity));
  const answer = { activity, status, body: parsed(raw), ms: performance.now() - start };
  door.answers.push(answer);
  return answer;
}

/** Over a connection of its own: a kept one may be closed by the bot just when it is used again. */
async function post(url: string, headers: Record<string, string>, body: string) {
  const sending = request(url, { method: 'POST', agent: false, headers, signal: AbortSignal.timeout(60_000) });
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, raw: await readText(response) };
}

function parsed(raw: string): unknown {
  if (raw === '') return null;
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
}

/** A message or update has to be taken, or else Teams sends it again. */
export function taken(answer: Answer): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(
    `the bot answered ${answer.status} to ${text(answer.activity['type'])}: ${JSON.stringify(answer.body)}`,
  );
}

/** Reads the answer to an `adaptiveCard/action`; throws when Teams would say "Unable to reach app". */
export function pressed({ status, body, ms }: Answer): Pressed {
  const bad = (why: string): never => {
    throw new Error(`no valid invoke answer (${why}): HTTP ${status} ${JSON.stringify(body)?.slice(0, 600)}`);
  };
  if (status !== 200) bad('HTTP status is not 200');
  if (typeof body !== 'object' || body === null) bad('no body');
  const { statusCode, type, value } = body as Node;
  const nothing = { status: Number(statusCode), body, ms, card: null, text: '', error: null, message: null };
  if (type === CARD) {
    if (statusCode !== 200) bad('a card goes with statusCode 200');
    if ((value as Node | null)?.['type'] !== 'AdaptiveCard') bad('the value is not an Adaptive Card');
    return { ...nothing, card: value as CardJson, text: textOf(value as CardJson) };
  }
  if (type === 'application/vnd.microsoft.activity.message') {
    if (statusCode !== 200 || typeof value !== 'string' || value === '') bad('a message is a text with statusCode 200');
    return { ...nothing, message: value as string, text: value as string };
  }
  if (type !== 'application/vnd.microsoft.error') bad('unknown type');
  if (statusCode === 200) bad('an error does not go with statusCode 200');
  const error = value as { code: string; message: string } | null;
  if (!error || typeof error.code !== 'string' || !error.message) bad('an error has a code and a message');
  return { ...nothing, error: error as { code: string; message: string } };
}
