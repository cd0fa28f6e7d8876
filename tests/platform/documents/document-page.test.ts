import { createHmac, hkdfSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { z } from 'zod';
import { document, type Document, type Sheet } from '../../../src/contracts/document.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { withLinksWithdrawn } from '../../../src/domain/withdrawn-links.js';
import { documentPage } from '../../../src/platform/documents/document-page.js';
import { save } from '../../../src/platform/storage/save.js';
import { createLinks, type SignedLinks } from '../../../src/platform/web/signed-links.js';
import { createDoor, type Door } from '../../../src/platform/teams/door.js';
import { registerRoutes } from '../../../src/platform/teams/register-routes.js';
import { OneAtATime } from '../../../src/platform/one-at-a-time.js';
import { engines } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { addOrganisation, clbExample, openStage, type Stage } from '../../support/stage.js';
import { readPdf } from './read-pdf.js';
import { samplePdf } from './sample-pdf.js';

const invitation: Sheet = {
  kind: 'invitation',
  fileName: 'vergadering.ics',
  uid: 'one',
  sequence: 0,
  cancelled: false,
  start: new Date('2026-11-16T09:00:00Z'),
  end: new Date('2026-11-16T10:00:00Z'),
  title: 'Vergadering',
  location: '',
  description: '',
  organiser: { name: 'Werkgroep', email: null },
  attendees: [],
  stamp: new Date('2026-11-01T09:00:00Z'),
};

const ids = z.object({ organisation: z.uuid().transform((id) => id as OrganisationId) });

/** A document about an organisation that is there or not; says in which language it was filled. */
const about = document({
  slug: 'about-organisation',
  params: ids,
  load: (read, { organisation }) => read.organisation(organisation),
  fill: ({ name }, { language }) => ({
    ...samplePdf,
    fileName: 'overzicht één',
    title: `${name} (${language})`,
    blocks: [],
  }),
});
const meeting = document({ slug: 'meeting', params: z.object({}), load: async () => ({}), fill: () => invitation });
const broken = document({
  slug: 'broken',
  params: z.object({}),
  load: () => Promise.reject(new Error('what An Peeters wrote')),
  fill: () => invitation,
});
const documents = [about, meeting, broken] as readonly Document[];

/** The path of a link as they were made before: without an end. */
function endless(slug: string, about: Readonly<Record<string, string>>): string {
  const key = Buffer.from(hkdfSync('sha256', new Uint8Array(32).fill(1), '', 'meldpunt links to papers', 32));
  const says = Buffer.from(JSON.stringify(about)).toString('base64url');
  const mac = createHmac('sha256', key).update(`${slug}\0${says}`).digest('base64url');
  return `/bestanden/${says}.${mac}/${slug}`;
}

describe.each(engines)('files that open from a card, on %s', (engine) => {
  let stage: Stage;
  let door: Door;
  let links: SignedLinks;
  let address = '';
  const logged: string[] = [];
  beforeAll(async () => {
    stage = await openStage(engine);
    await addOrganisation(stage, clbExample);
    links = createLinks(new Uint8Array(32).fill(1), () => address);
    const registry = { document: (slug: string) => documents.find((one) => one.slug === slug) ?? null };
    const page = documentPage(
      { parts: stage.app.parts, registry, links, turn: () => Promise.resolve() },
      new OneAtATime(3),
    );
    door = createDoor({
      credentials: 'local',
      tenants: [],
      port: 0,
      onTurn: async () => ({ kind: 'nothing' }),
      log: pino({ level: 'silent' }),
      pages: (server) =>
        registerRoutes(server, [page], (error, path) => logged.push(`${path} ${(error as Error).name}`)),
    });
    address = `http://127.0.0.1:${(await door.listen()).port}`;
  });
  afterAll(async () => {
    await door.close();
    await stage.close();
  });
  const here = { organisation: clbExample.id };
  const opens = { language: 'nl', until: new Date(monday10.getTime() + 86_400_000), round: 0 } as const;

  it('a document is a PDF that the browser shows and nobody keeps', async () => {
    const response = await fetch(links.document('about-organisation', here, opens));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="overzicht een.pdf"; filename*=UTF-8''overzicht%20%C3%A9%C3%A9n.pdf`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(readPdf(bytes).text).toContain('CLB Voorbeeld Leuven (nl)');
  });

  it('more at once than may wait are asked to come back; whoever waits gets the file', async () => {
    const many = await Promise.all(
      Array.from({ length: 12 }, () => fetch(links.document('about-organisation', here, opens))),
    );
    const taken = many.filter(({ status }) => status === 200);
    expect(taken.length).toBeGreaterThanOrEqual(3);
    const refused = many.find(({ status }) => status === 503);
    for (const { status } of many) expect([200, 503]).toContain(status);
    if (refused !== undefined) {
      expect(refused.headers.get('retry-after')).toBe('10');
      expect(await refused.text()).toContain('Even geduld');
    }
    expect((await fetch(links.document('about-organisation', here, opens))).status).toBe(200);
  });

  it('is in English when the link says so', async () => {
    const response = await fetch(links.document('about-organisation', here, { ...opens, language: 'en' }));
    const { text, objects } = readPdf(Buffer.from(await response.arrayBuffer()));
    expect(text).toContain('CLB Voorbeeld Leuven (en)');
    expect(objects).toContain('/Lang (en-GB)');
  });

  it('an invitation goes to the calendar', async () => {
    const response = await fetch(links.document('meeting', {}, opens));
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('attachment; filename="vergadering.ics"');
    expect(await response.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('HEAD says the same without the file', async () => {
    const response = await fetch(links.document('about-organisation', here, opens), { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1_000);
  });

  it('what is gone, and a link that we did not make, is 404 with a kind sentence in the language of the link', async () => {
    const good = links.document('about-organisation', here, opens);
    const gone = links.document('about-organisation', { organisation: '00000000-0000-4000-8000-00000000dead' }, opens);
    const unknown = links.document('nothing', here, opens);
    const other = good.replace(/about-organisation$/, 'meeting');
    const tampered = good.replace(/\/bestanden\/./, '/bestanden/X');
    const senseless = links.document('about-organisation', { organisation: 'x' }, opens);
    for (const link of [gone, unknown, other, tampered, senseless, `${address}/bestanden/x/y`]) {
      const response = await fetch(link);
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).toContain('Dit bestand is er niet');
    }
    const english = await fetch(`${gone}?taal=en`);
    expect([english.status, await english.text()]).toEqual([404, expect.stringContaining('This file is not here')]);
  });

  it('a link that is past its end, or was withdrawn, or is from when links had none, says so and where a new one stands', async () => {
    const says = async (link: string) => {
      const response = await fetch(link);
      return [response.status, (await response.text()).includes('Open het bestand opnieuw vanaf een kaart in Teams')];
    };
    const good = links.document('about-organisation', here, opens);
    expect((await fetch(good)).status).toBe(200);
    expect(await says(links.document('about-organisation', here, { ...opens, until: monday10 }))).toEqual([410, true]);
    expect(await says(`${address}${endless('about-organisation', here)}`)).toEqual([410, true]);
    const by = { personId: null, organisationId: null, now: monday10 };
    const row = withLinksWithdrawn(defaultSettings, clbExample.id);
    await stage.database.kysely
      .transaction()
      .execute((trx) => save(trx, stage.app.parts.sealer, [{ put: 'setting', row }], by));
    expect(await says(good)).toEqual([410, true]);
    expect((await fetch(links.document('about-organisation', here, { ...opens, round: 1 }))).status).toBe(200);
    const none = { linksWithdrawn: {} };
    await stage.database.kysely
      .transaction()
      .execute((trx) => save(trx, stage.app.parts.sealer, [{ put: 'setting', row: none }], by));
  });

  it.each(['/bestanden/%E0%A4%A/x', '/bestanden/a.b/%00', `/bestanden/${'a'.repeat(1_500)}/x`])(
    'an odd address (%#) is not there either',
    async (path) => {
      const { status } = await fetch(`${address}${path}`);
      expect([400, 404]).toContain(status);
    },
  );

  it('a fault of ours is logged by its place, and answered with an apology that repeats nothing', async () => {
    const response = await fetch(links.document('broken', {}, opens));
    const text = await response.text();
    expect([response.status, text]).toEqual([500, expect.stringContaining('Er ging iets mis bij ons')]);
    expect(text).not.toContain('Peeters');
    expect(logged).toEqual(['/bestanden/:token/:name Error']);
  });

  it('the bot makes its links with its own address and key', async () => {
    const { links: own } = stage.app.parts;
    expect(own.page('/health')).toBe(`http://127.0.0.1:${stage.app.port}/health`);
    expect((await fetch(own.page('/health'))).status).toBe(200);
    expect((await fetch(own.document('nothing', here, opens))).status).toBe(404);
  });
});
