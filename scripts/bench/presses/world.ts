import { testBot, type Identity } from '../../../tests/support/bot-tokens.js';
import { execute } from '../../../tests/support/fake-teams/activities.js';
import {
  startFakeTeams,
  type Conversation,
  type FakeTeams,
  type Person,
} from '../../../tests/support/fake-teams/index.js';
import { ordinary, refers } from '../../../tests/support/refer.js';
import { deskCode, link } from '../../../tests/support/stage.js';
import { goesTo } from '../../../tests/support/walk.js';
import type { BenchChild } from '../child.js';
import { clbs } from './clbs.js';
import type { Press } from './load.js';

/** A referral that waits for an answer. */
export interface Waiting {
  readonly id: string;
  readonly reference: string;
}

/** The Teams around the bots of the bench: people, places, and the presses that they make. */
export interface World {
  readonly authorization: string;
  readonly look: Press;
  readonly list: Press;
  /** The next version of the n-th person's intake. */
  step(person: number): Press;
  answer(waiting: Waiting): Press;
  echo(verb: string): Press;
  /** Puts so many referrals there that nobody answered yet. */
  prepare(count: number): Promise<Waiting[]>;
  /** Waits until all that follows has been sent. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Referrals in the list that is looked at: a full page, and some more. */
const listed = 14;

/** Makes the people and places, as people make them, through the front door of the bot. `people`: how many will press at once. */
export async function openWorld(bot: BenchChild, identity: Identity, people: number): Promise<World> {
  const sign = async (activity: Readonly<Record<string, unknown>>): Promise<string> =>
    `Bearer ${await identity.sign({ serviceurl: String(activity['serviceUrl']) })}`;
  const teams = await startFakeTeams({ tenantId: testBot.tenantId, botId: testBot.appId, botUrl: bot.url, sign });
  const settled = (): Promise<void> => teams.settled(() => bot.ask('idle'));
  const stage = { teams, settled };
  const cast = await linkPeople(stage, people);
  const scene = { bot: teams.bot, serviceUrl: teams.serviceUrl };
  await refers(stage, cast.an);
  const many = await refers(stage, cast.mia);
  const [first] = await bot.ask<Waiting[]>('prepare', { reference: '2026-0001', count: listed });
  const post = cast.clb.botPosts.at(-1)!;
  const offer = cast.naft.botPosts.at(-1)!;
  const look = { verb: 'show', data: { view: 'referral-post', referralId: first!.id } };
  const pressing = (who: Person, on: typeof post, { verb, data }: typeof look) =>
    execute(scene, who, on, { verb }, data, false);
  const steps: ((question: string) => Press)[] = [];
  for (const who of cast.workers) steps.push(await openStep(stage, who));
  let typed = 0;
  return {
    authorization: await sign({ serviceUrl: teams.serviceUrl }),
    look: { activity: pressing(cast.an, post, look), expected: first!.reference },
    list: {
      activity: execute(scene, cast.an, post, { verb: 'list-my-referrals' }, {}, false),
      expected: clbs.list.name,
    },
    step: (person) => steps[person]!(`Versie ${++typed} van de vraag.`),
    answer: ({ id, reference }) => ({
      activity: execute(scene, cast.bram, offer, { verb: 'confirm-contact' }, { referralId: id }, false),
      expected: reference,
    }),
    echo: (verb) => ({ activity: pressing(cast.an, post, { ...look, verb }), expected: verb }),
    prepare: (count) => bot.ask('prepare', { reference: many, count }),
    settled,
    close: () => teams.stop(),
  };
}

interface PeopleOfBench {
  readonly an: Person;
  readonly mia: Person;
  readonly bram: Person;
  readonly workers: readonly Person[];
  readonly clb: Conversation;
  readonly naft: Conversation;
}
type Set = { readonly teams: FakeTeams; settled(): Promise<void> };

async function linkPeople(stage: Set, people: number): Promise<PeopleOfBench> {
  const { teams } = stage;
  const [an, mia, bram, dirk] = ['An Peeters', 'Mia Maes', 'Bram Claes', 'Dirk Jacobs'].map((name) =>
    teams.person(name),
  ) as [Person, Person, Person, Person];
  const workers = Array.from({ length: people }, (_, index) => teams.person(`Medewerker ${index + 1}`));
  const clb = teams.team(clbs.list.name, { people: [an] }).general;
  const many = teams.team(clbs.many.name, { people: [mia, ...workers] }).general;
  const naft = teams.team('NAFT VBO', { people: [bram] }).general;
  const desk = teams.team('Meldpunt', { people: [dirk] }).general;
  await dirk.says(`koppelen ${deskCode}`, desk);
  await stage.settled();
  const of = (organisation: string, who: Person, where: Conversation) =>
    link(stage, { dirk, desk }, { who, where, organisation });
  await of(`${clbs.list.name} (CLB)`, an, clb);
  await of(`${clbs.many.name} (CLB)`, mia, many);
  await of('NAFT-Leerrecht Vlaams-Brabant Oost (aanbieder)', bram, naft);
  return { an, mia, bram, workers, clb, naft };
}

/** An intake that stands after the question, and the press on it with another text. */
async function openStep(stage: Set, who: Person): Promise<(question: string) => Press> {
  await goesTo(stage, who, 'consent', { pupil: { ...ordinary.pupil, pupilName: `Leerling van ${who.name}` } });
  await stage.settled();
  const { activity } = stage.teams.answers.at(-1)!;
  const value = activity['value'] as { action: { data: Record<string, string> } };
  return (question) => ({
    activity: {
      ...activity,
      value: { ...value, action: { ...value.action, data: { ...value.action.data, question } } },
    },
    expected: 'guardianName',
  });
}
