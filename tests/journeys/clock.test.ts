import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startApp, type App } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { freshDatabase } from '../support/database.js';
import { newFolder } from '../support/folder.js';
import { startFakeTeams, type FakeTeams, type Person, type Conversation } from '../support/fake-teams/index.js';

describe('the clock of local mode', () => {
  let app: App;
  let teams: FakeTeams;
  let dirk: Person;
  let desk: Conversation;
  const folder = newFolder();
  beforeAll(async () => {
    const config = readConfig({
      LOCAL_MODE: '1',
      LANGUAGE: 'nl',
      PORT: '0',
      CLOCK_START: '2026-11-16T09:00:00Z',
      DATA_DIRECTORY: join(folder.path, 'data'),
    });
    app = await startApp(config, { database: await freshDatabase('embedded'), log: pino({ level: 'silent' }) });
    teams = await startFakeTeams();
    teams.botUrl = `http://127.0.0.1:${app.port}/api/messages`;
    dirk = teams.person('Dirk Jacobs');
    desk = teams.team('Meldpunt', { people: [dirk] }).general;
    await dirk.says('koppelen LOCAL-DESK-CODE', desk);
  });
  afterAll(async () => {
    await app.stop();
    await teams.stop();
    folder.remove();
  });

  const hears = (text: string) => teams.until(() => dirk.reads(desk).includes(text), `the desk reads “${text}”`);

  it('moves forward at the desk’s word, and the answer tells the new time', async () => {
    await hears('Nu gekoppeld aan Meldpunt Schoolexterne Interventies');
    await dirk.says('klok +3 dagen', desk);
    await hears('Het is nu do 19 nov. 2026, 10');
    expect(app.parts.clock.now().toISOString()).toContain('2026-11-19T09:0');
  });

  it('moves once when the same message comes again', async () => {
    await dirk.redelivers();
    await dirk.says('klok 2026-11-20 08:00', desk);
    await hears('Het is nu vr 20 nov. 2026, 8 u.');
  });

  it('never goes back', async () => {
    await dirk.says('klok 2026-01-01', desk);
    await hears('De klok kan alleen vooruit.');
    expect(app.parts.clock.now().toISOString()).toContain('2026-11-20T07:0');
  });
});
