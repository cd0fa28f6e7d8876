import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serviceSchema, organizationSchema } from '../../../../src/lib/hsds/hsds-schemas.js';
import type { PersonId } from '../../../../src/domain/ids.js';
import { engines } from '../../../support/database.js';
import { id } from '../../../support/given.js';
import { helpLine, helpOrganisation } from '../../../domain/hsds/given-lines.js';
import { openDeskWorld, wordsOf, type DeskWorld } from './desk-world.js';
import { withoutIds } from '../../../support/without-ids.js';

describe.each(engines)('the public pages of the help lines, on %s', (engine) => {
  let world: DeskWorld;
  const offers = helpOrganisation({ name: 'Voorbeeld vzw', version: 0 });
  const jac = helpLine({
    organisationId: offers.id,
    name: 'JAC <Leuven>',
    version: 0,
    alert: 'Gesloten & verhuisd',
    keeperId: id<PersonId>(),
    website: 'javascript:alert(1)',
  });
  const unplaced = helpLine({
    organisationId: offers.id,
    name: 'Nog in te delen',
    kind: null,
    regions: [],
    version: 0,
  });
  const corrected = helpOrganisation({ name: 'mama van Elif', version: 0 });
  const gone = helpLine({ organisationId: offers.id, name: 'Bestaat niet meer', status: 'defunct', version: 0 });
  beforeAll(async () => {
    world = await openDeskWorld(engine);
    await world.put(
      { put: 'helpOrganisation', row: offers },
      { put: 'helpOrganisation', row: corrected },
      ...[jac, unplaced, gone].map((row) => ({ put: 'helpLine' as const, row })),
      {
        put: 'lineChange',
        row: {
          lineId: jac.id,
          what: 'edited',
          before: { phone: '0470 12 34 56', status: 'inactive', organisationId: corrected.id },
          after: { phone: jac.phone, status: 'active', organisationId: offers.id },
          undoes: null,
        },
      },
    );
  });
  afterAll(() => world.close());

  test('a region shows its lines, and which kinds have no contact yet', async () => {
    const response = await world.get('/hulplijnen/vlaams-brabant-oost');
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain('JAC &lt;Leuven&gt;');
    expect(page).toContain('Gesloten &amp; verhuisd');
    expect(page).not.toContain('javascript:alert(1)"');
    expect(page).not.toMatch(/<script|Nog in te delen<|Bestaat niet meer/);
    expect(wordsOf(page)).toContain('Bestaat ook, contact nog niet ingevuld');
    expect(wordsOf(page)).toContain('Bel 112');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('another region has its own, the same again is not sent again', async () => {
    const first = await world.get('/hulplijnen/asse-halle-vilvoorde');
    expect(wordsOf(await first.text())).toContain('nog geen hulplijnen ingevuld');
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    const again = await world.get('/hulplijnen/asse-halle-vilvoorde', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await world.get('/hulplijnen/vlaams-brabant-oost', { 'if-none-match': etag })).status).toBe(200);
  });

  test('the short names lead there, in the language that was asked; what is no region offers both', async () => {
    const short = await world.get('/hulplijnen/VBO?taal=en');
    expect([short.status, short.headers.get('location')]).toEqual([301, '/hulplijnen/vlaams-brabant-oost?taal=en']);
    const elsewhere = await world.get('/hulplijnen/limburg');
    expect(elsewhere.status).toBe(404);
    expect(wordsOf(await elsewhere.text())).toContain('Kies uw regio');
    expect((await world.get('/hulplijnen')).status).toBe(200);
    expect(await (await world.get('/hulplijnen/vlaams-brabant-oost?taal=en')).text()).toContain('<html lang="en">');
  });

  test('the open data hold every line as HSDS 3 asks it, and nobody who keeps it', async () => {
    const response = await world.get('/hulplijnen/hsds/hulplijnen.hsds.json');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="hulplijnen.hsds.json"');
    const text = await response.text();
    const page = JSON.parse(text) as { total_items: number; contents: Record<string, unknown>[] };
    expect(page.total_items).toBe(3);
    for (const service of page.contents) expect(serviceSchema.safeParse(service).error?.issues).toBeUndefined();
    expect(text).not.toContain(jac.keeperId!);
    const one = page.contents.find((service) => service['id'] === jac.id);
    expect(one).toMatchObject({
      organization: { id: offers.id, name: 'Voorbeeld vzw' },
      metadata: [
        {
          field_name: 'phones',
          previous_value: '',
          replacement_value: jac.phone,
          updated_by: expect.stringContaining('Meldpunt'),
        },
        { field_name: 'status', previous_value: 'inactive', replacement_value: 'active' },
        { field_name: 'organization_id', previous_value: '', replacement_value: offers.id },
      ],
    });
    expect(withoutIds(text)).not.toContain('0470');
    expect(one).not.toHaveProperty('url', expect.stringContaining('<'));
  });

  test('lists come in pages, single records by id', async () => {
    const list = await (await world.get('/hulplijnen/hsds/services?page=2&per_page=2')).json();
    expect(list).toMatchObject({
      total_items: 3,
      total_pages: 2,
      page_number: 2,
      size: 1,
      first_page: false,
      last_page: true,
    });
    const single = await (await world.get(`/hulplijnen/hsds/services/${jac.id}`)).json();
    expect(single).toMatchObject({ id: jac.id, name: jac.name });
    const organisation = (await (await world.get(`/hulplijnen/hsds/organizations/${offers.id}`)).json()) as {
      services: [];
    };
    expect(organizationSchema.safeParse(organisation).success).toBe(true);
    expect(organisation.services).toHaveLength(3);
    expect((await world.get(`/hulplijnen/hsds/services/${id()}`)).status).toBe(404);
    const every = await (await world.get('/hulplijnen/hsds/organizations')).text();
    expect(every).toContain('Voorbeeld vzw');
    expect(every).not.toContain('mama van Elif');
    expect((await world.get(`/hulplijnen/hsds/organizations/${corrected.id}`)).status).toBe(404);
  });
});
