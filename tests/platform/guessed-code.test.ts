import { describe, expect, test } from '@jest/globals';
import { startApp } from '../../src/app.js';
import { ConfigError, readConfig } from '../../src/config.js';
import { bootstrap } from '../../src/platform/runtime/bootstrap.js';
import { createLog } from '../../src/platform/log.js';
import { freshDatabase } from '../support/database.js';
import { monday10 } from '../support/given.js';

const fault = 'DESK_CODE: made by chance; this one can be guessed';

describe('a code for the Meldpunt that can be guessed', () => {
  const told: string[] = [];
  const log = createLog('info', { write: (line: string) => void told.push(line) });
  const config = { ...readConfig({ LOCAL_MODE: '1', PORT: '0' }), deskCodeFault: fault };

  test('stops the first start, with what is right', async () => {
    const first = await freshDatabase('embedded');
    await expect(startApp(config, { database: first, log })).rejects.toEqual(new ConfigError([fault]));
  });

  test('does not stop a bot that ran before: it says what to do', async () => {
    const database = await freshDatabase('embedded');
    await bootstrap({ database, clock: { now: () => monday10 } }, { code: 'THE-FIRST-CODE', tenantId: null });
    const app = await startApp(config, { database, log });
    expect(told.join('')).toContain('this code links nothing any more. Set DESK_CODE to a new one and start again.');
    await app.stop();
  });
});
