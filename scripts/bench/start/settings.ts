import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testBot } from '../../../tests/support/bot-tokens.js';
import { exampleKey } from '../../../tests/support/needed-settings.js';
import type { Where } from '../engines.js';

// Made by chance: one that can be guessed is refused.
const deskCode = randomBytes(10).toString('hex');

/** A file of its own for each database. */
export const keyFileOf = ({ databaseUrl, dataDirectory }: Where): string =>
  databaseUrl === null
    ? `${dataDirectory}.trail-keys`
    : join(tmpdir(), `${createHash('sha256').update(databaseUrl).digest('hex').slice(0, 16)}.trail-keys`);

/** What a server sets in its environment. */
export const settings = (where: Where): Record<string, string> => ({
  PORT: '0',
  DATA_DIRECTORY: where.dataDirectory ?? tmpdir(),
  KEY_FILE: keyFileOf(where),
  ...(where.databaseUrl === null ? {} : { DATABASE_URL: where.databaseUrl }),
  PUBLIC_URL: 'https://meldpunt.example.be',
  BOT_ID: testBot.appId,
  BOT_PASSWORD: 'example',
  ALLOWED_TENANTS: testBot.tenantId,
  DATA_KEY: exampleKey(1),
  INDEX_KEY: exampleKey(2),
  DESK_CODE: deskCode,
});
