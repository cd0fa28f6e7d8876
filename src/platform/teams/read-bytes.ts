import type { IncomingMessage } from 'node:http';

/**
 * The body of a request, or null when it is larger than `largest` bytes. Reads on after the limit without keeping
 * anything (a client that is still writing would not see the answer), but not for ever.
 */
export async function readBytes(request: IncomingMessage, largest: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largest) chunks.push(chunk);
    else if (size > 16 * largest) break;
  }
  return size > largest ? null : Buffer.concat(chunks);
}
