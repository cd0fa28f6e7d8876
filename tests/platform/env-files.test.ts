import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { neededSettings as needed } from '../support/needed-settings.js';

const root = resolve(import.meta.dirname, '../..');
const localMode = { LOCAL_MODE: '1' };

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
