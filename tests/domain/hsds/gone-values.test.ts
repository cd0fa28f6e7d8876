import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  differences,
  type HelpLine,
  type LineChange,
  type LineFields,
} from '../../../src/domain/helpline/help-line.js';
import { joinedMetadata, keptMetadata, metadataOf } from '../../../src/domain/hsds/metadata.js';
import { serviceRecord } from '../../../src/domain/hsds/index.js';
import { id, monday10 } from '../../support/given.js';
import { exporting, fullLine } from './given-lines.js';

const typedKeys = [
  'name',
  'description',
  'phone',
  'email',
  'website',
  'hoursNote',
  'howToRefer',
  'eligibility',
  'alert',
] as const;
type TypedKey = (typeof typedKeys)[number];

/** A line that was written over again and again, with the history that kept it. */
function livedLine(writings: readonly (readonly [TypedKey, string | null])[]) {
  const full = fullLine();
  let line: HelpLine = full.line;
  const history: LineChange[] = [];
  const put = (what: LineChange['what'], next: HelpLine, before: Partial<LineFields>) => {
    const at = new Date(monday10.getTime() + history.length * 1000);
    history.push({
      id: id(),
      lineId: line.id,
      what,
      at,
      personId: null,
      organisationId: null,
      undoes: null,
      ...differences(before, next),
    });
    line = next;
  };
  put('added', line, {});
  for (const [key, value] of writings)
    put('edited', { ...line, [key]: key === 'name' ? (value ?? 'JAC') : value }, line);
  return { ...full, line, history };
}

describe('the open data of a line', () => {
  it('say nothing that was typed once and is not on the line any more', () => {
    const secret = fc.nat({ max: 30 }).map((number) => `geheim-${number}-`);
    const writing = fc.tuple(fc.constantFrom(...typedKeys), fc.option(secret, { nil: null }));
    fc.assert(
      fc.property(fc.array(writing, { maxLength: 12 }), (writings) => {
        const full = livedLine(writings);
        const present = new Set(typedKeys.map((key) => full.line[key]));
        const record = JSON.stringify(serviceRecord(full, exporting));
        for (const [, value] of writings)
          if (value !== null && !present.has(value)) expect(record).not.toContain(value);
      }),
    );
  });

  it('still say which field changed when, codes with their values', () => {
    const full = livedLine([
      ['phone', '0470 12 34 56'],
      ['phone', '016 12 34 56'],
    ]);
    const opened: LineChange = {
      ...full.history[1]!,
      id: id(),
      before: { status: 'inactive' },
      after: { status: 'active' },
    };
    const told = metadataOf([...full.history, opened], full.line, () => 'CLB Voorbeeld');
    expect(told.map((one) => [one['field_name'], one['previous_value'], one['replacement_value']])).toEqual([
      ['name', '', full.line.name],
      ['phones', '', ''],
      ['status', 'inactive', 'active'],
      ['phones', '', '016 12 34 56'],
    ]);
  });
});

describe('metadata that came with a file', () => {
  const one = (field_name: string, previous_value: string, replacement_value: string, uuid: string = id()) => ({
    id: uuid,
    field_name,
    previous_value,
    replacement_value,
  });

  it('keeps what the record still says, and what is no contact or text', () => {
    const record = {
      name: 'Advies',
      phones: [{ number: '016 12 34 56' }],
      metadata: [
        one('name', 'Raad', 'Advies'),
        one('phones', '0470 12 34 56', '016 12 34 56'),
        one('contact.email', 'a', 'b'),
      ],
    };
    expect(keptMetadata(record, record)).toMatchObject([
      { previous_value: 'Raad', replacement_value: 'Advies' },
      { previous_value: '', replacement_value: '016 12 34 56' },
      { previous_value: '', replacement_value: '' },
    ]);
  });

  it('gives way to our own, whatever an earlier export of ours said', () => {
    const shared = id();
    const came = { metadata: [one('name', 'mama van Elif', 'JAC', shared), one('status', 'a', 'b')] };
    const ours = [one('name', '', 'JAC', shared)];
    expect(joinedMetadata(came, came, ours)).toEqual([came.metadata[1], ours[0]]);
  });
});
