import { expect, test } from '@jest/globals';
import { inNameOf } from '../../../src/platform/runtime/in-name-of.js';
import { actor, channel, organisation } from '../../support/given.js';

const clb = organisation({ name: 'Aaa' });
const other = organisation({ name: 'Bbb' });
const both = actor({ organisations: [clb, other] });

test('what was done for one of several organisations is written down for that one, and not for the first by name', () => {
  expect(inNameOf({ inNameOf: other.id }, both)).toBe(other.id);
  const events = [{ organisationId: null }, { organisationId: other.id }];
  expect(inNameOf({ cases: [{ events }] } as never, both)).toBe(other.id);
  expect(inNameOf({ inquiries: [{ events }] } as never, both)).toBe(other.id);
});

test('in a channel it is the channel’s, otherwise the only one; of several none is better than a wrong one', () => {
  expect(inNameOf({}, { ...both, channel: channel({ organisationId: other.id }) })).toBe(other.id);
  expect(inNameOf({ refused: 'not-yours' }, actor({ organisations: [clb] }))).toBe(clb.id);
  expect(inNameOf({}, both)).toBeNull();
  expect(inNameOf({}, actor({ organisations: [] }))).toBeNull();
});
