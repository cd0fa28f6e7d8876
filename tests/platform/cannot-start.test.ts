import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startApp } from '../../src/app.js';
import { commandCalled, commands } from '../../src/platform/commands/index.js';
import { readConfig } from '../../src/config.js';
import { createLog } from '../../src/platform/log.js';
import { openDatabase } from '../../src/platform/storage/connection.js';
import { freshDatabase } from '../support/database.js';

const log = createLog('silent');
const local = readConfig({ LOCAL_MODE: '1', PORT: '0' });

describe('when the bot cannot start, a sentence says why', () => {
  it('the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const database = await freshDatabase('embedded');
    await expect(startApp({ ...local, port }, { database, log })).rejects.toThrow(
      `The bot cannot start. Something listens on port ${port} already, perhaps this bot: stop it, or set PORT to another.`,
    );
    other.close();
  });

  it('there is no database server, and neither name nor password is told', async () => {
    const databaseUrl = 'postgres://somebody:a-secret@127.0.0.1:1/meldpunt';
    const opening = openDatabase({ databaseUrl, dataDirectory: null });
    await expect(opening).rejects.toThrow(
      'The bot cannot start. The database at 127.0.0.1:1/meldpunt does not answer: is the server running, and is this its port? (ECONNREFUSED)',
    );
    await expect(opening).rejects.not.toThrow(/somebody|a-secret/);
  });

  it('there is no such command: those that exist are told', () => {
    expect(() => commandCalled('rotate')).toThrow(/There is no command "rotate"\. There is:\n {2}rotate-keys: /);
    for (const { name } of commands) expect(commandCalled(name).name).toBe(name);
  });
});
