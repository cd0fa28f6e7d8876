import { describe, expect, it } from '@jest/globals';
import type { Read, UndeliveredMessage } from '../../../src/contracts/read.js';
import { retryDelivery } from '../../../src/features/desk/retry-delivery.js';
import { actionContext, actor, id, monday10, organisation } from '../../support/given.js';

const naft = organisation({ kind: 'provider' });
const message = (over: Partial<UndeliveredMessage> = {}): UndeliveredMessage => ({
  id: id<never>(),
  view: 'referral-offer',
  organisationId: naft.id,
  failedAt: monday10,
  reason: 'refused',
  ...over,
});
const list = [message(), message({ reason: 'gone' }), message({ organisationId: null }), message()];
const read = {
  undelivered: async (of: Partial<UndeliveredMessage>) =>
    list.filter((one) => one.organisationId === of.organisationId && one.reason === of.reason),
} as unknown as Read;
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
