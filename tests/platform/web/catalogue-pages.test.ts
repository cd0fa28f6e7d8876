import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Change } from '../../../src/contracts/outcome.js';
import type { OrganisationId, ServiceId } from '../../../src/domain/ids.js';
import type { Service } from '../../../src/domain/organisation.js';
import { organizationSchema, serviceSchema } from '../../../src/lib/hsds/hsds-schemas.js';
import { engines } from '../../support/database.js';
import { id, organisation, service } from '../../support/given.js';
import { openDeskWorld, wordsOf, type DeskWorld } from './help-lines/desk-world.js';
import { withoutIds } from '../../support/without-ids.js';

describe.each(engines)('the pages of the offer, on %s', (engine) => {
  let world: DeskWorld;
  const provider = organisation({
    id: id<OrganisationId>(),
    kind: 'provider',
    name: 'Voorbeeldaanbieder',
    municipality: null,
    phone: '0470 12 34 56',
    version: 0,
  });
  const offer = (over: Partial<Service>): Change => ({
    put: 'service',
    row: service({ id: id<ServiceId>(), organisationId: provider.id, version: 0, ...over }),
  });
  beforeAll(async () => {
    world = await openDeskWorld(engine);
    await world.put(
      { put: 'organisation', row: provider },
      offer({ name: 'Atelier <Leuven>', about: 'Werken met hout & metaal.', waitWeeks: 0, assuredOn: '2026-11-02' }),
      offer({ name: 'Voor de jongsten', minimumAge: 6, maximumAge: 11, fullUntil: '2027-08-31' }),
      offer({ name: 'Gesloten project', active: false }),
    );
  });
  afterAll(() => world.close());
  const words = async (path: string) => wordsOf(await (await world.get(path)).text());

  test('a region shows what is offered there, honestly, and nothing that the desk closed', async () => {
    const response = await world.get('/aanbod/vlaams-brabant-oost');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    const page = await response.text();
    expect(page).toContain('Atelier &lt;Leuven&gt;');
    expect(withoutIds(page)).not.toMatch(/<script|Gesloten project|0470/);
    const told = wordsOf(page);
    expect(told).toContain('volzet tot en met di 31 aug.');
    expect(told).toContain('Werken met hout & metaal.');
    expect(told).toContain('nagekeken op ma 2 nov.');
    expect(told).toContain('NAFT-Leerrecht Vlaams-Brabant Oost');
    expect(told).not.toContain('NAFT-Leerrecht Asse-Halle-Vilvoorde');
    expect(told).toContain('niet bekend De aanbieder liet nog niet weten of er plaats is.');
  });

  test('all regions stand together; an age and a school form narrow them, what is no filter is none', async () => {
    expect(await words('/aanbod')).toContain('5 projecten');
    expect(await words('/aanbod/vlaams-brabant-oost?leeftijd=8')).toContain('Voor de jongsten');
    expect(await words('/aanbod/vlaams-brabant-oost?leeftijd=8')).not.toContain('Atelier');
    expect(await words('/aanbod?leeftijd=8&vorm=primary')).toContain('8 jaar · basisonderwijs');
    expect(await words('/aanbod?leeftijd=oud&vorm=%3Cb%3E')).toContain('5 projecten');
    const nothing = await words('/aanbod/asse-halle-vilvoorde?leeftijd=2&vorm=primary');
    expect(nothing).toMatch(/Geen project past bij deze keuze|1 project/);
  });

  test('short names lead to the page, with the filter; an unknown region says which there are', async () => {
    const short = await world.get('/aanbod/AHV?leeftijd=14&taal=en');
    expect([short.status, short.headers.get('location')]).toEqual([
      301,
      '/aanbod/asse-halle-vilvoorde?leeftijd=14&taal=en',
    ]);
    const elsewhere = await world.get('/aanbod/limburg');
    expect(elsewhere.status).toBe(404);
    const page = await elsewhere.text();
    expect(wordsOf(page)).toContain('Deze regio bestaat niet');
    expect(page).toContain('href="/aanbod/asse-halle-vilvoorde"');
  });

  test('in English too; what the desk wrote stays Dutch, and says so', async () => {
    const page = await (await world.get('/aanbod/vlaams-brabant-oost?taal=en')).text();
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<p lang="nl">Werken met hout');
    expect(wordsOf(page)).toContain('checked on Mon 2 Nov');
  });

  test('the offer is open data too, as HSDS 3 asks it, beside the help lines and together with them', async () => {
    const response = await world.get('/aanbod/hsds/aanbod.hsds.json');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="aanbod.hsds.json"');
    const text = await response.text();
    expect(withoutIds(text)).not.toMatch(/Gesloten project|0470/);
    const { contents } = JSON.parse(text) as { contents: Record<string, unknown>[] };
    for (const one of contents) expect(serviceSchema.safeParse(one).error?.issues).toBeUndefined();
    expect(contents.find(({ name }) => name === 'Atelier <Leuven>')).toMatchObject({
      status: 'active',
      description: 'Werken met hout & metaal.',
      minimum_age: 12,
      assured_date: '2026-11-02',
      alert: 'plaats',
      organization: { id: provider.id, name: 'Voorbeeldaanbieder' },
      service_areas: [{ extent: 'VBO' }],
    });
    const one = await (await world.get(`/aanbod/hsds/organizations/${provider.id}`)).json();
    expect(organizationSchema.safeParse(one).success).toBe(true);
    expect((one as { services: [] }).services).toHaveLength(2);
    expect((await world.get(`/aanbod/hsds/services/${id()}`)).status).toBe(404);
    const both = (await (await world.get('/hsds/services')).json()) as { total_items: number };
    expect(both.total_items).toBe(contents.length);
    expect(await (await world.get('/hulplijnen/hsds/services')).json()).toMatchObject({ total_items: 0 });
  });

  test('the first page of all leads to the offer', async () => {
    expect(await (await world.get('/')).text()).toContain('href="/aanbod"');
  });
});
