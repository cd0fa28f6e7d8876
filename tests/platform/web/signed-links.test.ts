import { describe, expect, it } from '@jest/globals';
import { createLinks } from '../../../src/platform/web/signed-links.js';

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const links = createLinks(key(1), () => 'https://meldpunt.example');
const meeting = { meeting: '00000000-0000-4000-8000-000000000001', kind: 'agenda' };
const tokenOf = (address: string): string => new URL(address).pathname.split('/')[2] ?? '';

describe('links to our own pages', () => {
  it('lead to the public address, to a page or to a document with its name', () => {
    expect(links.page('/hulplijnen/vlaams-brabant-oost')).toBe(
      'https://meldpunt.example/hulplijnen/vlaams-brabant-oost',
    );
    expect(links.document('meeting-agenda', meeting)).toMatch(
      /^https:\/\/meldpunt\.example\/bestanden\/[\w-]+\.[\w-]{43}\/meeting-agenda$/,
    );
  });

  it('carry another language only when it is named', () => {
    expect(links.document('pack', meeting, 'en')).toBe(`${links.document('pack', meeting)}?taal=en`);
    expect(links.document('pack', meeting, 'nl')).toBe(links.document('pack', meeting));
  });

  it('are the same for the same document, in whatever order its ids stand, also after a restart', () => {
    const { meeting: id, kind } = meeting;
    const later = createLinks(key(1), () => 'https://meldpunt.example');
    expect(later.document('pack', { kind, meeting: id })).toBe(links.document('pack', meeting));
  });

  it('ask the address each time: it may be known only after listening', () => {
    let port = 0;
    const own = createLinks(key(1), () => `http://127.0.0.1:${port}`);
    port = 4321;
    expect(own.page('/x')).toBe('http://127.0.0.1:4321/x');
  });
});

describe('a token', () => {
  const token = tokenOf(links.document('pack', meeting));

  it('gives back the ids it was made with', () => {
    expect(links.read('pack', token)).toEqual(meeting);
  });

  it('opens no other document, and nothing made with another key', () => {
    expect(links.read('minutes', token)).toBeNull();
    expect(createLinks(key(2), () => '').read('pack', token)).toBeNull();
  });

  it('opens nothing when any sign of it is changed, taken away or added', () => {
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(links.read('pack', token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
      expect(links.read('pack', token.slice(0, at))).toBeNull();
    }
    for (const more of [`${token}A`, `${token}=`, `${token}.`, `${token}.x`, `.${token}`])
      expect(links.read('pack', more)).toBeNull();
  });

  it('cannot be made of other ids with the same signature', () => {
    const forged = Buffer.from(JSON.stringify({ ...meeting, kind: 'minutes' })).toString('base64url');
    expect(links.read('pack', `${forged}.${token.split('.')[1]}`)).toBeNull();
  });

  it.each(['', '.', 'x', '..', 'a.b', '{}', '💥'])('is not %p', (odd) => {
    expect(links.read('pack', odd)).toBeNull();
  });
});

describe('a link that ends', () => {
  const until = new Date('2026-12-08T15:00:00Z');
  const token = tokenOf(links.document('pack', meeting, 'nl', until));

  it('is the same as long as its end is, and says its end', () => {
    expect(tokenOf(links.document('pack', meeting, 'nl', new Date(until)))).toBe(token);
    expect(links.endOf('pack', token)).toEqual(until);
    expect(links.read('pack', token)).toEqual(meeting);
  });

  it('cannot be made longer, and one without an end has none', () => {
    const longer = Buffer.from(JSON.stringify({ ...meeting, '~until': '2036-12-08T15:00:00Z' })).toString('base64url');
    expect(links.endOf('pack', `${longer}.${token.split('.')[1]}`)).toBeNull();
    expect(links.endOf('pack', tokenOf(links.document('pack', meeting)))).toBeNull();
  });
});
