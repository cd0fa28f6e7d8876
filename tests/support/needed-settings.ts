import { createHash } from 'node:crypto';

/** A key as made by chance once, and kept, in base64: what is told must be the same each time. */
export const exampleKey = (number: number): string => createHash('sha256').update(`key ${number}`).digest('base64');

export const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

export const tenant1 = '11111111-0000-4000-8000-000000000001';
export const tenant2 = '2222aaaa-0000-4000-8000-000000000002';

/** Everything without which the bot does not start in production. */
export const neededSettings = {
  BOT_ID: 'bot-1',
  BOT_PASSWORD: 'a secret of the bot',
  ALLOWED_TENANTS: `${tenant1}, ${tenant2}`,
  DATA_KEY: exampleKey(1),
  INDEX_KEY: exampleKey(2),
  DESK_CODE: 'K7QD-3XWM-9RTB',
  PUBLIC_URL: 'https://meldpunt.example',
};
