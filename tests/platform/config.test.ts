import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConfigError, deskTenantOf, readConfig } from '../../src/config.js';

const root = resolve(import.meta.dirname, '../..');
const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const needed = {
  BOT_ID: 'bot-1',
  BOT_PASSWORD: 'a secret of the bot',
  ALLOWED_TENANTS: 'tenant-1, tenant-2',
  DATA_KEY: key(1),
  INDEX_KEY: key(2),
  DESK_CODE: 'K7QD-3XWM-9RTB',
  PUBLIC_URL: 'https://meldpunt.example',
};
const localMode = { LOCAL_MODE: '1' };

/** What is told about this environment; nothing when the bot would start. */
function problems(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

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
      'BOT_PASSWORD: missing (the client secret of the bot)',
      expect.stringContaining('DATA_KEY: the key under which pupils’ data is sealed, 32 bytes in base64'),
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
      logLevel: 'info',
      deskCode: 'K7QD-3XWM-9RTB',
      publicUrl: 'https://meldpunt.example',
      appId: 'bot-1',
      appPassword: 'a secret of the bot',
      appTenantId: null,
      tenants: ['tenant-1', 'tenant-2'],
      keys: { data: new Uint8Array(32).fill(1), index: new Uint8Array(32).fill(2) },
    });
  });

  test('what may be set, counts', () => {
    const databaseUrl = 'postgres://bot@db.example/meldpunt';
    const config = readConfig({
      ...needed,
      PORT: '8080',
      BOT_TENANT_ID: 't',
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'warn',
    });
    expect(config).toMatchObject({ port: 8080, appTenantId: 't', databaseUrl, logLevel: 'warn' });
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
      host: '127.0.0.1',
      port: 3978,
      dataDirectory: 'data/meldpunt',
      databaseUrl: null,
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
    expect(tenant({ BOT_TENANT_ID: 'TENANT-2' })).toBe('tenant-2');
  });

  test('otherwise the first of those that may', () => {
    expect(tenant({})).toBe('tenant-1');
    expect(tenant({ BOT_TENANT_ID: 'tenant-of-a-host' })).toBe('tenant-1');
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

describe('the files in env', () => {
  const read = (name: string): Record<string, string | undefined> =>
    parseEnv(readFileSync(join(root, 'env', name), 'utf8')) as Record<string, string | undefined>;

  /** The variables that the program asks for, seen while it reads. */
  function asked(env: Record<string, string>): string[] {
    const names = new Set<string>();
    const look = (_target: unknown, name: string | symbol): string | undefined => {
      names.add(String(name));
      return env[String(name)];
    };
    readConfig(new Proxy<NodeJS.ProcessEnv>(env, { get: look }));
    return [...names];
  }

  test('.env.example lists every variable of the program and of the app package, and no other', () => {
    const manifest = readFileSync(join(root, 'manifest/manifest.json'), 'utf8');
    const filled = [...manifest.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
    const known = new Set([...asked(needed), ...asked(localMode), ...filled.filter((name) => name !== 'APP_VERSION')]);
    expect(Object.keys(read('.env.example')).sort()).toEqual([...known].sort());
  });

  test('.env.example says of each variable why it is there', () => {
    const lines = readFileSync(join(root, 'env/.env.example'), 'utf8').split('\n');
    const unsaid = lines.filter(
      (line, index) => /^[A-Z]/.test(line) && !/^(# [^-]|(WEBSITE|PRIVACY)_URL=)/.test(lines[index - 1] ?? ''),
    );
    expect(unsaid).toEqual([]);
  });

  test('.env.local starts local mode', () => {
    expect(readConfig(read('.env.local'))).toMatchObject({ mode: 'local', language: 'nl', deskAlwaysOpen: true });
  });

  test('what is committed holds no secret', () => {
    for (const name of ['.env.example', '.env.local', '.env.dev'])
      for (const secret of ['BOT_PASSWORD', 'DATA_KEY', 'INDEX_KEY', 'DESK_CODE', 'DATABASE_URL'])
        expect(read(name)[secret] ?? '').toBe('');
  });

  test('.env.dev with its own secrets starts production mode', () => {
    expect(readConfig({ ...read('.env.dev'), ...needed })).toMatchObject({ mode: 'production', logLevel: 'debug' });
  });
});
