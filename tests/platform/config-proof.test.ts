import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { problems } from '../support/config-problems.js';
import { neededSettings as needed, tenant1 } from '../support/needed-settings.js';
import { selfSigned } from '../support/self-signed.js';

describe('who it is, is proven in one way', () => {
  const { BOT_PASSWORD: _, ...without } = needed;

  test('by a client secret with the day on which it ends', () => {
    expect(readConfig({ ...needed, BOT_PASSWORD_ENDS: '2027-05-31' })).toMatchObject({
      proofEndsAt: new Date('2027-05-31T00:00:00Z'),
    });
    expect(problems({ ...needed, BOT_PASSWORD_ENDS: 'in May' })[0]).toContain('BOT_PASSWORD_ENDS: the day on which');
  });

  test('by a certificate in a file, with the day on which it ends', () => {
    const endsAt = new Date('2099-05-31T12:00:00Z');
    const { certificate, key: privateKey } = selfSigned(endsAt);
    const file = join(mkdtempSync(join(tmpdir(), 'certificate-')), 'bot.pem');
    writeFileSync(file, `${privateKey}${certificate}`);
    expect(readConfig({ ...without, BOT_CERTIFICATE: file })).toMatchObject({
      proof: { kind: 'certificate' },
      proofEndsAt: endsAt,
    });
    writeFileSync(file, certificate);
    expect(problems({ ...without, BOT_CERTIFICATE: file })).toEqual([
      'BOT_CERTIFICATE: a file with the certificate and its private key, both in PEM and without a password',
    ]);
    expect(problems({ ...without, BOT_CERTIFICATE: `${file}.not` })).toEqual([
      'BOT_CERTIFICATE: a file that can be read',
    ]);
  });

  test('by the platform it runs on', () => {
    const managed = { ...without, BOT_MANAGED_IDENTITY: '1' };
    expect(readConfig({ ...managed, BOT_TENANT_ID: tenant1 })).toMatchObject({ proof: { kind: 'managed-identity' } });
    expect(problems(managed)).toEqual(['BOT_TENANT_ID: missing (the tenant of the managed identity)']);
  });

  test('not in two', () => {
    for (const other of [{ BOT_MANAGED_IDENTITY: '1' }, { BOT_CERTIFICATE: 'bot.pem' }])
      expect(problems({ ...needed, ...other })[0]).toMatch(/^BOT_PASSWORD: one of/);
  });
});
