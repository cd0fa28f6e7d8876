import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { formerSteps } from '../../../src/domain/draft.js';
import { terms } from '../../../src/domain/terms.js';
import { isUnderway, referralStates } from '../../../src/domain/case/states.js';
import { openKeys } from '../../../src/platform/keys/open-keys.js';
import { migrateToLatest } from '../../../src/platform/storage/migrate.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { engineInTurn, engines } from '../../support/database.js';
import { countRows, factsOf } from '../../support/databases/facts.js';
import { standPosts } from '../../support/databases/stand-posts.js';
import { peopled } from '../../support/databases/world.js';
import { inputsOf, type Person, type Conversation } from '../../support/fake-teams/index.js';
import { expectedOf, openFixture, type AsJson } from '../../support/open-fixture.js';
import { postsAbout, postsNamed, pupilNamed, until } from '../../support/reading.js';
import { inputsFor, parts, type Inputs, type Intake, type Part } from '../../support/refer.js';
import { link, openStage, type Stage } from '../../support/stage.js';
import { newKeyFile, stageKeys } from '../../support/test-sealer.js';

const version = '0.2.0';
const expected = expectedOf(version);
const now = new Date(expected.now);
const asJson = <T>(value: T): AsJson<T> => JSON.parse(JSON.stringify(value)) as AsJson<T>;

type KeptFacts = typeof expected.facts;
type KeptReferral = KeptFacts['referrals'][number];

/** Called delivered by 0.2.0 although Teams never took the post: the provider had no channel. */
const neverReceived = ['2026-0018', '2026-0022'];

/**
 * What is meant to read otherwise than 0.2.0 left it, and nothing else. An answer can no longer be taken back: that was
 * possible for fifteen minutes only. The intake has three parts, and a draft stands in the one its step went into. When a referral was to leave is known until it has left. What nobody received is
 * before the desk to phone, so that no term runs against a provider who knows of nothing.
 */
function intended(facts: KeptFacts): KeptFacts {
  const referrals = facts.referrals.map((one): KeptReferral => {
    const deliverAt = one.state === 'registered' ? one.deliverAt : null;
    const now = { ...one, deliverAt, mayBeUndoneUntil: null };
    return neverReceived.includes(one.reference) ? { ...now, state: 'to-phone', contactBy: null, dues: [] } : now;
  });
  const drafts = facts.drafts.map(inThreeParts);
  return {
    ...facts,
    referrals,
    // What can be set since then has its default.
    settings: {
      ...facts.settings,
      checkInWeeks: 4,
      lookWeeks: 6,
      keptDays: terms,
      linksWithdrawn: {},
      controller: '',
      privacyOfficer: '',
    },
    dues: withoutThoseOf(facts),
    drafts,
    undelivered: facts.undelivered.filter(isStillMeant),
  };
}

/** That a channel was linked need not be told any more where it was unlinked since. */
const isStillMeant = ({ view }: KeptFacts['undelivered'][number]): boolean => view !== 'linked-place';

type KeptDraft = KeptFacts['drafts'][number];

/** The first part was only submitted as a whole when all three of its steps were. */
function inThreeParts(draft: KeptDraft): KeptDraft {
  const first = draft.tried.includes('choose-region') ? ['describe-pupil'] : [];
  const tried = [...first, ...draft.tried.filter((step) => ['describe-question', 'record-consent'].includes(step))];
  return { ...draft, step: formerSteps[draft.step] ?? draft.step, tried: tried.sort() };
}

/** The clocks of what nobody received are stopped. */
function withoutThoseOf({ referrals, dues }: KeptFacts): KeptFacts['dues'] {
  const stopped = referrals.filter(({ reference }) => neverReceived.includes(reference)).flatMap((one) => one.dues);
  const isStopped = (due: KeptFacts['dues'][number]) => stopped.some(({ job, at }) => job === due.job && at === due.at);
  return dues.filter((due) => !isStopped(due));
}

describe(`the kept database of ${version}`, () => {
  const referrals = expected.facts.referrals;

  it('holds a life worth keeping: every state, trails of two and three, a list, what waits and what failed', () => {
    // A trajectory could not end yet.
    const states = referralStates.filter((state) => !isUnderway(state) && state !== 'completed');
    expect(new Set(referrals.map(({ state }) => state))).toEqual(new Set(states));
    expect(new Set(referrals.map(({ trail }) => trail.length))).toEqual(new Set([1, 2, 3]));
    expect(Math.max(...referrals.map(({ positionOnList }) => positionOnList ?? 0))).toBeGreaterThanOrEqual(3);
    expect(expected.facts.undelivered.length).toBeGreaterThanOrEqual(2);
    expect(expected.facts.waitingToBeSent.length).toBeGreaterThanOrEqual(1);
  });
});

describe.each(engines)(`a database of ${version}, brought up to date on %s`, (engine) => {
  let database: Database;
  beforeAll(async () => {
    database = await openFixture(engine, version);
  });
  afterAll(() => database.close());

  it('is loaded whole', async () => {
    expect(await countRows(database)).toEqual(expected.rows);
  });

  it('loses nothing: all is read again as it was left, sealed data opened', async () => {
    await migrateToLatest(database);
    // As at a start: what stood under keys in the database is moved.
    const sealer = await openKeys(database, stageKeys, newKeyFile());
    const facts = await factsOf({ database, sealer, now });
    sealer.close();
    expect(asJson(facts)).toEqual(intended(expected.facts));
  });

  it('tells in one timeline what stood in the history and in the read log, after each referral as it was carried over', async () => {
    const { rows } = await sql<{ kind: string; n: number }>`
      select case when name in ('file-opened', 'carried-over') then name else 'history' end as kind, count(*)::int as n
      from timeline group by 1`.execute(database.kysely);
    expect(Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))).toEqual({
      history: expected.rows['event'],
      'file-opened': expected.rows['read_log'],
      'carried-over': expected.rows['referral'],
    });
  });

  it('calls nothing a place any more but a pupil’s place: names in the database, stored views, params, reasons', async () => {
    const { rows: names } = await sql<{ name: string }>`
      select conname as name from pg_constraint where connamespace = 'public'::regnamespace
      union select relname from pg_class where relnamespace = 'public'::regnamespace
      union select column_name from information_schema.columns where table_schema = 'public'`.execute(database.kysely);
    const places = names.map(({ name }) => name).filter((name) => name.includes('place'));
    expect(places.sort()).toEqual(['beside_place', 'referral_last_places', 'referral_place_free', 'referral_placed']);
    const { rows: messages } = await sql`
      select view, params, reason from message
      where view in ('linked-place', 'place-suspended') or reason = 'no-place'
        or params::text ~ '"(placeId|link-place|unlink-place|linked-place|place-taken)"'`.execute(database.kysely);
    expect(messages).toEqual([]);
    const { rows: linked } = await sql<{ params: object }>`
      select params from message where view = 'linked-channel'`.execute(database.kysely);
    expect(linked.map(({ params }) => Object.keys(params))).toEqual(linked.map(() => ['channelId']));
    expect(linked).not.toHaveLength(0);
  });

  it('is brought up to date once', async () => {
    expect(await migrateToLatest(database)).toEqual([]);
  });
});

/** What an ordinary intake answers to the questions on the present card that are not answered yet. */
function stillEmpty(who: Person, changed: Partial<Intake>): Inputs {
  const all = Object.assign({}, ...(Object.keys(parts) as Part[]).map((part) => inputsFor(part, changed))) as Inputs;
  const empty = inputsOf(who.card({ in: who.personal })).filter(({ value }) => (value ?? '') === '');
  return Object.fromEntries(Object.entries(all).filter(([id]) => empty.some((input) => input['id'] === id)));
}

const naft = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const farAway = 'NAFT-Leerrecht Asse-Halle-Vilvoorde';

describe.each(engineInTurn(import.meta.url))(`life goes on in a database of ${version}, on %s`, (engine) => {
  const { referrals } = expected.facts;
  let stage: Stage;
  let person: (name: string) => Person;
  /** The first channel of a team. */
  let channel: (team: string) => Conversation;
  beforeAll(async () => {
    const open = (teamsUrl: string) => openFixture(engine, version, teamsUrl);
    stage = await openStage(engine, now, { open });
    const world = peopled(stage.teams, expected.world);
    await standPosts(stage.teams, stage.database);
    person = world.person;
    channel = (team) => world.conversation(expected.world.teams.find(({ name }) => name === team)!.id);
    await stage.settled();
  });
  afterAll(() => stage.close());

  const asks = async (who: Person, words: string, where = who.personal): Promise<string> => {
    await who.says(words, where);
    await stage.settled();
    return where.messages.at(-1)!.text;
  };

  it('sends what had to be sent', async () => {
    const facts = await factsOf({ ...stage.app.parts, now });
    expect(facts.waitingToBeSent).toEqual([]);
    expect(channel('CLB Voorbeeld Leuven').messages.some(({ card }) => card !== null)).toBe(true);
  });

  it('shows the referrer a referral in each state, and opens its data', async () => {
    const an = person('An Peeters');
    for (const state of new Set(referrals.map((one) => one.state))) {
      const { reference, service, file } = referrals.find((one) => one.state === state && one.referrer === an.name)!;
      const card = await asks(an, `status ${reference}`);
      expect(card).toContain(reference);
      if (service !== null) expect(card).toContain(service);
      if (state !== 'delivered') continue;
      const opened = await an.presses('Bekijken', {}, { in: an.personal, reading: reference });
      expect(opened.text).toContain(file!['pupilName']);
      an.reloads();
    }
  });

  it('shows the provider its living waiting list, in the same order, and leads to it', async () => {
    expect(await asks(person('Bram Claes'), 'wachtlijst', channel('NAFT VBO'))).toContain('Wachtlijst');
    const [list] = postsNamed(channel('NAFT VBO'), `Wachtlijst ${naft}`);
    const shown = [...list!.text.matchAll(/\d{4}-\d{4}(?= ·)/g)].map(([reference]) => reference);
    const waiting = referrals.filter(({ service, positionOnList }) => service === naft && positionOnList !== null);
    waiting.sort((one, other) => one.positionOnList! - other.positionOnList!);
    expect(shown).toEqual(waiting.map(({ reference }) => reference));
  });

  it.each([
    ['Emma Daems', 'stepsTaken'],
    ['Hilde Goris', 'question'],
  ])('lets %s go on with a draft, with what was typed', async (name, field) => {
    const drafter = person(name);
    await asks(drafter, 'aanmelden');
    await drafter.presses('Verdergaan', {}, { in: drafter.personal });
    const typed = expected.facts.drafts.find((one) => one.person === name)!.typed[field];
    expect(JSON.stringify(drafter.card({ in: drafter.personal }))).toContain(typed);
  });

  it.each(['Bo Aerts', 'Cas Bogaert', 'Dina Claes', 'Fons Evers', 'Gitte Faes'])(
    'lets %s, whose draft stood at another step, fill in what is left and send it',
    async (name) => {
      const drafter = person(name);
      const here = { in: drafter.personal };
      await asks(drafter, 'aanmelden');
      await drafter.presses('Verdergaan', {}, here);
      while (!drafter.buttons(here).includes('Verzenden'))
        await drafter.presses('Verder', stillEmpty(drafter, pupilNamed(name)), here);
      expect((await drafter.presses('Verzenden', {}, here)).text).toMatch(/\b\d{4}-\d{4} · /);
      await stage.settled();
    },
  );

  it('takes an answer', async () => {
    const wanted = referrals.filter(({ state, service }) => state === 'delivered' && service === naft);
    const { reference } = wanted.find(({ history }) => history.some(({ name }) => name === 'answer-undone'))!;
    const [bram, where] = [person('Bram Claes'), channel('NAFT VBO')];
    await asks(bram, `status ${reference}`, where);
    await bram.presses('Plaats', {}, { in: where, reading: reference });
    await stage.settled();
    expect(await asks(person('An Peeters'), `status ${reference}`)).toContain('Plaats');
  });

  it('brings a provider what waited for its channel, once it has one', async () => {
    const ada = stage.teams.person('Ada Nieuw');
    const where = stage.teams.team('NAFT AHV', { people: [ada] }).general;
    const by = { dirk: person('Dirk Jacobs'), desk: channel('Meldpunt') };
    await link(stage, by, { who: ada, where, organisation: `${farAway} (aanbieder)` });
    const waiting = referrals.filter(({ service, state }) => service === farAway && state === 'delivered');
    expect(waiting.length).toBeGreaterThan(0);
    for (const { reference } of waiting) expect(postsAbout(where, reference)).toHaveLength(1);
  });

  it('delivers at the next opening what was registered', async () => {
    const waiting = referrals.filter(({ state }) => state === 'registered');
    expect(waiting.length).toBeGreaterThan(0);
    const openings = waiting.map(({ deliverAt }) => new Date(deliverAt!).getTime());
    await until(stage, new Date(Math.max(...openings) + 60_000).toISOString());
    for (const { reference } of waiting) expect(postsAbout(channel('NAFT VBO'), reference)).toHaveLength(1);
  });
});
