import { describe, expect, it } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import { isRefusal } from '../../../src/contracts/outcome.js';
import type { OrganisationId, ServiceId } from '../../../src/domain/ids.js';
import type { Service } from '../../../src/domain/organisation.js';
import { addOrganisation } from '../../../src/features/desk/add-organisation.js';
import { editOrganisation } from '../../../src/features/desk/edit-organisation.js';
import { editService } from '../../../src/features/desk/edit-service.js';
import { listOrganisations } from '../../../src/features/desk/list-organisations.js';
import { organisationCard } from '../../../src/features/desk/organisation-card.js';
import { organisationList } from '../../../src/features/desk/organisation-list.js';
import { serviceLine } from '../../../src/features/desk/service-line.js';
import { viewContext } from '../../support/given.js';
import { atClb, atDesk, bram, clb, desk, farm, naft, offer, readOf, uuid, type World } from './world.js';

const codesOf = (schema: { safeParse(fields: unknown): unknown }, fields: object) => {
  const result = schema.safeParse(fields) as { error?: { issues: { path: PropertyKey[]; message: string }[] } };
  return Object.fromEntries((result.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
};

describe('add-organisation', () => {
  const typed = { name: 'CLB Voorbeeld Diest', kind: 'clb', language: 'nl', municipality: '3290' };
  const fields = () => addOrganisation.fields.parse(typed);
  const when = async (organisationId?: OrganisationId, world: World = {}) => {
    const loaded = await addOrganisation.load(readOf(world), { organisationId }, atDesk());
    if (isRefusal(loaded)) throw new Error(loaded.refused);
    return addOrganisation.decide(loaded, fields(), atDesk());
  };

  it('is for the desk only', () => {
    expect(addOrganisation.may({ id: null, made: null, organisations: [] }, atClb)).toEqual({ refused: 'only-desk' });
    expect(addOrganisation.may({ id: null, made: null, organisations: [] }, atDesk())).toBeNull();
  });

  it('given a name and a postal code, then the organisation is there with its municipality', async () => {
    expect(await when(uuid<OrganisationId>('99'))).toEqual({
      changes: [
        {
          put: 'organisation',
          row: {
            id: uuid('99'),
            kind: 'clb',
            name: 'CLB Voorbeeld Diest',
            language: 'nl',
            municipality: '24020',
            roundTableBy: 'provider',
            coordinatorId: null,
            phone: null,
            email: null,
            version: 0,
          },
        },
      ],
      entries: [entry('organisation', uuid('99'), 'added', { kind: 'clb' })],
      reply: { show: 'organisation-card', with: { organisationId: uuid('99') }, note: { key: 'done' } },
    });
  });

  it('given the same press again, then it only shows what was made', async () => {
    expect(await when(clb.id)).toEqual({
      reply: { show: 'organisation-card', with: { organisationId: clb.id }, note: { key: 'done' } },
    });
  });

  it('given a name that exists, then it says so at the field', async () => {
    const taken = { ...clb, name: 'clb voorbeeld DIEST' };
    expect(await when(uuid<OrganisationId>('99'), { organisations: [taken] })).toEqual({
      reply: { form: 'add-organisation', with: { organisationId: uuid('99') }, errors: { name: 'name-taken' } },
    });
  });

  it.each([
    [{ name: ' ' }, { name: 'name-missing' }],
    [{ name: undefined }, { name: 'name-missing' }],
    [{ name: 'x'.repeat(101) }, { name: 'name-long' }],
    [{ kind: 'desk' }, { kind: 'kind-missing' }],
    [{ language: 'fr' }, { language: 'language-missing' }],
    [{ municipality: 'Antwerpen' }, { municipality: 'municipality-outside' }],
    [{ municipality: 'Xyzzy' }, { municipality: 'municipality-unknown' }],
  ])('refuses %j at its field', (over, codes) => {
    expect(codesOf(addOrganisation.fields, { ...typed, ...over })).toEqual(codes);
  });

  it('says every wrong field at once', () => {
    expect(Object.keys(codesOf(addOrganisation.fields, { municipality: 'Gent' }))).toHaveLength(4);
  });
});

describe('edit-organisation', () => {
  const when = async (fields: object, world: World = {}, id = naft.id) => {
    const loaded = await editOrganisation.load(readOf(world), { organisationId: id }, atDesk());
    if (isRefusal(loaded)) return loaded;
    return editOrganisation.decide(loaded, editOrganisation.fields.parse(fields), atDesk());
  };
  const typed = { name: naft.name, language: 'en', roundTableBy: 'clb', coordinator: bram.id, phone: '', email: '' };

  it('given all fields, then they are stored and the card shows them', async () => {
    expect(await when({ ...typed, phone: '016 12 34 56', email: 'naft@voorbeeld.example' })).toMatchObject({
      changes: [
        {
          put: 'organisation',
          row: {
            ...naft,
            language: 'en',
            roundTableBy: 'clb',
            coordinatorId: bram.id,
            phone: '016 12 34 56',
            email: 'naft@voorbeeld.example',
          },
        },
      ],
      entries: [
        entry('organisation', naft.id, 'edited', {
          fields: ['language', 'roundTableBy', 'coordinatorId', 'phone', 'email'],
        }),
      ],
      reply: { show: 'organisation-card', note: { key: 'done' } },
    });
  });

  it('given fields that were not drawn, then they stay', async () => {
    const before = { ...naft, coordinatorId: bram.id, municipality: '24062', roundTableBy: 'clb' as const };
    const outcome = await when({ name: 'NAFT', language: 'nl' }, { organisations: [before] });
    expect(outcome).toMatchObject({ changes: [{ row: { ...before, name: 'NAFT' } }] });
  });

  it('given nobody or a stranger as coordinator, then there is none', async () => {
    for (const coordinator of ['none', uuid<string>('77')])
      expect(await when({ ...typed, coordinator })).toMatchObject({ changes: [{ row: { coordinatorId: null } }] });
  });

  it('given the name of another organisation, then it says so at the field', async () => {
    expect(await when({ ...typed, name: clb.name })).toEqual({
      reply: { form: 'edit-organisation', with: { organisationId: naft.id }, errors: { name: 'name-taken' } },
    });
  });

  it('refuses what does not exist, and who is not of the desk', async () => {
    expect(await when(typed, {}, uuid<OrganisationId>('98'))).toEqual({ refused: 'not-found' });
    expect(editOrganisation.may({ organisation: naft, organisations: [], members: [] }, atClb)).toEqual({
      refused: 'only-desk',
    });
  });

  it.each([
    [{ phone: '12' }, { phone: 'phone-strange' }],
    [{ phone: 'bel An' }, { phone: 'phone-strange' }],
    [{ email: 'an' }, { email: 'email-strange' }],
  ])('refuses %j at its field', (over, codes) => {
    expect(codesOf(editOrganisation.fields, { ...typed, ...over })).toEqual(codes);
  });

  it('shows again what was typed', async () => {
    const loaded = await editOrganisation.load(readOf(), { organisationId: clb.id }, atDesk());
    const form = editOrganisation.form?.(loaded as never, atDesk(), { typed: { phone: '12' }, errors: {} });
    expect(form).toMatchObject({ typed: { name: clb.name, municipality: 'Leuven', phone: '12' }, roundTables: null });
  });
});

describe('edit-service', () => {
  const typed = { name: 'Dagbesteding', regions: 'VBO,AHV', minimumAge: '12', maximumAge: '', active: 'true' };
  const told = { about: 'Zo is het.', phone: '016 12 34 56', email: 'naft@voorbeeld.be', assuredOn: '2026-09-01' };
  const full = { ...offer, ...told, fullUntil: '2027-08-31', waitWeeks: 6 };
  const when = async (serviceId: ServiceId | undefined, over: object = {}, organisationId = naft.id) => {
    const loaded = await editService.load(readOf({ services: [full] }), { organisationId, serviceId }, atDesk());
    if (isRefusal(loaded)) return loaded;
    return editService.decide(loaded, editService.fields.parse({ ...typed, ...over }), atDesk());
  };

  it('given a new id, then the service is added', async () => {
    expect(await when(uuid<ServiceId>('55'))).toMatchObject({
      changes: [
        {
          put: 'service',
          row: {
            id: uuid('55'),
            organisationId: naft.id,
            regions: ['VBO', 'AHV'],
            minimumAge: 12,
            maximumAge: null,
            schoolForms: [],
            fromFirstSecondary: false,
            active: true,
            fullUntil: null,
            version: 0,
          },
        },
      ],
      reply: { show: 'organisation-card', note: { key: 'done' } },
    });
  });

  it('given one that exists, then its availability stays the provider’s', async () => {
    expect(await when(offer.id, { schoolForms: 'bso,dbso', active: 'false' })).toMatchObject({
      changes: [{ row: { id: offer.id, maximumAge: null, fullUntil: '2027-08-31', waitWeeks: 6, version: 1 } }],
      entries: [{ subject: 'service', id: offer.id, name: 'edited' }],
    });
  });

  it('refuses a service of another organisation, and one of a CLB', async () => {
    expect(await when(offer.id, {}, farm.id)).toEqual({ refused: 'not-found' });
    expect(await when(undefined, {}, clb.id)).toEqual({ refused: 'not-found' });
    expect(editService.may({ organisation: naft, serviceId: null, service: null }, atClb)).toEqual({
      refused: 'only-desk',
    });
  });

  it.each([
    [{ name: '' }, { name: 'name-missing' }],
    [{ name: 'x'.repeat(101) }, { name: 'name-long' }],
    [{ regions: '' }, { regions: 'regions-missing' }],
    [{ regions: 'BXL' }, { regions: 'regions-missing' }],
    [{ minimumAge: 'twaalf' }, { minimumAge: 'age-strange' }],
    [{ maximumAge: '99' }, { maximumAge: 'age-strange' }],
    [{ minimumAge: '16', maximumAge: '12' }, { maximumAge: 'ages-backwards' }],
    [{ about: 'x'.repeat(401) }, { about: 'about-long' }],
    [{ phone: 'bel An' }, { phone: 'phone-strange' }],
    [{ email: 'naft' }, { email: 'email-strange' }],
    [{ website: 'javascript:alert(1)' }, { website: 'website-strange' }],
    [{ website: 'naft' }, { website: 'website-strange' }],
  ])('refuses %j at its field', (over, codes) => {
    expect(codesOf(editService.fields, { ...typed, ...over })).toEqual(codes);
  });

  it('keeps what everybody reads, empties what was emptied, and leaves what an older form did not have', async () => {
    const rowOf = async (over: object): Promise<Service | undefined> => {
      const result = await when(full.id, over);
      const put = isRefusal(result) ? [] : (result.changes ?? []);
      return put.flatMap((change) => ('put' in change && change.put === 'service' ? [change.row] : []))[0];
    };
    expect(await rowOf({ about: ' Sport. ', website: 'www.naft.example', email: '' })).toMatchObject({
      about: 'Sport.',
      website: 'www.naft.example',
      email: null,
      phone: '016 12 34 56',
      assuredOn: '2026-09-01',
    });
    expect(await rowOf({ checkedNow: 'true' })).toMatchObject({ about: 'Zo is het.', assuredOn: '2026-11-16' });
  });

  it('is told in one line', () => {
    const line = (over: object) => serviceLine({ ...offer, ...over }, 'nl');
    expect(line({})).toBe('Vlaams-Brabant Oost · 12–18 jaar · actief');
    expect(line({ maximumAge: null })).toContain('vanaf 12 jaar');
    expect(line({ minimumAge: null })).toContain('tot en met 18 jaar');
    expect(line({ minimumAge: null, maximumAge: null, fromFirstSecondary: true, active: false })).toBe(
      'Vlaams-Brabant Oost · alle leeftijden · vanaf het 1ste jaar secundair · niet actief',
    );
  });
});

describe('list-organisations, organisation-list and organisation-card', () => {
  const fill = async (page: unknown) => {
    const organisations = Array.from({ length: 21 }, (_, index) => ({ ...clb, id: uuid<OrganisationId>(`c${index}`) }));
    const params = organisationList.params.parse({ page });
    const facts = await organisationList.load(readOf({ organisations }), params, viewContext());
    return organisationList.fill(facts!, viewContext()) as {
      rows: object[];
      previous: unknown;
      next: unknown;
    } & object;
  };

  it('opens by a word, for the desk', () => {
    expect(listOrganisations.decide({}, {}, atDesk())).toEqual({ reply: { show: 'organisation-list', with: {} } });
    expect(listOrganisations.may({}, atClb)).toEqual({ refused: 'only-desk' });
  });

  it.each([
    [undefined, 10, null, 2],
    ['2', 10, 1, 3],
    [3, 1, 2, null],
    ['99', 1, 2, null],
    ['x', 10, null, 2],
  ])('page %s has %s rows', async (page, rows, previous, next) => {
    const list = await fill(page);
    expect([list.rows.length, list.previous, list.next]).toEqual([rows, previous, next]);
  });

  it('is opened by the desk only', async () => {
    const params = { organisationId: naft.id };
    const facts = await organisationCard.load(readOf(), params, viewContext());
    expect(organisationCard.may?.(facts!, atClb.actor)).toEqual({ refused: 'only-desk' });
    expect(organisationCard.may?.(facts!, atDesk().actor)).toBeNull();
    expect(await organisationCard.load(readOf({ organisations: [desk] }), params, viewContext())).toBeNull();
  });

  it('says what is still to be filled in', async () => {
    const facts = await organisationCard.load(readOf(), { organisationId: clb.id }, viewContext());
    expect(organisationCard.fill(facts!, viewContext())).toMatchObject({
      strip: { next: 'Nog in te vullen: telefoon, e-mail.', state: 'Nog geen kanaal' },
    });
  });
});
