import type { IncomingMessage } from 'node:http';
import { readBytes } from './read-bytes.js';
import { Refused } from './refused.js';

const largestBody = 256 * 1024;
const deepestNesting = 32;

/**
 * Reads one JSON object from a request. Throws {@link Refused}: 415 for another content type or a packed body (a small
 * packed body can be a huge one), 413 above 256 KB, 400 for broken JSON, anything but an object, or absurd nesting.
 */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  requirePlainJson(request);
  const value = parse(await readText(request));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused(400, 'NotAnObject', 'The body must be one JSON object.');
  }
  if (isTooDeep(value)) throw new Refused(400, 'TooDeep', `The body is nested deeper than ${deepestNesting} levels.`);
  return value as Record<string, unknown>;
}

function requirePlainJson(request: IncomingMessage): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refused(415, 'NotJson', 'The content type must be application/json.');
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new Refused(415, 'Packed', 'The body must not be compressed.');
}

async function readText(request: IncomingMessage): Promise<string> {
  const bytes = await readBytes(request, largestBody);
  if (bytes === null) throw new Refused(413, 'TooLarge', `The body is larger than ${largestBody} bytes.`);
  return bytes.toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'BrokenJson', 'The body is not valid JSON.');
  }
}

/** Level by level, because a recursive walk is what deep nesting would break. */
function isTooDeep(root: object): boolean {
  let level: object[] = [root];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true;
    const below: object[] = [];
    for (const value of level)
      for (const child of Object.values(value) as unknown[])
        if (typeof child === 'object' && child !== null) below.push(child);
    level = below;
  }
  return false;
}
