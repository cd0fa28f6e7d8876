import type { Message, Person, Conversation } from '../fake-teams/index.js';
import { choice, postOf, postsNamed, pupilNamed } from '../reading.js';
import { fillsIn, ordinary, parts, refers, type Intake, type Part } from '../refer.js';
import { goesOn, goesTo, sends } from '../walk.js';
import { answers, type Life } from './life-cast.js';

const day = 86_400_000;
const naft = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const deskChooses: Partial<Intake> = { provider: 'laat het meldpunt kiezen' };
const toFarm: Partial<Intake> = { provider: 'dagbesteding' };
const toGreen: Partial<Intake> = { provider: 'steunpunt groene zorg' };

const onList = (kept: string, expectedStartOn = '') =>
  [['Wachtlijst'], ['Op wachtlijst', { kept, ...(expectedStartOn === '' ? {} : { expectedStartOn }) }]] as const;
const noMatch = (reason: string, note = '') =>
  [['Geen match'], ['Geen match', { reason, ...(note === '' ? {} : { note }) }, 'refuse-match']] as const;

/** Refers on to another service; gives the new reference. */
async function refersOn(life: Life, reference: string, to: string, first: 'withdraw' | 'keep'): Promise<string> {
  const { an, clb, stage } = life;
  const post = { on: postOf(clb, reference) };
  await an.presses('Andere aanbieder', {}, post);
  const done = await an.presses('Aanmelden', { serviceId: choice(an, post, 'serviceId', to), first }, post);
  await stage.settled();
  return /Verder aangemeld als (\d{4}-\d{4})/.exec(done.text)![1]!;
}

/** November: refusals, a waiting list, trails of two and three, what was placed and withdrawn. */
export async function firstReferrals(life: Life): Promise<void> {
  const { stage, an, bram, greet, hugo, clb, green } = life;
  const at = life.naft;
  const refer = (name: string, changed: Partial<Intake> = {}) => refers(stage, an, { ...pupilNamed(name), ...changed });
  const refused: string[] = [];
  for (const name of ['Aagje', 'Basiel', 'Cyriel', 'Dolf', 'Emeric']) {
    const reference = await refer(name);
    await answers(life, bram, at, reference, ...noMatch('leeftijd past niet', 'Wij bellen hierover nog eens.'));
    refused.push(reference);
  }
  for (const [reference, reason] of [
    [refused[3]!, 'de vraag is opgelost'],
    [refused[4]!, 'vergissing'],
  ] as const)
    // prettier-ignore
    await answers(life, an, clb, reference, ['Intrekken'], ['Intrekken', { reason }]);
  const placed = await refersOn(life, refused[1]!, 'Steunpunt Groene Zorg', 'withdraw');
  await answers(life, greet, green, placed, ['Gecontacteerd'], ['Plaats']);
  const second = await refersOn(life, refused[2]!, 'Steunpunt Groene Zorg', 'keep');
  await answers(life, greet, green, second, ...noMatch('de vraag past beter bij een ander aanbod'));
  await stage.later(day);
  const third = await refersOn(life, second, 'Dagbesteding', 'keep');
  await answers(life, hugo, hugo.personal, third, ...onList('ja', '2027-03-01'));
  const waiting: string[] = [];
  for (const name of ['Firmin', 'Godelieve', 'Hubert', 'Irma']) {
    waiting.push(await refer(name));
    await stage.later(day / 4);
  }
  for (const [index, start] of ['', '2027-01-11', '2027-02-22', ''].entries())
    await answers(life, bram, at, [...waiting].reverse()[index]!, ...onList('ja', start));
  const moved = { expectedStartOn: '2027-03-15' };
  await answers(life, bram, at, waiting[1]!, ['Verwachte start'], ['Wijzigen', moved]);
  const proposed = await refer('Jozefien');
  await answers(life, bram, at, proposed, ...onList('nog niet gevraagd'));
  const contacted = await refer('Karolien', { question: { ...ordinary.question, urgency: 'dringend' } });
  await answers(life, bram, at, contacted, ['Gecontacteerd']);
  await bram.presses('Bekijken', {}, { on: postOf(at, contacted) });
  await an.presses('Bekijken', {}, { on: postOf(clb, contacted) });
  for (const who of [an, bram]) who.reloads();
  const straight = await refer('Leopold');
  await answers(life, bram, at, straight, ['Plaats']);
}

/** The week of the fourteenth of December: overdue, not to be delivered, full, undone, a free place. */
export async function laterReferrals(life: Life): Promise<void> {
  const { stage, an, bram, hugo, els, clb } = life;
  const at = life.naft;
  const refer = (name: string, changed: Partial<Intake> = {}) => refers(stage, an, { ...pupilNamed(name), ...changed });
  await refer('Marcella');
  const domicile = { domicile: 'Halle', schoolPlace: 'Vilvoorde' };
  const elsewhere = { region: domicile, provider: 'naft-leerrecht asse-halle-vilvoorde' };
  await refers(stage, els, { ...pupilNamed('Norbert'), ...elsewhere });
  const full = await refer('Odilon', toFarm);
  const kept = await refer('Pharaïlde', toFarm);
  await answers(life, hugo, hugo.personal, full, ['Volzet'], ['Volzet melden']);
  await answers(life, an, clb, kept, ['Behouden']);
  await stage.later(day);
  const undone = await refer('Quirin');
  await answers(life, bram, at, undone, ['Plaats']);
  await stage.later(5 * 60_000);
  await answers(life, bram, at, undone, ['Ongedaan maken']);
  const list = postsNamed(at, `Wachtlijst ${naft}`)[0]!;
  const first = /\d{4}-\d{4}(?= ·)/.exec(list.text)![0];
  await bram.presses(`Plaats vrij voor ${first}`, {}, { on: list });
  await stage.settled();
  stage.teams.goesWrong({ status: 403 }, { in: life.halle, times: 10_000 });
  await refers(stage, els, { ...pupilNamed('Rozemarijn'), ...elsewhere });
}

/** Thursday in the afternoon: delivered in time, to two providers. Gives one of them. */
export async function todaysReferrals({ stage, an }: Life): Promise<string> {
  await refers(stage, an, { ...pupilNamed('Sidonie'), ...toGreen });
  return refers(stage, an, pupilNamed('Theofiel'));
}

/** Thursday evening, after hours: registered, recalled, held for each reason, and assigned by the desk. */
export async function eveningReferrals(life: Life): Promise<void> {
  const { stage, an, dirk, desk } = life;
  const here = { in: an.personal };
  await refers(stage, an, pupilNamed('Ursule'));
  await refers(stage, an, { ...pupilNamed('Valère'), ...deskChooses });
  const assigned = await refers(stage, an, { ...pupilNamed('Wivina'), ...deskChooses });
  const on = postOf(desk, assigned);
  await dirk.presses('Aanbieder kiezen', {}, { on });
  await dirk.presses('Kiezen', { serviceId: choice(dirk, { on }, 'serviceId', naft) }, { on });
  await stage.settled();
  await outside(life);
  await group(life);
  await dirk.says('termijnen', desk);
  await stage.settled();
  await dirk.presses('Formulier openen', {}, { in: desk });
  await dirk.presses('Bewaren', { deskFirst: true, draftDays: '45' }, { in: desk });
  await refers(stage, an, pupilNamed('Xaverius'));
  await fillsIn(stage, an, pupilNamed('Yolande'));
  const { receipt } = await sends(stage, an);
  if (!receipt.text.includes('2026-')) throw new Error(receipt.text);
  await an.presses('Wijzigen', {}, here);
  await stage.settled();
}

async function outside({ stage, an }: Life): Promise<void> {
  const region = { domicile: 'Antwerpen', schoolPlace: 'Mechelen', clbPlace: 'Mechelen' };
  await goesTo(stage, an, 'question', { ...pupilNamed('Zenobie'), region });
  await goesOn(an, { region: 'Toch naar het Meldpunt sturen' });
  await goesOn(an, ordinary.question);
  await goesOn(an, ordinary.consent);
  await sends(stage, an);
}

async function group({ stage, an }: Life): Promise<void> {
  const { problemDomains, efforts, question, stepsTaken } = ordinary.question;
  await refers(stage, an, {
    conditions: { ...ordinary.conditions, target: 'groep of klas' },
    pupil: { groupName: 'Klas van juf Pimpelmees', groupSize: '18', schoolName: 'Atheneum Verzonnen' },
    region: { schoolPlace: 'Leuven' },
    question: { problemDomains: problemDomains!, efforts: efforts!, question: question!, stepsTaken: stepsTaken! },
    consent: { schoolAgreement: 'ja', schoolContact: 'directie, 016 00 00 06' },
    ...deskChooses,
  });
}

/** A draft of each colleague, left at another part; the last one stands at the review. One is thrown away. */
export async function drafts({ stage, colleagues }: Life): Promise<void> {
  for (const [index, part] of (Object.keys(parts) as Part[]).entries()) {
    const who = colleagues[index]!;
    await goesTo(stage, who, part, pupilNamed(`Opzet${'abc'[index]!}`));
    if (index === 0) await goesOn(who, ordinary.conditions);
    if (index === 1) await who.presses('Later verder', { stepsTaken: 'Half ingevuld.' }, { in: who.personal });
    await stage.settled();
  }
  const last = colleagues[6]!;
  await fillsIn(stage, last, pupilNamed('Weggooi'));
  await thrownAway(last, stage);
  await fillsIn(stage, last, pupilNamed('Nalezen'));
  await stage.settled();
}

async function thrownAway(who: Person, stage: Life['stage']): Promise<void> {
  await who.presses('Later verder', {}, { in: who.personal });
  await stage.settled();
  await who.presses('Weggooien', {}, { in: who.personal });
  await who.presses('Weggooien', {}, { in: who.personal });
  await stage.settled();
}

/** The last thing: Teams is away for the CLB, and what must be said there waits. Its answer can still be taken back. */
export async function teamsIsAway({ stage, bram, clb, naft: at }: Life, reference: string): Promise<void> {
  const away = stage.teams.goesWrong({ status: 503 }, { in: clb, times: 100_000 });
  const on: Message = postOf(at as Conversation, reference);
  await bram.presses('Gecontacteerd', {}, { on });
  await away.arrived;
}
