import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { serviceSchema } from '../../../src/lib/hsds/hsds-schemas.js';
import { helpLineKinds } from '../../../src/domain/helpline/kinds.js';
import { helpLineStatuses } from '../../../src/domain/helpline/help-line.js';
import { nameUuid } from '../../../src/lib/hsds/name-uuid.js';
import { hsdsPage, serviceRecord, type Here } from '../../../src/domain/hsds/index.js';
import type { HsdsRecord } from '../../../src/lib/hsds/record.js';
import { fieldsOfService, putFields, type ServiceFields } from '../../../src/domain/hsds/service-line.js';
import { hsdsTerms } from '../../../src/texts/hsds-terms.js';
import { carriedOut, exporting, fullLine, planned } from './given-lines.js';

const uuid = fc.uuid();
const words = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const clock = fc
  .integer({ min: 0, max: 24 * 4 - 1 })
  .map((n) => `${String(n >> 2).padStart(2, '0')}:${(n % 4) * 15 || '00'}`);
const period = fc.tuple(clock, clock).filter(([from, to]) => from < to);
const hours = fc.dictionary(
  fc.constantFrom('1', '2', '3', '4', '5', '6', '7'),
  fc.array(period, { minLength: 1, maxLength: 3 }),
  { minKeys: 1 },
);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const regions = fc.subarray(['VBO', 'AHV'] as const);

/** Every field a line can have, in the form in which it is kept. */
const fields: fc.Arbitrary<ServiceFields> = fc
  .record({
    kind: orNull(fc.constantFrom(...helpLineKinds)),
    name: words,
    description: orNull(words),
    phone: orNull(words),
    email: orNull(fc.constantFrom('info@voorbeeld.be', 'a.b+c@sub.example.org')),
    website: orNull(fc.webUrl()),
    address: orNull(
      fc.record({ street: orNull(words), postalCode: fc.constantFrom('3000', '1500', '9000'), city: words }),
    ),
    weeklyHours: orNull(hours),
    hoursNote: orNull(words),
    minimumAge: orNull(fc.integer({ min: 0, max: 99 })),
    maximumAge: orNull(fc.integer({ min: 0, max: 99 })),
    howToRefer: orNull(words),
    eligibility: orNull(words),
    alert: orNull(words),
    languages: fc.uniqueArray(fc.constantFrom('nl', 'fr', 'en', 'ar', 'xx')),
    regions,
    status: fc.constantFrom(...helpLineStatuses),
    assuredOn: orNull(day),
  })
  .chain((line) =>
    fc
      .subarray(['24062', '24001'])
      .map((towns) => ({ ...line, ...agesInOrder(line), municipalities: line.regions.includes('VBO') ? towns : [] })),
  ) as unknown as fc.Arbitrary<ServiceFields>;

/** No form and no import takes a lowest age above the highest. */
function agesInOrder({ minimumAge, maximumAge }: { minimumAge: number | null; maximumAge: number | null }) {
  if (minimumAge === null || maximumAge === null) return { minimumAge, maximumAge };
  return { minimumAge: Math.min(minimumAge, maximumAge), maximumAge: Math.max(minimumAge, maximumAge) };
}

/** A foreign service: what has a place here in other spellings, several of everything, and values nobody knows. */
const foreign: fc.Arbitrary<HsdsRecord> = fc.record(
  {
    id: uuid,
    name: words,
    status: fc.constantFrom('active', 'inactive', 'defunct', 'temporarily closed'),
    organization: fc.record({
      id: fc.constant(nameUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'o')),
      name: fc.constant('Org'),
      description: fc.constant('x'),
    }),
    description: fc.string(),
    url: fc.webUrl(),
    minimum_age: fc.double({ noNaN: true, noDefaultInfinity: true }),
    alert: fc.string(),
    assured_date: day,
    phones: fc.array(
      fc.record(
        { id: uuid, number: fc.string(), extension: fc.integer(), type: words },
        { requiredKeys: ['id', 'number'] },
      ),
    ),
    schedules: fc.array(
      fc.record(
        {
          id: uuid,
          freq: fc.constantFrom('WEEKLY', 'MONTHLY'),
          byday: fc.constantFrom('MO', 'TU,WE', '-1FR', 'nonsense'),
          opens_at: clock,
          closes_at: clock,
          interval: fc.constantFrom(1, 2),
          description: fc.string(),
        },
        { requiredKeys: ['id'] },
      ),
    ),
    service_areas: fc.array(
      fc.record(
        {
          id: uuid,
          name: fc.oneof(words, fc.constantFrom('Leuven', 'Vlaams-Brabant', 'Brussel')),
          extent: fc.string(),
        },
        { requiredKeys: ['id'] },
      ),
    ),
    languages: fc.array(
      fc.record({ id: uuid, code: fc.constantFrom('nl', 'eng', 'qqq'), name: words }, { requiredKeys: ['id'] }),
    ),
    attributes: fc.array(
      fc.record(
        {
          id: uuid,
          taxonomy_term: fc.record({ id: uuid, name: fc.constantFrom('CLB', 'Health'), description: words }),
        },
        { requiredKeys: ['id'] },
      ),
    ),
    contacts: fc.array(
      fc.record({ id: uuid, name: words, email: fc.constant('p@example.org') }, { requiredKeys: ['id'] }),
    ),
    x_unknown: fc.jsonValue().filter((value) => !JSON.stringify(value).includes('null')),
  },
  { requiredKeys: ['id', 'name', 'status', 'organization'] },
) as fc.Arbitrary<HsdsRecord>;

/** As JSON makes it: no undefined, no minus zero, no prototype. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const around = (id: string) => ({ id, terms: hsdsTerms, organisation: null });
const own = '00000000-0000-4000-8000-0000000000aa';
const exported = ({ lines }: Here) =>
  hsdsPage(
    lines.map((full) => serviceRecord(full, exporting)),
    lines.length,
  );

describe('the lens between a service and a help line', () => {
  test('what is put is got again (PutGet)', () => {
    fc.assert(
      fc.property(fields, (wanted) => {
        const put = putFields({ id: own }, wanted, around(own));
        expect(serviceSchema.safeParse(put).error?.issues).toBeUndefined();
        const got = fieldsOfService(put, around(own));
        expect(fieldsOfService(putFields(put, got, around(own)), around(own))).toEqual(got);
        expect({ ...got, weeklyHours: null }).toEqual({ ...wanted, website: got.website, weeklyHours: null });
      }),
    );
  });

  test('putting what was got changes nothing (GetPut)', () => {
    fc.assert(
      fc.property(foreign.map(asJson), (service) => {
        const place = around(String(service['id']));
        expect(putFields(service, fieldsOfService(service, place), place)).toEqual(service);
      }),
    );
  });
});

describe('a round trip', () => {
  test('import, then export gives back every value', () => {
    fc.assert(
      fc.property(fc.uniqueArray(foreign.map(asJson), { selector: ({ id }) => id, maxLength: 4 }), (services) => {
        const good = services.filter((service) => serviceSchema.safeParse(service).success);
        const { here } = carriedOut(planned(good));
        const organization_id = nameUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'o');
        expect(exported(here).contents).toEqual(good.map((service) => ({ ...service, organization_id })));
        expect(planned(good, here).lines.every(({ state }) => state === 'same')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('export, import elsewhere, export: the same file', () => {
    fc.assert(
      fc.property(fields, (given) => {
        const full = fullLine(given);
        const first = asJson(exported({ lines: [full], organisations: [full.organisation] }));
        expect(exported(carriedOut(planned(first)).here)).toEqual(first);
      }),
    );
  });
});

test('ids of parts are uuids of version 5, as everybody makes them', () => {
  expect(nameUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});
