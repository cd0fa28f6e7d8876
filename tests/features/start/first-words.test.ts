import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { audienceOf, doings, doingsFor, type Audience } from '../../../src/features/start/audience.js';
import { greet } from '../../../src/features/start/greet.js';
import { helpCard } from '../../../src/features/start/help-card.js';
import { distance, nearestDoings } from '../../../src/features/start/nearest-doings.js';
import { notUnderstood } from '../../../src/features/start/not-understood.js';
import { refusal } from '../../../src/features/start/refusal.js';
import { sayHello } from '../../../src/features/start/say-hello.js';
import { sayHelp } from '../../../src/features/start/say-help.js';
import { storedForm } from '../../../src/features/start/stored-form.js';
import { suggestions } from '../../../src/features/start/suggestions.js';
import { welcome } from '../../../src/features/start/welcome.js';
import type { Actor } from '../../../src/contracts/actor.js';
import { refusalCodes } from '../../../src/domain/refusal.js';
import {
  actionContext,
  actor,
  conversation,
  organisation,
  outcomeOf,
  channel,
  monday10,
  viewContext,
} from '../../support/given.js';
import { readOver } from '../../support/read-over.js';

const an = actor({ conversation: conversation({ scope: 'personal' }), organisations: [organisation()] });
const stranger = actor({ organisations: [] });
const clbAtHome: Audience = { scope: 'personal', kinds: ['clb'] };

describe('greet and welcome', () => {
  it('greets a conversation that does not know it yet, and remembers that; otherwise nothing', () => {
    const greeted = (known: boolean) => outcomeOf(greet.decide({ known }, {}, actionContext({ actor: an })));
    expect(greeted(false)).toMatchObject({
      changes: [{ put: 'welcomed', row: { conversationId: an.conversation.conversationId } }],
      notices: [{ view: 'welcome', params: { scope: 'personal', kinds: ['clb'] } }],
    });
    expect(greeted(true)).toEqual({});
  });

  it('knows a linked channel, and a team in which it has introduced itself', async () => {
    const read = readOver([{ into: 'welcomed', rows: [{ conversationId: '19:team', at: monday10 }] }]);
    const known = (over: Partial<Actor>) => greet.load(read, {}, actionContext({ actor: actor(over) }));
    expect(await known({ channel: channel() })).toEqual({ known: true });
    expect(await known({ conversation: conversation({ teamId: '19:team' }) })).toEqual({ known: true });
    expect(await known({ conversation: conversation({ teamId: '19:other' }) })).toEqual({ known: false });
  });

  it('tells a CLB worker to refer, a provider what is asked, an unlinked channel how to link', () => {
    const clb = welcome.fill({ scope: 'personal', kinds: ['clb'] }, viewContext());
    expect(clb).toMatchObject({
      buttons: [
        { verb: 'start-intake', title: 'Aanmelden', style: 'positive' },
        { verb: 'list-my-referrals', style: null },
        { verb: 'list-lines' },
        { verb: 'say-help' },
      ],
    });
    const unlinked = welcome.fill({ scope: 'channel', kinds: [] }, viewContext());
    expect(unlinked).toMatchObject({ buttons: [{ verb: 'open-form', form: 'link-channel' }, { verb: 'say-help' }] });
  });
});

describe('say-help, help-card and say-hello', () => {
  it('lists what this person can do here', () => {
    const outcome = sayHelp.decide({}, {}, actionContext({ actor: an }));
    expect(outcome).toEqual({ reply: { show: 'help-card', with: audienceOf(an) } });
    const facts = helpCard.fill({ scope: 'channel', kinds: ['provider'] }, viewContext())['facts'] as {
      title: string;
    }[];
    expect(facts.map((fact) => fact.title)).toEqual([
      'werklijst',
      'wachtlijst',
      'beschikbaarheid',
      'hulplijnen',
      'signaal',
      'status 2026-0042',
    ]);
  });

  it('puts its meetings and signals first for the working group', () => {
    const verbs = (kinds: ('workgroup' | 'desk')[]) =>
      (welcome.fill({ scope: 'channel', kinds }, viewContext())['buttons'] as { verb: string }[]).map(
        ({ verb }) => verb,
      );
    expect(verbs(['workgroup'])).toEqual(['list-meetings', 'list-signals', 'list-lines', 'say-help']);
    expect(verbs(['desk'])).toEqual(['show-desk', 'list-my-referrals', 'list-lines', 'say-help']);
  });

  it('tells a stranger how to be known', () => {
    expect(helpCard.fill({ scope: 'channel', kinds: [] }, viewContext())).toMatchObject({
      facts: [{ title: 'koppelen' }],
    });
  });

  it('answers a greeting with the welcome', () => {
    expect(sayHello.decide({}, {}, actionContext({ actor: an }))).toMatchObject({ reply: { show: 'welcome' } });
  });
});

describe('not-understood and suggestions', () => {
  it.each([
    ['ik wil een lerling aanmeden', 'start-intake'],
    ['wie kan ik bellen voor hulp', 'list-lines'],
    ['een knelpunt melden', 'start-signal'],
    ['hoe lang is de wachtlijst', 'list-my-referrals'],
    ['hulpp', 'say-help'],
  ])('“%s” comes nearest to %s', (said, expected) => {
    expect(nearestDoings(said, clbAtHome)).toContain(expected);
  });

  it('always gives two things this person can do, and never what was typed', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        const { reply } = outcomeOf(notUnderstood.decide(said, {}, actionContext({ actor: an })));
        const { nearest } = (reply as { with: object }).with as { nearest: string[] };
        expect(nearest).toHaveLength(2);
        for (const doing of nearest) expect([...doingsFor(clbAtHome), 'say-help']).toContain(doing);
      }),
    );
  });

  it('has a button for each', () => {
    const { buttons } = suggestions.fill({ nearest: [...doings].slice(0, 2) }, viewContext()) as { buttons: unknown[] };
    expect(buttons).toHaveLength(2);
  });

  it('counts changed letters', () => {
    expect([distance('', 'abc'), distance('abc', 'abc'), distance('aanmeden', 'aanmelden')]).toEqual([3, 0, 1]);
  });
});

describe('refusal and stored-form', () => {
  it.each(refusalCodes)('%s has a sentence in both languages', (code) => {
    const values = {
      name: 'An',
      state: 'Plaats',
      organisation: 'CLB',
      what: 'x',
      until: 'x',
      number: '1',
      reference: '2026-0042',
    };
    for (const language of ['nl', 'en'] as const)
      expect(refusal.fill({ code, values, language }, viewContext())['sentence']).not.toBe(code);
  });

  it('names the form and opens it for who presses', () => {
    const filled = storedForm.fill({ form: 'link-channel', with: {}, room: 'linking' }, viewContext());
    expect(filled).toEqual({ title: 'Dit gesprek koppelen', data: { form: 'link-channel' } });
  });

  it('knows nobody in an unlinked channel', () => {
    expect(audienceOf(stranger)).toEqual({ scope: 'channel', kinds: [] });
  });
});
