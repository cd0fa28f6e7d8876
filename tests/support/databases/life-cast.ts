import type { OrganisationId } from '../../../src/domain/ids.js';
import type { Message, Person, Conversation, Pressed } from '../fake-teams/index.js';
import { postOf, until } from '../reading.js';
import { addOrganisation, clbExample, link, type Stage } from '../stage.js';
import { workingGroup, type WorkingGroup } from '../working-group.js';

/** Everybody in the life that the kept database tells of. All of them are invented. */
export interface Life extends WorkingGroup {
  readonly stage: Stage;
  /** Workers of CLB Voorbeeld Leuven, besides An. */
  readonly colleagues: readonly Person[];
  readonly els: Person;
  /** A group chat: the channel of a second CLB. */
  readonly halle: Conversation;
  readonly greet: Person;
  readonly green: Conversation;
  readonly hugo: Person;
}

type Inputs = Record<string, string | string[]>;

/** Makes the organisations and links their channels: a team, a group chat, a personal chat; one is lost, one unlinked. */
export async function castOf(stage: Stage): Promise<Life> {
  const group = await workingGroup(stage);
  const { dirk, desk, bram } = group;
  const { teams } = stage;
  const names = ['Bo Aerts', 'Cas Bogaert', 'Dina Claes', 'Emma Daems', 'Fons Evers', 'Gitte Faes', 'Hilde Goris'];
  const colleagues = names.map((name) => teams.person(name));
  const [els, greet, hugo] = ['Els Nys', 'Greet Aerts', 'Hugo Proef'].map((name) => teams.person(name)) as [Person, Person, Person]; // prettier-ignore
  const halle = teams.groupChat('Team Halle', [els]);
  const greenTeam = teams.team('Groene Zorg', { people: [greet], channels: ['Aanmeldingen'] });
  const oldTeam = teams.team('Groene Zorg vroeger', { people: [greet] });
  const life: Life = { ...group, stage, colleagues, els, halle, greet, green: greenTeam.channel('Aanmeldingen'), hugo };
  const team = [...teams.world.teams.values()].find(({ general }) => general === group.clb)!;
  for (const who of colleagues) await teams.joins(who, team);
  for (const who of [group.an, ...colleagues, group.bram, group.bea, els, greet]) await who.says('hallo');
  const id = '00000000-0000-4000-8000-0000000c1b02' as OrganisationId;
  await addOrganisation(stage, { ...clbExample, id, name: 'CLB Proef Halle', municipality: '23027' });
  await farm(life);
  const by = { dirk, desk };
  await link(stage, by, { who: els, where: halle, organisation: 'CLB Proef Halle (CLB)' });
  await link(stage, by, { who: greet, where: life.green, organisation: 'Steunpunt Groene Zorg (aanbieder)' });
  await link(stage, by, { who: greet, where: oldTeam.general, organisation: 'Steunpunt Groene Zorg (aanbieder)' });
  await link(stage, by, { who: hugo, where: hugo.personal, organisation: 'Zorgboerderij Voorbeeld (aanbieder)' });
  const former = teams.groupChat('NAFT, vroeger', [bram]);
  await link(stage, by, { who: bram, where: former, organisation: 'NAFT-Leerrecht Vlaams-Brabant Oost (aanbieder)' });
  await bram.says('ontkoppelen', former);
  await stage.settled();
  await bram.presses('Formulier openen', {}, { in: former });
  await bram.presses('Ja, ontkoppelen', {}, { in: former });
  await teams.removesBot(greet, oldTeam);
  await els.says('koppelen ABCD-EFGH-JKLM');
  await codeMade(life, 'NAFT-Leerrecht Asse-Halle-Vilvoorde (aanbieder)');
  await deskSets(life);
  return life;
}

/** The desk closes on a day in March, and names a coordinator of the provider. */
async function deskSets(life: Life): Promise<void> {
  const { stage, dirk, desk } = life;
  await fills(life, dirk, desk, ['werkuren', 'Bewaren', { friday: '9-12', closed: '15/03/2027 Studiedag' }]);
  const on = { in: desk };
  await dirk.says('meldpunt', desk);
  await stage.settled();
  await dirk.presses('Organisaties', {}, on);
  await dirk.presses('Bekijken', {}, { ...on, nth: 4 });
  await dirk.presses('Gegevens wijzigen', {}, on);
  const saved = await dirk.presses('Bewaren', { coordinator: 'Bea Maes' }, on);
  if (!saved.text.includes('NAFT-Leerrecht Vlaams-Brabant Oost'))
    throw new Error(`another organisation: ${saved.text}`);
  await stage.settled();
}

/** The desk adds a provider with its card, and gives it two services, one of which stopped. */
async function farm({ stage, dirk, desk }: Life): Promise<void> {
  const on = { in: desk };
  await dirk.says('meldpunt', desk);
  await stage.settled();
  await dirk.presses('Organisaties', {}, on);
  await dirk.presses('Nieuwe organisatie', {}, on);
  await dirk.presses('Toevoegen', { name: 'Zorgboerderij Voorbeeld', kind: 'aanbieder', municipality: '' }, on);
  await dirk.presses('Gegevens wijzigen', {}, on);
  await dirk.presses('Bewaren', { phone: '016 00 00 01', email: 'info@zorgboerderij.example' }, on);
  for (const filled of [
    { name: 'Dagbesteding', active: true },
    { name: 'Klasproject', active: false },
  ]) {
    await dirk.presses('Aanbod toevoegen', {}, on);
    await dirk.presses('Bewaren', { ...filled, regions: ['Vlaams-Brabant Oost'] }, on);
  }
}

/** A linking code that nobody has used. */
export async function codeMade({ stage, dirk, desk }: Life, organisation: string): Promise<void> {
  await dirk.says('koppelcode', desk);
  await stage.settled();
  await dirk.presses('Formulier openen', {}, { in: desk });
  await dirk.presses('Code maken', { organisation }, { in: desk });
  await stage.settled();
}

/** Somebody types words that open a form, fills it in and presses. */
export async function fills(
  { stage }: Pick<Life, 'stage'>,
  who: Person,
  where: Conversation,
  [words, title, inputs]: readonly [string, string, Inputs],
): Promise<Pressed> {
  await who.says(words, where);
  await stage.settled();
  await who.presses('Formulier openen', {}, { in: where });
  const pressed = await who.presses(title, inputs, { in: where });
  await stage.settled();
  return pressed;
}

/** Presses on the post of a referral, one after another, and waits until all was sent. */
export async function answers(
  { stage }: Pick<Life, 'stage'>,
  who: Person,
  where: Conversation,
  reference: string,
  ...presses: readonly (readonly [string, Inputs?, string?])[]
): Promise<Message> {
  const on = postOf(where, reference);
  for (const [title, filled = {}, verb] of presses)
    await who.presses(title, filled, { on, ...(verb === undefined ? {} : { verb }) });
  await stage.settled();
  return on;
}

/** Days pass one by one, so that every reminder has its own day. */
export async function daysPass(stage: Stage, moment: string): Promise<void> {
  const end = new Date(moment).getTime();
  const day = 86_400_000;
  while (stage.clock.now().getTime() + day < end) await stage.later(day);
  await until(stage, moment);
}
