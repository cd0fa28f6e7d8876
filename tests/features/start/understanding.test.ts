import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { features } from '../../../src/features/index.js';
import { dutch } from '../../../src/features/start/understanding/dutch.js';
import { english } from '../../../src/features/start/understanding/english.js';
import { distance, isSameWord } from '../../../src/features/start/understanding/same-word.js';
import { nearness } from '../../../src/features/start/understanding/understand.js';
import { understands } from '../../../src/features/start/understands.js';
import { commandIn } from '../../../src/platform/runtime/commands.js';
import { actor, conversation, organisation } from '../../support/given.js';

const inOwnChat = (...kinds: Parameters<typeof organisation>[0][]) =>
  actor({ conversation: conversation({ scope: 'personal' }), organisations: kinds.map(organisation) });
const an = inOwnChat({ kind: 'clb' });
const bram = inOwnChat({ kind: 'provider' });
const actions = features.flatMap((feature) => feature.actions);

/** What a message starts, as the bot sees it: a command, or what it is understood as; null: the nearest are offered. */
function starts(said: string, who = an): string | null {
  const command = commandIn(actions, said);
  if (command !== null) return [command.action.slug, ...Object.values(command.subject)].join(' ').trim();
  const asked = understands(said, who);
  return asked === null ? null : [asked.does, ...Object.values(asked.with)].join(' ').trim();
}

describe('what people type', () => {
  it.each([
    // Refer
    ['kan ik hier een leerling aanmelden?', 'start-intake'],
    ['Goeiemorgen, ik zou graag een leerling aanmelden voor NAFT', 'start-intake'],
    ['aanmeden', 'start-intake'],
    ['Aanmelden aub', 'start-intake'],
    ['hoe meld ik een leerling aan?', 'start-intake'],
    ['ik wil iemand aanmedlen', 'start-intake'],
    ['hoe moet ik een klas aanmelden', 'start-intake'],
    ['ik heb een leerling aan te melden', 'start-intake'],
    ['Kan ik voor een jongen van het derde jaar een aanmelding doen?', 'start-intake'],
    ['wij willen een nieuwe aanmelding starten', 'start-intake'],
    ['waar vind ik het aanmeldingsformulier', 'start-intake'],
    ['mag ik een leerling doorverwijzen naar jullie?', 'start-intake'],
    ['AANMELDEN!!!', 'start-intake'],
    ['<p>ik wil graag <b>aanmelden</b></p>', 'start-intake'],
    ['aanmelding', 'start-intake'],
    ['hallo meldpunt, leerling aanmelden 🙂', 'start-intake'],
    // Where it stands
    ['waar staat mijn aanmelding van vorige week?', 'list-my-referrals'],
    ['Hoever staat het met mijn dossier', 'list-my-referrals'],
    ['toon eens mijn aanmeldingen', 'list-my-referrals'],
    ['is er al nieuws over mijn aanmelding?', 'list-my-referrals'],
    ['wat is de stand van zaken', 'list-my-referrals'],
    ['mag ik de werklijst eens zien', 'list-my-referrals'],
    ['wat moet ik nog doen vandaag?', 'list-my-referrals'],
    ['zijn er nieuwe aanmeldingen?', 'list-my-referrals'],
    ['overzicht', 'list-my-referrals'],
    // A reference, anywhere
    ['2026-0042', 'show-status 2026-0042'],
    ['hoe zit het met 2026-0042?', 'show-status 2026-0042'],
    ['2026-42', 'show-status 2026-0042'],
    ['is 2026/42 al bekeken door de aanbieder', 'show-status 2026-0042'],
    ['kan je 2026-0042 op de wachtlijst zetten', 'show-status 2026-0042'],
    ['aanmelding nr. 42', 'show-status 42'],
    ['0042', 'show-status 0042'],
    ['42?', 'show-status 42'],
    ['trek 2026-0042 maar in', 'show-status 2026-0042'],
    // The offer, and how one is reached oneself
    ['welk aanbod is er voor 13-jarigen?', 'list-services'],
    ['is er nog ergens plaats?', 'list-services'],
    ['welke aanbieders zijn er in Halle', 'list-services'],
    ['ik wil mijn telefoonnummer aanpassen', 'edit-my-details'],
    ['meldingen', 'edit-my-details'],
    ['kan ik minder berichten krijgen?', 'edit-my-details'],
    // Help lines, signals, meetings
    ['welke hulplijnen zijn er in Tienen?', 'list-lines'],
    ['wie kan ik bellen over huiswerk', 'list-lines'],
    ['is er een hulplijnn voor ouders', 'list-lines'],
    ['ik wil graag een knelpunt doorgeven', 'start-signal'],
    ['ik wil iets melden aan de werkgroep', 'start-signal'],
    ['waar zie ik mijn signalen', 'list-my-signals'],
    ['wanneer is de volgende vergadering?', 'list-meetings'],
    ['mag ik het verslag van vorige keer', 'list-meetings'],
    ['wat is er beslist over AHV', 'list-decisions'],
    ['waar vind ik de bevraging', 'show-survey'],
    ['ik moet ons kanaal koppelen', 'link-channel'],
    // The bot itself
    ['help', 'say-help'],
    ['wat kan jij allemaal?', 'say-help'],
    ['ik snap het niet', 'say-help'],
    ['hoe werkt dit hier', 'say-help'],
    ['', 'say-help'],
    ['🤔', 'say-help'],
    ['dankjewel', 'say-thanks'],
    ['merci he', 'say-thanks'],
    ['Top, bedankt!', 'say-thanks'],
    ['bedankt voor de snelle hulp', 'say-thanks'],
    ['dank u wel 🙏', 'say-thanks'],
    ['hallo', 'say-hello'],
    ['Goeiedag', 'say-hello'],
    ['dag meldpunt', 'say-hello'],
    ['privacy', 'tell-privacy'],
    ['wie ziet wat ik hier invul?', 'tell-privacy'],
    ['is dit conform de gdpr', 'tell-privacy'],
    ['hoe lang worden de gegevens van een leerling bewaard', 'tell-privacy'],
    ['over', 'tell-about'],
    ['ben je een robot?', 'tell-about'],
    ['wie zit hierachter', 'tell-about'],
    ['hoe kan ik het meldpunt bellen', 'tell-about'],
    ['stop', 'tell-stop'],
    ['ik wil geen berichten meer', 'tell-stop'],
    ['hoe kan ik een aanmelding intrekken', 'tell-stop'],
    // Danger comes before everything, also in a story
    ['leerling spreekt over zelfmoord, kan ik aanmelden?', 'tell-danger'],
    ['een leerling is in gevaar', 'tell-danger'],
    // In English
    ['how do I refer a pupil?', 'start-intake'],
    ['thanks a lot', 'say-thanks'],
  ])('“%s” → %s', (said, expected) => {
    expect(starts(said)).toBe(expected);
  });

  it.each([
    ['aanmelden lukt niet', 'tells of trouble'],
    ['ik weet niet of ik een leerling mag aanmelden', 'is not sure'],
    ['ik heb gisteren een leerling aangemeld', 'is done already'],
    ['ik meld u dat ik morgen aan zee ben', 'is no separable verb'],
    ['bedankt maar het werkt niet', 'asks for something after all'],
    ['is 2026-0042 dezelfde als 2026-0043', 'names two'],
    ['schooljaar 2026-2027', 'is a school year'],
    ['bel mij op 016-12 34 56', 'is a phone number'],
    ['op 2026-12-01 om 10 u.', 'is a date'],
    ['ik zoek de agenda en mijn signalen', 'asks for two things'],
    ['hoe lang is de wachtlijst?', 'is not for a CLB'],
    ['ik wil afmelden', 'may be the pupil or oneself'],
    ['asdf', 'is nothing'],
  ])('“%s” is only answered with the nearest: it %s', (said) => {
    expect(starts(said)).toBeNull();
  });

  it('opens the waiting list and the availability for who has one', () => {
    expect(starts('hoe lang is de wachtlijst?', bram)).toBe('show-waitlist');
    expect(starts('ik wil onze beschikbaarheid aanpassen', bram)).toBe('show-availability');
  });

  it('does nothing on a keyword in a story, but the danger in it is heard', () => {
    const story = 'Gisteren hadden we overleg met de ouders en de school en zij vroegen zich af of wij nu of later ';
    expect(starts(`${story}in het jaar de leerling gaan aanmelden bij NAFT of toch bij iemand anders`)).toBeNull();
    expect(starts(`${story}in het jaar iets doen, want hij sprak over zelfdoding bij de leerkracht van wiskunde`)).toBe(
      'tell-danger',
    );
  });

  it('never throws and always gives one of its own, whatever is typed', () => {
    const word = fc.constantFrom(
      ...dutch.flatMap(({ sure }) => sure),
      'een',
      'niet',
      '2026-0042',
      '<b>',
      '👩‍👧',
      '&amp;',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 50 }).map((one) => one.repeat(40)),
    );
    const slugs = new Set(actions.map(({ slug }) => slug));
    fc.assert(
      fc.property(anything, (said) => {
        const asked = understands(said, an);
        if (asked !== null) expect(slugs).toContain(asked.does);
        for (const points of nearness(said).values()) expect(points).toBeGreaterThan(0);
      }),
    );
  });

  it('means only actions that exist and open something: with a keyword nothing is sent to anybody', () => {
    const bySlug = new Map(actions.map((one) => [one.slug, one]));
    for (const { does } of [...dutch, ...english]) expect([does, bySlug.has(does)]).toEqual([does, true]);
    const acting = ['unlink-channel', 'reconcile-now', 'move-clock', 'withdraw-referral', 'plan-meetings'];
    expect([...dutch, ...english].filter(({ does }) => acting.includes(does))).toEqual([]);
  });
});

describe('a typing error', () => {
  it('is one letter, or two that changed places, in a word of six letters or more', () => {
    expect([distance('', 'abc'), distance('abc', 'abc'), distance('aanmeden', 'aanmelden')]).toEqual([3, 0, 1]);
    expect(distance('aanmedlen', 'aanmelden')).toBe(1);
    expect(isSameWord('aanmeden', 'aanmelden')).toBe(true);
    expect(isSameWord('afmelden', 'aanmelden')).toBe(false);
    expect(isSameWord('dak', 'dag')).toBe(false);
  });
});
