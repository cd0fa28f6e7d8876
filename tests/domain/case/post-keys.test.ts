import { describe, expect, test } from '@jest/globals';
import { postKeysOfService } from '../../../src/domain/case/posts.js';
import { postKeysOfDraft } from '../../../src/domain/intake/index.js';
import { draft, service } from '../../support/given.js';

describe('which cards follow a row that is stored', () => {
  test('an intake: none while somebody types, its message as soon as it was put aside, sent or thrown away', () => {
    const open = draft({ typed: { gate: 'yes' } });
    expect(postKeysOfDraft(open)).toEqual([]);
    const key = `draft:${open.id}`;
    expect(postKeysOfDraft({ ...open, typed: { parked: 'yes' } })).toEqual([key]);
    for (const state of ['sent', 'discarded'] as const) expect(postKeysOfDraft({ ...open, state })).toEqual([key]);
  });

  test('a service: its list, and when it is full the question whether it is open again', () => {
    const open = service({ fullUntil: null });
    expect(postKeysOfService(open)).toEqual([`waitlist:${open.id}`]);
    expect(postKeysOfService({ ...open, fullUntil: '2027-08-31' })).toEqual([
      `waitlist:${open.id}`,
      `service:${open.id}:open-again:2027-08-31`,
    ]);
  });
});
