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

  test('nor does a key: what is wrong with both is told at once', async () => {
    const first = await freshDatabase('embedded');
    const keysFault = 'DATA_KEY: made by chance; this one can be guessed';
    const starting = startApp({ ...config, keysFault }, { database: first, log });
    await expect(starting).rejects.toEqual(new ConfigError([keysFault, fault]));
  });

  test('does not stop a bot that ran before: it says what to do', async () => {
    const database = await freshDatabase('embedded');
    await bootstrap({ database, clock: { now: () => monday10 } }, { code: 'THE-FIRST-CODE', tenantId: null });
    const app = await startApp({ ...config, keysFault: 'INDEX_KEY: another key than DATA_KEY' }, { database, log });
    expect(told.join('')).toContain('this code links nothing any more. Set DESK_CODE to a new one and start again.');
    expect(told.join('')).toContain('INDEX_KEY: another key than DATA_KEY. The bot runs. Replace them');
    await app.stop();
  });
});
