import { expect, test } from '@jest/globals';
import { threadLine, threadUrl } from '../../../../src/features/case/card/thread-link.js';
import { actor, conversation, viewContext } from '../../../support/given.js';

const post = { tenantId: 'tenant-1', conversationId: '19:abc@thread.tacv2', messageId: '1700000000001' };

test('the address of a post names its channel, the post and its environment', () => {
  const url = new URL(threadUrl(post));
  expect(url.origin + decodeURIComponent(url.pathname)).toBe(
    'https://teams.microsoft.com/l/message/19:abc@thread.tacv2/1700000000001',
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    tenantId: 'tenant-1',
    parentMessageId: '1700000000001',
    createdTime: '1700000000001',
  });
});

test('only in the own chat, and only once the post stands there', () => {
  const alone = viewContext({ actor: actor({ conversation: conversation({ scope: 'personal' }) }) });
  expect(threadLine(post, alone)).toBe(`[Naar het bericht in het kanaal](${threadUrl(post)})`);
  expect(threadLine(null, alone)).toBeNull();
  expect(threadLine(post, viewContext())).toBeNull();
  expect(
    threadLine(post, viewContext({ actor: actor({ conversation: conversation({ scope: 'channel' }) }) })),
  ).toBeNull();
});
