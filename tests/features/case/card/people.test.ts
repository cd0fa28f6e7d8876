import { expect, test } from '@jest/globals';
import type { Worker } from '../../../../src/domain/worker.js';
import { waysOf } from '../../../../src/domain/worker.js';
import { chatWith } from '../../../../src/features/case/card/chat.js';
import { contactOf } from '../../../../src/features/case/card/people.js';
import {
  actor,
  conversation,
  organisation,
  person,
  viewContext,
  workerDetails,
  referral,
} from '../../../support/given.js';

const someone = person();
const worker = (over: object = {}): Worker => ({
  ...someone,
  ...waysOf(workerDetails({ personId: someone.id, ...over })),
});
const clb = organisation({ name: 'CLB Voorbeeld', phone: '016 00 00 09', email: 'clb@example.org' });
const waysTo = (...given: Parameters<typeof contactOf> extends [infer W, infer O, ...unknown[]] ? [W, O] : never) =>
  contactOf(...given, 'nl')?.ways;

test('a worker: own number and mail, on one line each', () => {
  expect(contactOf(worker(), clb, 'nl')).toEqual({
    name: '**An Peeters** · CLB Voorbeeld',
    ways: '[016\u00A000\u00A000\u00A001](tel:016000001) · [an.peeters@clb.example](mailto:an.peeters@clb.example)',
  });
});

test('what the worker says counts before the roster', () => {
  expect(waysTo(worker({ ownEmail: 'an@werk.example' }), clb)).toContain('mailto:an@werk.example');
});

test('without a number of the worker the organisation’s stands there, and says so', () => {
  expect(waysTo(worker({ phone: null }), clb)).toContain('(tel:016000009) (algemeen nummer)');
});

test('without any number that is what is said; mail stays', () => {
  const ways = waysTo(worker({ phone: null }), organisation());
  expect(ways).toBe('telefoonnummer niet bekend · [an.peeters@clb.example](mailto:an.peeters@clb.example)');
});

test('an organisation alone: its own ways, or none', () => {
  expect(waysTo(null, clb)).toContain('(tel:016000009) · [clb@example.org]');
  expect(waysTo(null, organisation())).toBe('telefoonnummer niet bekend');
  expect(contactOf(null, null, 'nl')).toBeNull();
});

const facts = (tenants: readonly string[], post: string | null = null): Parameters<typeof chatWith>[1] => ({
  referral: referral({ reference: '2026-0042' }),
  tenants: { clb: ['tenant-1'], provider: tenants, desk: [] },
  threads: { clb: null, provider: post === null ? null : { tenantId: post, conversationId: '19:x', messageId: '1' } },
});
const chat = (who: Worker | null, tenant: string | null = 'tenant-1', context = viewContext()) =>
  chatWith(who, facts(tenant === null ? [] : [tenant]), 'provider', context);

test('the chat opens with the reference and nothing else', () => {
  expect(chat(worker())).toEqual({
    title: 'Chat met An',
    url: 'https://teams.microsoft.com/l/chat/0/0?tenantId=tenant-1&users=an.peeters%40clb.example&message=Over%20aanmelding%202026-0042%3A',
  });
});

test('between two Teams environments the reader stays in his or her own', () => {
  expect(chat(worker(), 'tenant-2')?.url).toContain('/0/0?users=an.peeters');
  const elsewhere = actor({ person: person(), conversation: conversation({ tenantId: 'tenant-2' }) });
  expect(chat(worker(), 'tenant-1', viewContext({ actor: elsewhere }))?.url).not.toContain('tenantId');
});

test('a side with channels in two environments: where its post stands, and none rather than the wrong one before', () => {
  const of = (post: string | null) =>
    chatWith(worker(), facts(['tenant-2', 'tenant-1'], post), 'provider', viewContext());
  expect(of('tenant-1')?.url).toContain('tenantId=tenant-1');
  expect(of('tenant-2')?.url).not.toContain('tenantId');
  expect(of(null)?.url).not.toContain('tenantId');
});

test('no chat with oneself, with nobody, or with whom Teams gives no name to open it', () => {
  expect(chat(null)).toBeNull();
  expect(chat(worker({ chatName: null }))).toBeNull();
  expect(chat(worker(), 'tenant-1', viewContext({ actor: actor({ person: someone }) }))).toBeNull();
  expect(chat(worker({ givenName: null }))?.title).toBe('Chat met An Peeters');
});
