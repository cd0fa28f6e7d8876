import { describe, expect, test } from '@jest/globals';
import { readDocument } from '../../../src/lib/hsds/read-document.js';
import { checked, foreignFile } from '../../domain/hsds/given-lines.js';

const uuid = (tail: string): string => `5a0d7e0c-3a66-4a0e-9c3b-${tail.padStart(12, '0')}`;
const service = (tail: string, more: object = {}) => ({
  id: uuid(tail),
  name: `Dienst ${tail}`,
  status: 'active',
  ...more,
});
const organisation = { id: uuid('f'), name: 'Organisatie', description: 'Doet iets' };

/** The faults of one service, as 'path code'. */
const faultsOf = (more: object): string[] =>
  checked([service('1', more)]).bad.flatMap(({ faults }) => faults.map(({ path, code }) => `${path} ${code}`));

describe('the forms in which a document comes', () => {
  test.each([
    ['a page', { contents: [service('1'), service('2')] }, 2, 0],
    ['a bare list', [service('1'), service('2')], 2, 0],
    ['a list under services', { services: [service('1')] }, 1, 0],
    ['one service', service('1', { organization: organisation }), 1, 0],
    ['one organisation with services', { ...organisation, services: [service('1'), service('2')] }, 2, 1],
    ['organisations', { organizations: [{ ...organisation, services: [service('1')] }] }, 1, 1],
    ['organisations without services', { organizations: [organisation] }, 0, 1],
    ['a list of both', [service('1'), { ...organisation, website: 'https://example.org' }], 1, 1],
  ])('%s', (_name, document, services, organisations) => {
    const found = checked(document);
    expect([found.services.length, found.organisations.length, found.bad]).toEqual([services, organisations, []]);
  });

  test.each([
    ['text', '"x"'],
    ['a number', '12'],
    ['nothing', 'null'],
    ['tables', '{"organization":[],"service":[]}'],
  ])('%s is no HSDS', (_name, text) => {
    expect(readDocument(text)).toEqual({ ok: false, why: 'not-hsds' });
  });

  test('a mark at the start of the file does not matter', () => {
    expect(readDocument(`\uFEFF${JSON.stringify([service('1')])}`)).toMatchObject({ ok: true });
  });
});

describe('what can be wrong', () => {
  test('five bad records, each with its own reason; the good ones stay', () => {
    const found = checked(foreignFile('with-bad-records'));
    expect(found.services.map(({ path }) => path)).toEqual(['services[0]', 'services[6]']);
    expect(found.bad.map(({ path, faults }) => [path, faults.map(({ code }) => code)])).toEqual([
      ['services[1]', ['not-uuid']],
      ['services[2]', ['not-one-of']],
      ['services[3]', ['not-uri', 'not-email']],
      ['services[4]', ['missing', 'not-text']],
      ['services[5]', ['missing', 'not-day']],
    ]);
  });

  test.each([
    [{ minimum_age: '12' }, ['[0].minimum_age not-number']],
    [{ phones: { number: '1' } }, ['[0].phones not-list']],
    [{ organization: 'JAC' }, ['[0].organization not-record']],
    [{ last_modified: '2026-11-16' }, ['[0].last_modified not-moment']],
    [
      { schedules: [{ id: uuid('2'), opens_at: '9 uur', freq: 'DAILY' }] },
      ['[0].schedules[0].freq not-one-of', '[0].schedules[0].opens_at not-time'],
    ],
    [{ name: ' ' }, ['[0].name empty']],
    [{ x: 'a\u0000b' }, ['[0] unreadable-sign']],
    [
      {
        service_at_locations: [
          {
            id: uuid('2'),
            location: {
              id: uuid('3'),
              location_type: 'physical',
              addresses: [
                { id: uuid('4'), address_1: 'x', city: 'y', state_province: '', postal_code: '3000', country: 'BE' },
              ],
            },
          },
        ],
      },
      ['[0].service_at_locations[0].location.addresses[0].address_type missing'],
    ],
    [{ email: null, phones: null, url: 'https://example.org/a?b=c#d', last_modified: '2023-03-15T10:30:45.123Z' }, []],
  ])('%j', (more, faults) => {
    expect(faultsOf(more)).toEqual(faults);
  });

  test('a record that is no record, an id that is there twice, an organisation that is wrong', () => {
    const found = checked({
      organizations: [
        { ...organisation, services: [service('1'), 'x', service('1', { name: 'Anders' }), service('1')] },
        { id: uuid('e'), name: 'Zonder beschrijving', services: [service('2')] },
      ],
    });
    expect(found.services.map(({ path }) => path)).toEqual(['organizations[0].services[0]']);
    expect(found.bad.map(({ path, faults }) => `${path} ${faults[0]!.code}`)).toEqual([
      'organizations[0].services[1] not-a-record',
      'organizations[0].services[2] twice',
      'organizations[1] missing',
      'organizations[1].services[0] organisation-wrong',
    ]);
  });

  test('a document that is nested beyond all sense does not bring us down', () => {
    const deep = `[{"id":"${uuid('1')}","name":"x","status":"active","x":${'['.repeat(5000)}${']'.repeat(5000)}}]`;
    expect(readDocument(deep)).toMatchObject({
      ok: true,
      checked: { bad: [{ faults: [{ code: 'unreadable-sign' }] }] },
    });
  });
});
