import { describe, expect, it } from '@jest/globals';
import { retryDelivery } from '../../../src/features/desk/retry-delivery.js';
import { actionContext, actor, organisation } from '../../support/given.js';
import { lost, naft, readOf, uuid } from './world.js';

const refused = { reason: 'refused' };
const list = [
  lost(refused),
  lost({ id: uuid('5e2'), reason: 'gone' }),
  lost({ ...refused, id: uuid('5e3'), organisationId: null }),
  lost({ ...refused, id: uuid('5e4') }),
];
const read = readOf({ messages: list });
const desk = actionContext({ actor: actor({ organisations: [organisation({ kind: 'desk' })] }) });
const subject = { organisationId: naft.id, reason: 'refused' };

describe('retry-delivery', () => {
  it('given the desk, then everything of that organisation and reason is tried again, and the post is shown', async () => {
    const loaded = await retryDelivery.load(read, subject, desk);
    if ('refused' in loaded) throw new Error('refused');
    expect(retryDelivery.may(loaded, desk)).toBeNull();
    expect(retryDelivery.decide(loaded, {}, desk)).toEqual({
      resend: [list[0]!.id, list[3]!.id],
      reply: { show: 'undelivered', with: subject },
    });
  });

  it('given somebody else, then it is refused', () => {
    expect(retryDelivery.may({ subject, messages: [] }, actionContext())).toEqual({ refused: 'only-desk' });
  });
});
