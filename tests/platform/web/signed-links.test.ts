import { describe, expect, it } from '@jest/globals';
import { fileLink } from '../../../src/contracts/file-link.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { withLinksWithdrawn } from '../../../src/domain/withdrawn-links.js';
import { createLinks } from '../../../src/platform/web/signed-links.js';

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const links = createLinks(key(1), () => 'https://meldpunt.example');
const meeting = { meeting: '00000000-0000-4000-8000-000000000001', kind: 'agenda' };
const opens = { language: 'nl', until: new Date('2027-02-01T00:00:00Z'), round: 0 } as const;
const english = { ...opens, language: 'en' } as const;
const tokenOf = (address: string): string => new URL(address).pathname.split('/')[2] ?? '';

describe('links to our own pages', () => {
  it('lead to the public address, to a page or to a document with its name', () => {
    expect(links.page('/hulplijnen/vlaams-brabant-oost')).toBe(
      'https://meldpunt.example/hulplijnen/vlaams-brabant-oost',
    );
    expect(links.document('meeting-agenda', meeting, opens)).toMatch(
      /^https:\/\/meldpunt\.example\/bestanden\/[\w-]+\.[\w-]{43}\/meeting-agenda$/,
    );
  });

  it('carry another language only when it is named', () => {
    expect(links.document('pack', meeting, english)).toBe(`${links.document('pack', meeting, opens)}?taal=en`);
    expect(links.document('pack', meeting, opens)).toBe(links.document('pack', meeting, opens));
  });

  it('are the same for the same document, in whatever order its ids stand, also after a restart', () => {
    const { meeting: id, kind } = meeting;
    const later = createLinks(key(1), () => 'https://meldpunt.example');
    expect(later.document('pack', { kind, meeting: id }, opens)).toBe(links.document('pack', meeting, opens));
  });

  it('ask the address each time: it may be known only after listening', () => {
    let port = 0;
    const own = createLinks(key(1), () => `http://127.0.0.1:${port}`);
    port = 4321;
    expect(own.page('/x')).toBe('http://127.0.0.1:4321/x');
  });
});

describe('a token', () => {
  const token = tokenOf(links.document('pack', meeting, opens));

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
  const { until } = opens;
  const token = tokenOf(links.document('pack', meeting, opens));

  it('says its end and its round, which is not among its ids', () => {
    expect(links.opens('pack', token)).toEqual({ until, round: 0 });
    const later = tokenOf(links.document('pack', meeting, { ...opens, round: 2 }));
    expect(links.opens('pack', later)).toEqual({ until, round: 2 });
    for (const one of [token, later]) expect(links.read('pack', one)).toEqual(meeting);
  });

  it('cannot be made longer, nor of another round', () => {
    const mac = token.split('.')[1];
    for (const more of [{ '~until': '2036-12-08T15:00:00Z' }, { '~until': until.toISOString(), '~round': '1' }]) {
      const other = Buffer.from(JSON.stringify({ ...meeting, ...more })).toString('base64url');
      expect(links.opens('pack', `${other}.${mac}`)).toBeNull();
    }
  });
});

describe('a link to a file', () => {
  const context = (now: string, linksWithdrawn: Record<string, number> = {}) => ({
    links,
    language: 'nl' as const,
    now: new Date(now),
    settings: { ...defaultSettings, linksWithdrawn },
  });
  const at = (now: string, linksWithdrawn?: Record<string, number>) =>
    links.opens('pack', tokenOf(fileLink('pack', { meetingId: 'm-1' }, context(now, linksWithdrawn))));

  it('opens for two to three months, and is the same all month', () => {
    expect(at('2026-11-01T00:00:00Z')?.until).toEqual(new Date('2027-02-01T00:00:00Z'));
    expect(at('2026-11-30T23:59:59Z')?.until).toEqual(new Date('2027-02-01T00:00:00Z'));
    expect(at('2026-12-01T00:00:00Z')?.until).toEqual(new Date('2027-03-01T00:00:00Z'));
  });

  it('is of another round after those of the same thing were withdrawn, and of no other', () => {
    const once = withLinksWithdrawn(defaultSettings, 'm-1');
    const twice = withLinksWithdrawn(withLinksWithdrawn(once, 'm-1'), 'm-2');
    expect(at('2026-11-16T00:00:00Z', once.linksWithdrawn)?.round).toBe(1);
    expect(at('2026-11-16T00:00:00Z', twice.linksWithdrawn)?.round).toBe(2);
    expect(at('2026-11-16T00:00:00Z', { 'm-2': 1 })?.round).toBe(0);
  });
});
