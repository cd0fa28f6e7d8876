import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import type { Change } from '../../../src/contracts/outcome.js';
import type { Read } from '../../../src/contracts/read.js';
import type { HelpLine } from '../../../src/domain/helpline/help-line.js';
import type { HelpLineId, HelpOrganisationId, PersonId } from '../../../src/domain/ids.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { VersionConflict } from '../../../src/platform/storage/rows/version-conflict.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { helpLine, helpOrganisation } from '../../support/given-directory.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

const house = helpOrganisation({ id: realId<HelpOrganisationId>(), foreign: { tax_id: 'BE 1' }, version: 0 });
const line = (over: Partial<HelpLine>): HelpLine =>
  helpLine({ id: realId<HelpLineId>(), organisationId: house.id, version: 0, ...over });

const lines = {
  homework: line({ name: 'Huiswerkklas De Brug', kind: 'local-initiative', description: 'Brugfiguren in Kessel-Lo' }),
  farm: line({ name: 'Zorgboerderij Hoeve ’t Veld', kind: 'day-programme', minimumAge: 12, regions: ['VBO', 'AHV'] }),
  tejo: line({
    name: 'TEJO Vilvoorde',
    kind: 'tejo',
    regions: ['AHV'],
    minimumAge: 10,
    maximumAge: 20,
    weeklyHours: { '3': [['13:00', '17:00']] },
    address: { street: 'Voorbeeldstraat 1', postalCode: '1800', city: 'Vilvoorde' },
  }),
  caw: line({ name: 'JAC Tiënen', kind: 'jac-caw', assuredOn: null }),
  gone: line({ name: 'Huiswerkklas Oud', status: 'defunct' }),
  foreign: line({ name: 'Community helpline', kind: null, regions: [], foreign: { fees: 'none' } }),
};

describe.each(engines)('help lines, on %s', (engine) => {
  let database: Database;
  let read: Read;
  const by = { personId: realId<PersonId>(), organisationId: null, now: monday10 };
  const store = (changes: Change[]) => database.kysely.transaction().execute((trx) => save(trx, sealer, changes, by));
  const namesOf = async (filter: Parameters<Read['helpLines']>[0]) =>
    (await read.helpLines(filter)).map(({ name }) => name);

  beforeAll(async () => {
    database = await freshDatabase(engine);
    read = createRead(database.kysely, sealer, monday10);
    await store([
      { put: 'helpOrganisation', row: house },
      ...Object.values(lines).map((row) => ({ put: 'helpLine', row }) as const),
    ]);
  });
  afterAll(() => database.close());

  it('gives back what was stored', async () => {
    expect(await read.helpLine(lines.tejo.id)).toEqual({ ...lines.tejo, version: 1 });
    expect(await read.helpOrganisation(house.id)).toEqual({ ...house, version: 1 });
    expect(await read.helpLine(realId())).toBeNull();
  });

  it('lists by name what is alive', async () => {
    expect(await namesOf({})).toEqual([
      'Community helpline',
      'Huiswerkklas De Brug',
      'JAC Tiënen',
      'TEJO Vilvoorde',
      'Zorgboerderij Hoeve ’t Veld',
    ]);
    expect(await read.countHelpLines({})).toBe(5);
    expect(await namesOf({ limit: 2, offset: 1 })).toEqual(['Huiswerkklas De Brug', 'JAC Tiënen']);
    expect(await namesOf({ statuses: ['defunct'] })).toEqual(['Huiswerkklas Oud']);
  });

  it('filters by phase, kind, region and age', async () => {
    expect(await namesOf({ phase: 'through-clb', region: 'AHV' })).toEqual([
      'TEJO Vilvoorde',
      'Zorgboerderij Hoeve ’t Veld',
    ]);
    expect(await namesOf({ kind: 'day-programme' })).toEqual(['Zorgboerderij Hoeve ’t Veld']);
    expect(await namesOf({ region: 'AHV', age: 10 })).toEqual(['TEJO Vilvoorde']);
    expect(await namesOf({ region: 'AHV', age: 21 })).toEqual(['Zorgboerderij Hoeve ’t Veld']);
    expect(await namesOf({ unplaced: true })).toEqual(['Community helpline']);
    expect(await namesOf({ assuredBefore: '2026-11-01' })).toEqual(['JAC Tiënen']);
  });

  test.each([
    ['a word as it stands', 'huiswerkklas', 'Huiswerkklas De Brug'],
    ['a beginning', 'huisw', 'Huiswerkklas De Brug'],
    ['a typing slip', 'huiswerkklsa', 'Huiswerkklas De Brug'],
    ['a letter too few', 'zorgboerdrij', 'Zorgboerderij Hoeve ’t Veld'],
    ['a letter too many', 'villvoorde', 'TEJO Vilvoorde'],
    ['without its accents', 'tienen', 'JAC Tiënen'],
    ['with an accent too many', 'têjo', 'TEJO Vilvoorde'],
    ['words in any order', 'vilvoorde tejo', 'TEJO Vilvoorde'],
    ['a word of its description', 'brugfiguur', 'Huiswerkklas De Brug'],
    ['a word of its kind', 'therapeutische gesprekken', 'TEJO Vilvoorde'],
    ['an English word of its kind', 'care farm', 'Zorgboerderij Hoeve ’t Veld'],
    ['among words that say nothing', 'een zorgboerderij voor een halve dag', 'Zorgboerderij Hoeve ’t Veld'],
  ])('finds %s', async (_how, words, name) => {
    expect((await namesOf({ words }))[0]).toBe(name);
  });

  it('does not find what is not there, nor trips over signs', async () => {
    expect(await namesOf({ words: 'zwembad' })).toEqual([]);
    expect(await namesOf({ words: 'huiswerkklas zwembad' })).toEqual([]);
    expect(await namesOf({ words: "'; drop table help_line; -- :* & |" })).toEqual([]);
    expect(await namesOf({ words: '’’ !!' })).toHaveLength(5);
  });

  it('keeps its history, newest first', async () => {
    const lineId = lines.homework.id;
    await store([
      { put: 'lineChange', row: { lineId, what: 'added', before: {}, after: { name: 'A' }, undoes: null } },
      { put: 'lineChange', row: { lineId, what: 'edited', before: { name: 'A' }, after: { name: 'B' }, undoes: null } },
    ]);
    const changes = await read.lineChanges(lineId);
    expect(changes.map(({ what }) => what)).toEqual(['edited', 'added']);
    expect(changes[0]).toMatchObject({ before: { name: 'A' }, after: { name: 'B' }, personId: by.personId });
    expect(await read.lineChange(changes[0]!.id)).toEqual(changes[0]);
  });

  it('lets nobody overwrite what somebody else changed', async () => {
    const row = (await read.helpLine(lines.caw.id))!;
    await store([{ put: 'helpLine', row: { ...row, phone: '1' } }]);
    await expect(store([{ put: 'helpLine', row: { ...row, phone: '2' } }])).rejects.toThrow(VersionConflict);
    expect((await read.helpLine(lines.caw.id))?.phone).toBe('1');
  });
});
