import type { Person } from '../fake-teams/index.js';
import { choice, choices, postsNamed } from '../reading.js';
import { meetingPost } from '../working-group.js';
import { fills, type Life } from './life-cast.js';

const line = { kind: 'Lokaal initiatief', hours: 'ma–vr 15.30–18 u.', ages: '10–14', regions: ['Vlaams-Brabant Oost'] };

/** Help lines: one reported and mended, one changed and taken back, one with an open report, one without a keeper. */
export async function helpLines(life: Life): Promise<void> {
  const { stage, an, bram, els } = life;
  const adds = (who: Person, name: string, phone: string) =>
    fills(life, who, who.personal, ['hulplijn toevoegen', 'Bewaren', { ...line, name, phone }]);
  const opens = async (who: Person, words: string): Promise<void> => {
    await who.says(`hulplijn ${words}`);
    await stage.settled();
    await who.presses('Bekijken', {}, { in: who.personal, nth: 1 });
  };
  await adds(an, 'Huiswerkklas De Voorbeeldbrug', '016 00 00 02');
  await adds(an, 'Jongerencafé Het Verzinsel', '016 00 00 03');
  await adds(els, 'Buddywerking Fictie', '02 000 00 04');
  await els.presses('Geen beheerder meer', {}, { in: els.personal });
  await opens(bram, 'voorbeeldbrug');
  await bram.presses('Klopt niet', {}, { in: bram.personal });
  await bram.presses('Melden', { reason: 'Het telefoonnummer klopt niet' }, { in: bram.personal });
  await stage.settled();
  const asked = { in: an.personal, reading: 'Gemeld door NAFT-Leerrecht Vlaams-Brabant Oost' };
  await an.presses('Wijzigen', {}, asked);
  await an.presses('Bewaren', { phone: '016 00 00 05' }, { in: an.personal });
  await an.presses('Verbeterd', {}, { in: an.personal });
  await stage.settled();
  await opens(bram, 'voorbeeldbrug');
  await bram.presses('Wijzigen', {}, { in: bram.personal });
  await bram.presses('Bewaren', { ages: '6–12' }, { in: bram.personal });
  await stage.settled();
  await an.presses('Geschiedenis', {}, { in: an.personal });
  await an.presses('Terugdraaien', {}, { in: an.personal, nth: 1 });
  await opens(bram, 'verzinsel');
  await bram.presses('Klopt niet', {}, { in: bram.personal });
  await bram.presses('Melden', { reason: 'Het telefoonnummer klopt niet' }, { in: bram.personal });
  await stage.settled();
}

const knot = 'Voor kinderen jonger dan 12 is er in Halle niets.';

/** Signals: new with support, on the agenda, answered, closed, merged. Automatic ones come from the figures. */
export async function signals(life: Life): Promise<void> {
  const { stage, an, bram, eva, group } = life;
  const sends = async (who: Person, text: string, kind = 'Een knelpunt'): Promise<string> => {
    await who.says('signaal');
    await stage.settled();
    await who.presses('Formulier openen', {}, { in: who.personal });
    const ageGroup = choices(who, { in: who.personal }, 'ageGroup')[0]!;
    const filled = { kind, region: 'Asse-Halle-Vilvoorde', ageGroup, text };
    const receipt = await who.presses('Versturen', filled, { in: who.personal });
    await stage.settled();
    return /S-\d{4}-\d{3}/.exec(receipt.text)![0];
  };
  const post = (reference: string) => postsNamed(group, `Signaal ${reference}`)[0]!;
  const does = async (who: Person, reference: string, title: string): Promise<void> => {
    await who.presses('Bekijken', {}, { on: post(reference) });
    await who.presses(title, {}, { on: post(reference) });
    await stage.settled();
  };
  await does(bram, await sends(an, knot), 'Op de agenda');
  const supported = await sends(bram, 'Een brugfiguur in elke school helpt.');
  for (const who of [an, eva]) await who.presses('Ik steun dit', {}, { on: post(supported) });
  const delivered = await sends(an, 'De wachtlijsten duren te lang.');
  await does(an, delivered, 'Op de agenda');
  await does(an, delivered, 'Bezorgen');
  await an.presses('Bezorgd', { body: 'Departement Onderwijs' }, { on: post(delivered) });
  await stage.settled();
  await does(eva, delivered, 'Antwoord noteren');
  await eva.presses('Antwoord bewaren', { answer: 'Er komt een proefproject.' }, { on: post(delivered) });
  const closed = await sends(an, 'Het vervoer lukt niet overal.');
  await does(eva, closed, 'Afsluiten');
  await eva.presses('Afsluiten', { reason: 'het is al bekend en wordt gevolgd' }, { on: post(closed) });
  await stage.settled();
  const merged = await sends(an, 'Een brugfiguur op school werkt goed.');
  await does(eva, merged, 'Samenvoegen');
  const into = choice(eva, { on: post(merged) }, 'into', supported);
  await eva.presses('Samenvoegen', { into }, { on: post(merged), verb: 'merge-signals' });
  await stage.settled();
}

/** Three meetings planned, the first with points, support and who comes. */
export async function meetingsPlanned(life: Life): Promise<void> {
  const { stage, an, bram, bea, eva, farid, group } = life;
  const days = { date1: '2026-12-10', date2: '2027-02-11', date3: '2027-05-20' };
  const typed = { begin: '14:00', end: '16:00', location: 'Vergaderzaal Voorbeeld, Leuven', ...days };
  await fills(life, an, group, ['vergaderingen plannen', 'Plannen', typed]);
  const on = { on: meetingPost(life, 1) };
  for (const [who, text] of [[an, 'Wie begeleidt na de herfst?'] as const, [bram, 'De wachtlijsten'] as const]) {
    await who.presses('Punt toevoegen', {}, on);
    await who.presses('Toevoegen', { text }, on);
    await stage.settled();
  }
  for (const who of [bea, eva, farid]) {
    await who.presses('Punten steunen', {}, on);
    await who.presses('Bewaren', { supported: choice(who, on, 'supported', 'De wachtlijsten') }, on);
  }
  await bram.presses('Ik kom', {}, on);
  await eva.presses('Ik kom niet', {}, on);
  await an.presses('Meer', {}, on);
  await an.presses('Gast uitnodigen', {}, on);
  await an.presses('Toevoegen', { guestName: 'Karel Gast', guestOrganisation: 'VDAB' }, on);
  await stage.settled();
}

/** The first meeting is held and closed with a decision that is still to be done; the third is called off. */
export async function meetingHeld(life: Life): Promise<void> {
  const { stage, an } = life;
  const on = { on: meetingPost(life, 1) };
  await an.presses('Meer', {}, on);
  await an.presses('Aanwezigheden', {}, on);
  const present = ['An Peeters', 'Bea Maes', 'Karel Gast'].map((name) => choice(an, on, 'present', name));
  await an.presses('Bewaren', { present }, on);
  await an.presses('Verslag maken', {}, on);
  await an.presses('Bewaren en verder', { notes: 'Elke aanbieder telt zijn lijst na.' }, on);
  await an.presses('Overslaan', {}, on);
  await an.presses('Bewaren en besluit noteren', { notes: 'We schrijven een brief.' }, on);
  const decision = { text: 'Brief over aanbod onder 12', ownerId: 'Bram Claes', dueOn: '2027-01-22' };
  await an.presses('Bewaren', decision, on);
  await stage.settled();
  await an.presses('Meer', {}, on);
  await an.presses('Afsluiten', {}, on);
  await an.presses('Afsluiten', {}, on);
  await stage.settled();
  const third = { on: meetingPost(life, 3) };
  await an.presses('Meer', {}, third);
  await an.presses('Afgelasten', {}, third);
  await an.presses('Afgelasten', {}, third);
  await stage.settled();
}

/** A survey opened by hand, which some have answered. */
export async function survey({ stage, an, colleagues, group }: Life): Promise<void> {
  await an.says('bevraging', group);
  await stage.settled();
  const on = an.message({ in: group });
  await an.presses('Nu openen', {}, { on });
  await an.presses('Openen', {}, { on });
  await stage.settled();
  const answers = { problems: ['sociaal', 'de thuissituatie'], askedBy: ['school'], missing: ['aanbod in de buurt'] };
  for (const [who, asked] of [
    [an, '3 tot 5'],
    [colleagues[0]!, '1 of 2'],
    [colleagues[1]!, '6 tot 10'],
  ] as const) {
    // prettier-ignore
    const invitation = postsNamed(who.personal, 'Bevraging')[0]!;
    await who.presses('Antwoorden', {}, { on: invitation });
    const filled = { ...answers, asked, helped: '2', region: 'Vlaams-Brabant Oost' };
    await who.presses('Antwoorden', filled, { on: invitation });
    await stage.settled();
  }
}
