import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alsoFor, audienceOf, doingsFor, explanations, type Audience } from '../../../src/features/start/audience.js';
import { explanation, readers } from '../../../src/features/start/explanation.js';
import { greet } from '../../../src/features/start/greet.js';
import { helpCard } from '../../../src/features/start/help-card.js';
import { nearestDoings } from '../../../src/features/start/nearest-doings.js';
import { notUnderstood } from '../../../src/features/start/not-understood.js';
import { refusal } from '../../../src/features/start/refusal.js';
import { sayHello } from '../../../src/features/start/say-hello.js';
import { sayHelp } from '../../../src/features/start/say-help.js';
import { storedForm } from '../../../src/features/start/stored-form.js';
import { suggestions } from '../../../src/features/start/suggestions.js';
import { welcome } from '../../../src/features/start/welcome.js';
import type { Actor } from '../../../src/contracts/actor.js';
import { refusalCodes } from '../../../src/domain/refusal.js';
import { defaultSettings } from '../../../src/domain/settings.js';
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
/** Of who has no list yet. */
const nothing = { list: null, waiting: null, group: null };
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
    const clb = welcome.fill({ scope: 'personal', kinds: ['clb'], ...nothing }, viewContext());
    expect(clb).toMatchObject({
      buttons: [
        { verb: 'start-intake', title: 'Aanmelden', style: 'positive' },
        { verb: 'list-my-referrals', style: null },
        { verb: 'list-services', title: 'Aanbod' },
        { verb: 'open-form', form: 'ask-inquiry', title: 'Past dit bij u?' },
        { verb: 'say-help' },
      ],
    });
    const unlinked = welcome.fill({ scope: 'channel', kinds: [], ...nothing }, viewContext());
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
      'aanbod',
      'hulplijnen',
      'signaal',
      'status',
      'vragen',
      'mijn signalen',
      'mijn gegevens',
      'privacy, over, stop',
    ]);
  });

  it('greets with what waits, and shows a list to nobody but those whose it is', async () => {
    const provider = organisation({ kind: 'provider' });
    const bram = actor({ organisations: [provider], conversation: conversation({ scope: 'channel' }) });
    const { reply } = outcomeOf(sayHello.decide({}, {}, actionContext({ actor: bram })));
    const list = { of: 'provider' as const, organisationIds: [provider.id], personId: null };
    expect(reply).toMatchObject({ show: 'welcome', with: { kinds: ['provider'], list } });
    const asked = (over: object) =>
      welcome.may?.({ ...audienceOf(bram), ...nothing, list: { ...list, ...over } }, bram);
    expect(asked({})).toBeNull();
    expect(asked({ of: 'desk' })).toEqual({ refused: 'not-yours' });
    expect(asked({ organisationIds: ['0000'] })).toEqual({ refused: 'not-yours' });
    expect(asked({ personId: 'somebody' })).toEqual({ refused: 'not-yours' });
  });

  it('puts its meetings and signals first for the working group', () => {
    const verbs = (kinds: ('workgroup' | 'desk')[]) =>
      (welcome.fill({ scope: 'channel', kinds, ...nothing }, viewContext())['buttons'] as { verb: string }[]).map(
        ({ verb }) => verb,
      );
    expect(verbs(['workgroup'])).toEqual(['list-meetings', 'list-signals', 'list-services', 'say-help']);
    expect(verbs(['desk'])).toEqual(['show-desk', 'list-my-referrals', 'list-services', 'say-help']);
  });

  it('tells a stranger how to be known', () => {
    expect(helpCard.fill({ scope: 'channel', kinds: [] }, viewContext())).toMatchObject({
      facts: [{ title: 'koppelen' }, { title: 'privacy, over, stop' }],
    });
  });

  it('tells a stranger in the own chat what anybody may do', () => {
    const facts = helpCard.fill({ scope: 'personal', kinds: [] }, viewContext())['facts'] as { title: string }[];
    expect(facts.map(({ title }) => title)).toEqual([
      'koppelen',
      'aanbod',
      'hulplijnen',
      'vragen',
      'privacy, over, stop',
    ]);
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
    expect(nearestDoings(said, clbAtHome).doings).toContain(expected);
  });

  it('always gives two things this person can do, and never what was typed', () => {
    const can: string[] = [...doingsFor(clbAtHome), ...alsoFor(clbAtHome), ...explanations, 'tell-danger', 'say-help'];
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const { reply } = outcomeOf(notUnderstood.decide(said, {}, actionContext({ actor: an })));
        const { nearest } = (reply as { with: object }).with as { nearest: string[] };
        expect(nearest).toHaveLength(2);
        for (const doing of nearest) expect(can).toContain(doing);
      }),
    );
  });

  const suggested = (said: string, who: Actor) => {
    const { reply } = outcomeOf(notUnderstood.decide(said, {}, actionContext({ actor: who })));
    const params = reply !== undefined && 'show' in reply ? reply.with : {};
    return suggestions.fill(suggestions.params.parse(params) as never, viewContext()) as {
      title: string;
      buttons: { verb: string }[];
      chat: string | null;
      references: { title: string }[];
    };
  };

  it('says that it does not understand only when it knows nothing of it', () => {
    expect(suggested('qwerty azerty', an)).toMatchObject({ title: 'Dat begrijp ik niet', buttons: [{}, {}] });
    expect(suggested('aanmelden lukt niet', an)).toMatchObject({
      title: 'Bedoelt u een van deze?',
      buttons: [{ verb: 'start-intake' }, {}],
    });
  });

  it('leads from a channel to one’s own chat for what is done there', () => {
    const inChannel = actor({ conversation: conversation({ scope: 'channel' }), organisations: [organisation()] });
    expect(suggested('aanmelden lukt niet', inChannel)).toMatchObject({
      buttons: [{ verb: 'say-help' }],
      chat: 'https://teams.microsoft.com/l/chat/0/0?users=28:bot',
    });
    expect(suggested('aanmelden lukt niet', an).chat).toBeNull();
  });

  it('offers each referral that a sentence names', () => {
    const { references } = suggested('is 2026-42 hetzelfde als 2026-0043?', an);
    expect(references.map(({ title }) => title)).toEqual(['Aanmelding 2026-0042', 'Aanmelding 2026-0043']);
  });
});

describe('explanation', () => {
  const told = async (topic: string, desk: object[] = []) => {
    const facts = await explanation.load(
      readOver([{ into: 'organisation', rows: desk }]),
      explanation.params.parse({ topic, scope: 'personal', kinds: ['clb'] }) as never,
      viewContext(),
    );
    return explanation.fill(facts!, viewContext()) as { title: string; facts: { title: string; value: string }[] };
  };
  const valueOf = (facts: { title: string; value: string }[], title: string) =>
    facts.find((fact) => fact.title === title)?.value;

  it('says who may open pupils’ data as the policy says it, and for how long as the settings say', async () => {
    expect(readers).toEqual(['clb', 'desk', 'provider']);
    const { facts } = await told('privacy');
    expect(valueOf(facts, 'Wie')).toContain('De aanbieder, van de bezorging tot zijn deel is afgesloten.');
    expect(valueOf(facts, 'Hoelang')).toContain(`${defaultSettings.draftDays} dagen`);
    expect(valueOf(facts, 'Hoelang')).toContain(`${defaultSettings.keptDays.trails} dagen na het einde`);
    expect(valueOf(facts, 'Meer')).toContain('/privacy)');
  });

  it('names the Meldpunt as it filled itself in, and the version', async () => {
    const desk = organisation({ kind: 'desk', name: 'Meldpunt Leuven', phone: '016 00 00 00' });
    expect(valueOf((await told('about', [desk])).facts, 'Van wie')).toBe('Meldpunt Leuven, 016 00 00 00');
    const { facts } = await told('about');
    expect(valueOf(facts, 'Van wie')).toBe('het Meldpunt Schoolexterne Interventies Vlaams-Brabant');
    expect(valueOf(facts, 'Versie')).toBe('1.2.3');
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
