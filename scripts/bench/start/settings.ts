import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { testBot } from '../../../tests/support/bot-tokens.js';
import { exampleKey } from '../../../tests/support/needed-settings.js';
import type { Where } from '../engines.js';

// Made by chance: one that can be guessed is refused.
const deskCode = randomBytes(10).toString('hex');

/** What a server sets in its environment. */
export const settings = ({ databaseUrl, dataDirectory }: Where): Record<string, string> => ({
  PORT: '0',
  DATA_DIRECTORY: dataDirectory ?? tmpdir(),
  ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  PUBLIC_URL: 'https://meldpunt.example.be',
  BOT_ID: testBot.appId,
  BOT_PASSWORD: 'example',
  ALLOWED_TENANTS: testBot.tenantId,
  DATA_KEY: exampleKey(1),
  INDEX_KEY: exampleKey(2),
  DESK_CODE: deskCode,
});
