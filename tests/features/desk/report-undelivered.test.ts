import { describe, expect, it } from '@jest/globals';
import { reportUndelivered } from '../../../src/features/desk/report-undelivered.job.js';
import { undelivered } from '../../../src/features/desk/undelivered.js';
import { undeliveredList } from '../../../src/features/desk/undelivered-list.js';
import { context, viewContext } from '../../support/given.js';
import { atClb, atDesk, desk, lost, naft, readOf, uuid } from './world.js';

const subject = { messageId: lost().id };
const load = (world: Parameters<typeof readOf>[0]) => reportUndelivered.load(readOf(world), subject, context());

describe('report-undelivered', () => {
  it('puts one post a day per organisation and reason before the desk, which counts along', async () => {
    const loaded = await load({ messages: [lost()] });
    const key = `undelivered:${naft.id}:suspended:2026-11-16`;
    expect(reportUndelivered.decide(loaded!, context())).toEqual({
      refresh: [key],
      notices: [
        {
          key,
          view: 'undelivered',
          params: { organisationId: naft.id, reason: 'suspended' },
          to: { organisation: desk.id },
        },
      ],
    });
  });

  it('tells of a conversation without organisation too', async () => {
    const loaded = await load({ messages: [lost({ organisationId: null, reason: 'gone' })] });
    expect(reportUndelivered.decide(loaded!, context())).toMatchObject({
      refresh: ['undelivered:chat:gone:2026-11-16'],
    });
  });

  it.each([
    ['was delivered after all', { messages: [] }],
    ['was for the desk itself', { messages: [lost({ organisationId: desk.id })] }],
    ['has no desk to tell', { messages: [lost()], organisations: [naft] }],
  ])('does nothing when it %s', async (_, world) => {
    expect(await load(world)).toBeNull();
  });
});

describe('undelivered and undelivered-list', () => {
  const messages = [
    lost(),
    lost({ id: uuid('5e2'), view: 'offer-update' }),
    lost({ id: uuid('5e3'), reason: 'refused' }),
  ];
  const params = { organisationId: naft.id, reason: 'suspended' };

  it('says which kinds of message, to whom and why, and how to mend it', async () => {
    const facts = await undelivered.load(readOf({ messages }), params, viewContext());
    expect(undelivered.fill(facts!, viewContext())).toMatchObject({
      title: 'Niet bezorgd aan NAFT-Leerrecht Vlaams-Brabant Oost',
      what: '1 × een nieuwe aanmelding, 1 × een bericht bij een aanmelding',
      organisationId: naft.id,
    });
    expect(undelivered.may?.(facts!, atClb.actor)).toEqual({ refused: 'only-desk' });
    expect(undelivered.summary(facts!, viewContext())).toBe('Een bericht is niet bezorgd');
  });

  it.each([
    ['no-channel', naft.id, 'Maak een koppelcode'],
    ['suspended', naft.id, 'komt dit vanzelf aan'],
    ['gone', naft.id, 'koppelt ze een ander kanaal'],
    ['refused', naft.id, 'verwittig dan wie de bot beheert'],
    ['not-delivered', naft.id, 'Bel de organisatie'],
    ['gone', null, 'U hoeft niets te doen'],
  ])('says how to help when it is %s', async (reason, organisationId, help) => {
    const list = [lost({ reason, organisationId })];
    const facts = await undelivered.load(readOf({ messages: list }), { organisationId, reason }, viewContext());
    expect(undelivered.fill(facts!, viewContext())).toMatchObject({ strip: { next: expect.stringContaining(help) } });
  });

  it('offers no code when a channel is not what is missing', async () => {
    const facts = await undelivered.load(readOf({ messages }), { ...params, reason: 'refused' }, viewContext());
    expect(undelivered.fill(facts!, viewContext())).toMatchObject({ organisationId: null });
  });

  it('has a sentence for a reason and a kind it does not know', async () => {
    const strange = [lost({ reason: 'exhausted', view: 'something-new' })];
    const facts = await undelivered.load(
      readOf({ messages: strange }),
      { ...params, reason: 'exhausted' },
      viewContext(),
    );
    expect(undelivered.fill(facts!, viewContext())).toMatchObject({
      what: '1 × een ander bericht',
      why: 'Teams nam het ook na veel pogingen niet aan.',
    });
  });

  it('lists them per organisation and reason, ten at most', async () => {
    const many = Array.from({ length: 12 }, (_, index) => lost({ id: uuid(`5${index}`), reason: `reason-${index}` }));
    const load = async (list: typeof many) =>
      undeliveredList.fill((await undeliveredList.load(readOf({ messages: list }), {}, viewContext()))!, viewContext());
    expect(await load(many)).toMatchObject({ more: 'En nog 2 organisaties.', none: null });
    expect(await load(messages)).toMatchObject({ rows: [{ name: naft.name }, {}], more: null });
    expect(undeliveredList.may?.({ groups: [], isTeamsAway: false }, atDesk().actor)).toBeNull();
  });
});
