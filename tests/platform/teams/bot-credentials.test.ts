import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClaimsIdentity } from 'botframework-connector';
import { endOfProof, readCertificate, settingsOf } from '../../../src/platform/teams/bot-credentials.js';
import { StrictAuthentication } from '../../../src/platform/teams/strict-auth.js';
import { testBot } from '../../support/bot-tokens.js';
import { selfSigned } from '../../support/self-signed.js';

const now = new Date('2026-11-16T09:00:00Z');
const inMay = new Date('2027-05-31T12:00:00Z');

describe('a certificate', () => {
  it('is read with its key, and says when it ends', () => {
    const { certificate, key } = selfSigned(inMay);
    const { proof, endsAt } = readCertificate(`${certificate}${key}`, now);
    expect(endsAt).toEqual(inMay);
    expect(settingsOf({ ...testBot, proof })).toMatchObject({
      MicrosoftAppType: 'SingleTenant',
      CertificateThumbprint: expect.stringMatching(/^[0-9A-F]{40}$/),
      CertificatePrivateKey: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----/),
    });
    expect(() => new StrictAuthentication({ ...testBot, proof })).not.toThrow();
  });

  it('that cannot be used is told in a sentence that quotes nothing of it', () => {
    const { certificate, key } = selfSigned(inMay);
    const says = (pem: string): string => {
      try {
        readCertificate(pem, now);
      } catch (error) {
        return (error as Error).message;
      }
      return 'is taken';
    };
    for (const half of [certificate, key, '', 'a secret'])
      expect(says(half)).toBe('a file with the certificate and its private key, both in PEM and without a password');
    expect(says(`${certificate}${selfSigned(inMay).key}`)).toBe('the private key of this certificate, not of another');
    const ended = selfSigned(new Date('2026-11-16T08:59:59Z'));
    expect(says(`${ended.certificate}${ended.key}`)).toBe('a certificate that holds; this one ended on 2026-11-16');
  });
});

describe('when a secret or certificate is about to end', () => {
  it('the log says so in the last month, not before', () => {
    expect(endOfProof(inMay, new Date('2027-04-30T11:59:59Z'))).toBeNull();
    expect(endOfProof(inMay, new Date('2027-04-30T12:00:00Z'))).toContain('ends on 2027-05-31');
    expect(endOfProof(inMay, new Date('2027-06-30T12:00:00Z'))).toContain('ends on 2027-05-31');
    expect(endOfProof(null, inMay)).toBeNull();
  });
});

describe('a managed identity', () => {
  const kept = { ...process.env };
  afterEach(() => {
    process.env = { ...kept };
  });

  it('has its tokens of the platform it runs on, and sends them to Teams', async () => {
    const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
    const server = createServer((request, response) => {
      asked.push({ url: request.url ?? '', headers: request.headers });
      response.setHeader('content-type', 'application/json');
      const ends = String(Math.floor(Date.now() / 1000) + 3600);
      const isToken = request.url?.startsWith('/identity');
      response.end(
        JSON.stringify(isToken ? { access_token: 'of-the-platform', expires_on: ends, token_type: 'Bearer' } : []),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // As Azure App Service tells a program where to ask.
    process.env['IDENTITY_ENDPOINT'] = `${address}/identity`;
    process.env['IDENTITY_HEADER'] = 'of-the-machine';
    const authentication = new StrictAuthentication({ ...testBot, proof: { kind: 'managed-identity' } });
    const connectors = authentication.createConnectorFactory(
      new ClaimsIdentity([{ type: 'aud', value: testBot.appId }], true),
    );
    const client = await connectors.create(address, 'https://api.botframework.com');
    await client.conversations.getConversationMembers('19:x');
    server.close();
    server.closeAllConnections();
    const [token, members] = asked;
    expect(token?.url).toContain(`client_id=${testBot.appId}`);
    expect(token?.headers['x-identity-header']).toBe('of-the-machine');
    expect(members?.headers.authorization).toBe('Bearer of-the-platform');
  });
});
