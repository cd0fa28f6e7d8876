import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deskTenantOf, readConfig } from '../../src/config.js';
import { problems } from '../support/config-problems.js';
import { bytesOf, exampleKey as key, neededSettings as needed, tenant1, tenant2 } from '../support/needed-settings.js';

const localMode = { LOCAL_MODE: '1' };

describe('in production', () => {
  test('everything that is missing is named at once', () => {
    const named = problems({}).map((line) => line.split(':')[0]);
    expect(named.sort()).toEqual(Object.keys(needed).sort());
    expect(problems({}).every((line) => line.includes(': missing ('))).toBe(true);
  });

  test('what is empty is missing, and what is wrong is told with it', () => {
    const told = problems({ ...needed, BOT_PASSWORD: '', DATA_KEY: 'short', PORT: '-1' });
    expect(told).toEqual([
      expect.stringContaining('PORT: a whole number from 0 to 65535'),
      expect.stringContaining('DATA_KEY: the key under which pupils’ data is sealed, 32 bytes in base64'),
      'BOT_PASSWORD: missing (one of BOT_PASSWORD (the client secret of the bot), BOT_CERTIFICATE (a file) or BOT_MANAGED_IDENTITY=1)',
    ]);
  });

  test('what is needed is enough', () => {
    expect(readConfig(needed)).toEqual({
      mode: 'production',
      deskCodeFault: null,
      host: '0.0.0.0',
      port: 3978,
      dataDirectory: 'data/meldpunt',
      databaseUrl: null,
      keyFile: 'data/meldpunt.trail-keys',
      logLevel: 'info',
      deskCode: 'K7QD-3XWM-9RTB',
      publicUrl: 'https://meldpunt.example',
      appId: 'bot-1',
      proof: { kind: 'password', password: 'a secret of the bot' },
      proofEndsAt: null,
      appTenantId: null,
      tenants: [tenant1, tenant2],
      keys: { data: bytesOf(key(1)), index: bytesOf(key(2)), formerData: null },
      keysFault: null,
      metricsToken: null,
    });
  });

  test('what may be set, counts', () => {
    const databaseUrl = 'postgres://bot@db.example/meldpunt';
    const config = readConfig({
      ...needed,
      PORT: '8080',
      BOT_TENANT_ID: tenant1,
      HOST: '127.0.0.1',
      METRICS_TOKEN: 'a-token-of-some-length',
      DATA_KEY_FORMER: key(3),
      DATABASE_URL: databaseUrl,
      KEY_FILE: '/keys/trail-keys',
      LOG_LEVEL: 'warn',
    });
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      metricsToken: 'a-token-of-some-length',
      keys: { formerData: bytesOf(key(3)) },
      appTenantId: tenant1,
      databaseUrl,
      keyFile: '/keys/trail-keys',
      logLevel: 'warn',
    });
  });

  test('the keys of the trails stand beside the folder of the database, and with a server where it is said', () => {
    expect(readConfig({ ...needed, DATA_DIRECTORY: '/data/meldpunt' }).keyFile).toBe('/data/meldpunt.trail-keys');
    const server = { DATABASE_URL: 'postgres://bot@db.example/meldpunt' };
    expect(problems({ ...needed, ...server })).toEqual([
      'KEY_FILE: missing (a file on a disk that is kept, shared by all processes: the keys of the pupils stand in it)',
    ]);
    expect(readConfig({ LOCAL_MODE: '1', ...server }).keyFile).toBe('data/meldpunt.trail-keys');
  });

  test('the public address may lie below a path, and a slash at its end does not count', () => {
    const at = (url: string) => readConfig({ ...needed, PUBLIC_URL: url }).publicUrl;
    expect(at('https://meldpunt.example/')).toBe('https://meldpunt.example');
    expect(at('https://example.be/meldpunt/')).toBe('https://example.be/meldpunt');
  });

  test('the settings of local mode do nothing', () => {
    const config = readConfig({
      ...needed,
      LANGUAGE: 'en',
      DESK_ALWAYS_OPEN: '1',
      CLOCK_START: '2026-11-16T09:00:00Z',
    });
    expect(Object.keys(config)).not.toContain('clockStart');
    expect(config).toEqual(readConfig(needed));
  });
});

describe('local mode', () => {
  test('starts with nothing else, on this machine only', () => {
    expect(readConfig(localMode)).toEqual({
      mode: 'local',
      deskCodeFault: null,
      keysFault: null,
      host: '127.0.0.1',
      port: 3978,
      dataDirectory: 'data/meldpunt',
      databaseUrl: null,
      keyFile: 'data/meldpunt.trail-keys',
      logLevel: 'info',
      deskCode: 'LOCAL-DESK-CODE',
      publicUrl: null,
      keys: null,
      language: null,
      deskAlwaysOpen: false,
      clockStart: null,
    });
  });

  test.each(['0', 'false', '', undefined])('is not on with LOCAL_MODE=%s', (value) => {
    expect(problems({ LOCAL_MODE: value })).toHaveLength(Object.keys(needed).length);
    expect(readConfig({ ...needed, LOCAL_MODE: value }).mode).toBe('production');
  });

  test.each(['yes', 'on', '2', ' 1'])('is not guessed from LOCAL_MODE=%s', (value) => {
    expect(problems({ ...needed, LOCAL_MODE: value })).toEqual(['LOCAL_MODE: 1 or 0']);
  });

  test('takes its settings', () => {
    const config = readConfig({
      ...localMode,
      PORT: '0',
      LANGUAGE: 'nl',
      DESK_ALWAYS_OPEN: '1',
      CLOCK_START: '2026-11-16T10:00:00+01:00',
      DATA_KEY: key(1),
      INDEX_KEY: key(2),
    });
    expect(config).toMatchObject({
      port: 0,
      language: 'nl',
      deskAlwaysOpen: true,
      clockStart: new Date('2026-11-16T09:00:00Z'),
    });
    expect(config.keys?.data).toHaveLength(32);
  });

  test.each([
    [{ LANGUAGE: 'fr' }, 'LANGUAGE: nl or en'],
    [{ PUBLIC_URL: 'ftp://pages' }, 'PUBLIC_URL: an address such as http://127.0.0.1:3978'],
    [{ DESK_ALWAYS_OPEN: 'ja' }, 'DESK_ALWAYS_OPEN: 1 or 0'],
    [{ CLOCK_START: '16/11/2026' }, 'CLOCK_START: a moment such as 2026-11-16T09:00:00Z'],
    [{ DATA_KEY: key(1) }, 'INDEX_KEY: missing (both keys, or neither)'],
    [{ INDEX_KEY: key(1) }, 'DATA_KEY: missing (both keys, or neither)'],
  ])('says what is right instead of %p', (wrong, told) => {
    expect(problems({ ...localMode, ...wrong })).toEqual([told]);
  });
});

describe('the tenant of the Meldpunt itself', () => {
  const tenant = (env: NodeJS.ProcessEnv) => deskTenantOf(readConfig({ ...needed, ...env }));

  test('is the bot’s own, when its people may speak to the bot', () => {
    expect(tenant({ BOT_TENANT_ID: tenant2.toUpperCase() })).toBe(tenant2);
  });

  test('otherwise the first of those that may', () => {
    expect(tenant({})).toBe(tenant1);
    expect(tenant({ BOT_TENANT_ID: '33333333-0000-4000-8000-000000000003' })).toBe(tenant1);
  });

  test('is any in local mode', () => {
    expect(deskTenantOf(readConfig(localMode))).toBeNull();
  });
});

describe('a wrong value', () => {
  test.each([
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '3978.5', 'a whole number from 0 to 65535'],
    ['DATABASE_URL', 'mysql://db/x', 'an address such as postgres://'],
    ['DATABASE_URL', 'db', 'an address such as postgres://'],
    ['PUBLIC_URL', 'http://meldpunt.example', 'the https address'],
    ['PUBLIC_URL', 'https://meldpunt.example/?a=b', 'the https address'],
    ['PUBLIC_URL', 'https://name:word@meldpunt.example', 'the https address'],
    ['PUBLIC_URL', 'meldpunt.example', 'the https address'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, silent'],
    ['ALLOWED_TENANTS', ' , ', 'at least one tenant id'],
    ['ALLOWED_TENANTS', '*', 'a sign for all is not taken'],
    ['ALLOWED_TENANTS', `${tenant1}, example.be`, 'each such as 00000000-'],
    ['BOT_TENANT_ID', 'common', 'a tenant id such as'],
    ['HOST', 'https://meldpunt.example', 'an address of this machine'],
    ['HOST', '0.0.0.0:80', 'an address of this machine'],
    ['METRICS_TOKEN', 'short', 'at least 16 signs'],
    ['METRICS_TOKEN', 'words with spaces in it', 'without spaces'],
    ['DATA_KEY_FORMER', 'x', 'the key that DATA_KEY was before'],
    ['DATA_KEY', Buffer.alloc(31).toString('base64'), '32 bytes in base64'],
    ['DATA_KEY', Buffer.alloc(33).toString('base64'), '32 bytes in base64'],
    ['INDEX_KEY', 'x'.repeat(32), '32 bytes in base64'],
    ['INDEX_KEY', `${key(1)} # a remark`, '32 bytes in base64'],
  ])('of %s (%p) is told with what is right', (name, value, right) => {
    const told = problems({ ...needed, [name]: value });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^${name}: `));
    expect(told[0]).toContain(right);
  });

  test.each([
    ['too-short', 'at least 12 letters or digits'],
    ['--------------', 'at least 12 letters or digits'],
    ['AAAAAAAAAAAA', 'made by chance, e.g. with openssl rand -hex 10'],
    ['AAAAAAAAAAAA', 'this one can be guessed: it holds too few different signs'],
    ['ABCD-EFGH-JKLM', 'a word or an example that people would try'],
    ['LOCAL-DESK-CODE', 'a word or an example that people would try'],
  ])(
    'a code for the Meldpunt that can be guessed (%p) stops no reading: whoever starts the bot decides',
    (code, right) => {
      const config = readConfig({ ...needed, DESK_CODE: code });
      expect(config.deskCodeFault).toMatch(/^DESK_CODE: /);
      expect(config.deskCodeFault).toContain(right);
      expect(config.deskCodeFault).not.toContain(code);
    },
  );

  test('one that was made by chance has no fault', () => {
    expect(readConfig(needed).deskCodeFault).toBeNull();
    expect(readConfig(localMode).deskCodeFault).toBeNull();
  });

  test.each([
    ['the same twice', { DATA_KEY: key(1), INDEX_KEY: key(1) }, 'INDEX_KEY: another key than DATA_KEY'],
    ['one byte 32 times', { DATA_KEY: Buffer.alloc(32, 7).toString('base64') }, 'DATA_KEY: made by chance'],
    ['a word repeated', { INDEX_KEY: Buffer.from('geheim12'.repeat(4)).toString('base64') }, 'INDEX_KEY: made by'],
    ['bytes in a row', { DATA_KEY: Buffer.from([...Array(32).keys()]).toString('base64') }, 'DATA_KEY: made by chance'],
  ])('keys that are no secret (%s) stop no reading: whoever starts the bot decides', (_how, env, told) => {
    const config = readConfig({ ...needed, ...env });
    expect(config).toMatchObject({ keysFault: expect.stringContaining(told) });
    for (const value of Object.values(env)) expect(JSON.stringify(config)).not.toContain(value);
  });

  test('keys made by chance have no fault', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((all) => new Set(all).size > 24);
    fc.assert(
      fc.property(bytes, bytes, (data, index) => {
        const [one, other] = [data, index].map((all) => Buffer.from(all).toString('base64'));
        fc.pre(one !== other);
        expect(readConfig({ ...needed, DATA_KEY: one, INDEX_KEY: other })).toMatchObject({ keysFault: null });
      }),
    );
  });

  test('is never repeated in what is told', () => {
    const names = [...Object.keys(needed), 'PORT', 'DATABASE_URL', 'LOG_LEVEL', 'LOCAL_MODE'];
    const odd = fc.string({ minLength: 3 }).map((text) => `§${text}§`);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), odd), (env) => {
        for (const line of problems({ ...needed, ...env }))
          for (const value of Object.values(env)) expect(line).not.toContain(value);
      }),
    );
  });

  test('stops the start with a message that names the list of settings and the way to try', () => {
    expect(() => readConfig({})).toThrow(/env\/\.env\.example[\s\S]*BOT_ID[\s\S]*LOCAL_MODE=1/);
  });
});
