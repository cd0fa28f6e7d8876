import { longestRead } from '../../../src/lib/personal-data/find-personal-data.js';
import { longestText } from '../../../src/lib/hsds/value-schemas.js';
import { describe, expect, test } from '@jest/globals';
import { checkDocument } from '../../../src/lib/hsds/check-document.js';
import { otherKinds } from '../../../src/lib/hsds/other-kinds.js';
import { readDocument } from '../../../src/lib/hsds/read-document.js';
import { faultCodes } from '../../../src/lib/hsds/value-schemas.js';
import { textAt } from '../../../src/texts/index.js';

const id = '5a0d7e0c-3a66-4a0e-9c3b-000000000001';
const service = (more: object): object => ({ id, name: 'Huiswerkklas', status: 'active', ...more });
const faultsOf = (more: object): string[] =>
  checkDocument([service(more)])?.bad.flatMap(({ faults }) => faults.map(({ path, code }) => `${path} ${code}`)) ?? [];

describe('values that nobody should take in silently', () => {
  test.each<[object, string[]]>([
    [{ url: 'javascript:alert(1)' }, ['[0].url not-uri']],
    [{ url: 'data:text/html,x' }, ['[0].url not-uri']],
    [{ url: 'https://voorbeeld.be' }, []],
    [{ minimum_age: 18, maximum_age: 6 }, ['[0].minimum_age ages-turned']],
    [{ minimum_age: -1 }, ['[0].minimum_age not-age']],
    [{ maximum_age: 900 }, ['[0].maximum_age not-age']],
    [{ minimum_age: 6, maximum_age: 18 }, []],
    [{ name: 'a'.repeat(20_000) }, ['[0].name too-long']],
    [{ description: 'a'.repeat(4001) }, ['[0].description too-long']],
    [{ name: 'Huis\u202Eneet' }, ['[0].name unseen-sign']],
    [{ alert: 'a\u0007' }, ['[0].alert unseen-sign']],
  ])('%j', (more, faults) => expect(faultsOf(more)).toEqual(faults));

  test('each fault and each other record has its sentence in both languages', () => {
    for (const language of ['nl', 'en'] as const) {
      for (const code of faultCodes)
        expect([code, textAt(language, `line-import.faults.${code}`, values)]).not.toContain(null);
      for (const kind of otherKinds) expect([kind, textAt(language, `line-import.kinds.${kind}`)]).not.toContain(null);
    }
  });
});

const values = { field: 'x', values: 'x', first: 'x', most: '1', kind: 'x' };

describe('files of HSDS that hold no services', () => {
  test.each([
    ['locations', { id, name: 'Huis', latitude: 50.8, longitude: 4.7 }],
    ['services at locations', { id, service_id: id, location_id: id }],
    ['terms', { id, name: 'Zorg', description: 'x', taxonomy_id: id }],
    ['taxonomies', { id, name: 'Zorg', description: 'x', version: '1' }],
  ])('%s are recognised', (_name, record) => {
    expect(readDocument(JSON.stringify({ contents: [record] }))).toEqual({ ok: false, why: 'other-records' });
  });

  test('beside services they are told one by one', () => {
    const read = readDocument(JSON.stringify([service({}), { id, name: 'Huis', latitude: 50.8 }]));
    if (!read.ok) throw new Error(read.why);
    expect(read.checked.services).toHaveLength(1);
    expect(read.checked.bad.map(({ faults }) => faults)).toEqual([
      [{ path: '[1]', code: 'other-record', values: { kind: 'location' } }],
    ]);
  });

  test.each(['[]', '{"contents":[]}', '{"services":[]}'])('%s says that it is empty', (text) => {
    expect(readDocument(text)).toEqual({ ok: false, why: 'empty-list' });
  });
});

test('whatever an import takes in is read whole for personal data', () => {
  expect(longestText).toBeLessThanOrEqual(longestRead);
});
