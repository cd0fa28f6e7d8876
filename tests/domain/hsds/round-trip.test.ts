import { describe, expect, test } from '@jest/globals';
import { fullOrganisationRecord, hsdsPage, serviceRecord, type Here } from '../../../src/domain/hsds/index.js';
import { without, withoutNulls, type HsdsRecord } from '../../../src/lib/hsds/record.js';
import { carriedOut, exporting, foreignFile, fullLine, planned } from './given-lines.js';

const exported = ({ lines }: Here) =>
  hsdsPage(
    lines.map((full) => serviceRecord(full, exporting)),
    lines.length,
  );
const imported = (document: unknown, here?: Here) => carriedOut(planned(document, here), here).here;
const recordsOf = (document: unknown): HsdsRecord[] =>
  (document as { contents: HsdsRecord[] }).contents ?? (document as HsdsRecord[]);

describe('a foreign page of services', () => {
  const file = foreignFile('services-page');

  test('comes back unchanged, value by value', () => {
    expect(exported(imported(file)).contents).toEqual(recordsOf(withoutNulls(file)));
  });

  test('is known again: nothing changes the second time', () => {
    const here = imported(file);
    const again = planned(file, here);
    expect(again.lines.map(({ state }) => state)).toEqual(['same', 'same']);
    expect(carriedOut(again, here).written).toEqual({ organisations: [], lines: [] });
  });

  test('says what has a place here', () => {
    const [advice, club] = imported(file).lines.map(({ line }) => line);
    expect(advice).toMatchObject({
      phone: '+32 2 555 01 01',
      email: 'advice@example.org',
      minimumAge: 11,
      address: { street: 'Naamsestraat 1', postalCode: '3000', city: 'Leuven' },
      weeklyHours: {
        '1': [['09:00', '12:30']],
        '2': [['09:00', '12:30']],
        '3': [['13:00', '17:00']],
        '4': [['09:00', '12:30']],
      },
      languages: ['nl', 'en'],
      regions: ['VBO', 'AHV'],
      municipalities: [],
      kind: null,
      assuredOn: '2024-05-01',
    });
    expect(club).toMatchObject({
      phone: '+32 2 555 00 00',
      email: 'club@example.org',
      status: 'closed-temporarily',
      kind: 'local-initiative',
      regions: ['AHV'],
      municipalities: ['23027', '23016'],
    });
  });
});

describe('a foreign file of organisations', () => {
  const file = foreignFile('organisations');

  test('comes back unchanged, with the organisation named in each service', () => {
    const { lines, organisations } = imported(file);
    const back = organisations.map((one) => fullOrganisationRecord(one, lines, exporting));
    const named = (recordsOf(file) as { id: string; services: HsdsRecord[] }[]).map((one) => ({
      ...one,
      services: one.services.map((service) => ({ ...service, organization_id: one.id })),
    }));
    expect(back).toEqual(named);
  });

  test('is known again, also as it was exported', () => {
    const here = imported(file);
    expect(planned(file, here).lines.map(({ state }) => state)).toEqual(['same', 'same']);
    expect(planned(exported(here), here).lines.map(({ state }) => state)).toEqual(['same', 'same']);
    expect(planned(exported(here), here).organisations.map(({ state }) => state)).toEqual(['same']);
  });
});

describe('lines that were made here', () => {
  const full = fullLine();
  const here: Here = { lines: [full], organisations: [full.organisation] };

  test('are the same when they come back', () => {
    const plan = planned(exported(here), here);
    expect(plan.lines.map(({ state }) => state)).toEqual(['same']);
    expect(plan.organisations.map(({ state }) => state)).toEqual(['same']);
  });

  test('come out the same elsewhere', () => {
    const first = exported(here);
    const elsewhere = imported(first);
    expect(exported(elsewhere)).toEqual(first);
    const line = without({ ...full.line }, 'foreign', 'version', 'createdAt');
    expect(elsewhere.lines[0]!.line).toMatchObject(line);
  });
});

describe('an imported line that is edited here', () => {
  const here = imported(foreignFile('services-page'));
  const [first, ...others] = here.lines;
  const edited = { ...first!, line: { ...first!.line, phone: '016 00 00 00', alert: null, kind: 'tejo' as const } };

  test('is exported with the change, and everything else as it came', () => {
    const [back] = exported({ ...here, lines: [edited] }).contents;
    const [before] = recordsOf(foreignFile('services-page'));
    expect(back).toEqual({
      ...without(before!, 'alert'),
      phones: [
        { ...(before!['phones'] as HsdsRecord[])[0], number: '016 00 00 00' },
        (before!['phones'] as HsdsRecord[])[1],
      ],
      attributes: [expect.anything(), expect.anything(), ...(before!['attributes'] as [])],
      last_modified: edited.line.updatedAt.toISOString(),
    });
  });

  test('keeps the change when the same file comes again, unless the file is to win', () => {
    const now: Here = { ...here, lines: [edited, ...others] };
    const plan = planned(foreignFile('services-page'), now);
    expect(plan.lines.map(({ state }) => state)).toEqual(['kept', 'same']);
    expect(plan.lines[0]!.differences.map(({ key, side }) => [key, side])).toEqual([
      ['kind', 'here'],
      ['phone', 'here'],
      ['alert', 'here'],
    ]);
    expect(carriedOut(plan, now).written.lines).toEqual([]);
    expect(carriedOut(plan, now, 'file').written.lines[0]).toMatchObject({
      before: { phone: '016 00 00 00' },
      after: { phone: '+32 2 555 01 01' },
    });
  });
});
