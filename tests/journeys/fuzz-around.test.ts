import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { helplines } from '../../src/features/helplines/index.js';
import { meetings } from '../../src/features/meetings/index.js';
import { signals } from '../../src/features/signals/index.js';
import { pressed } from '../support/fake-teams/front-door.js';
import type { Person, Conversation } from '../support/fake-teams/index.js';
import { openStage, type Stage } from '../support/stage.js';
import { somethingOfEverything, type KnownIds } from '../support/working-group-rows.js';
import { workingGroup, type WorkingGroup } from '../support/working-group.js';

const features = [helplines, signals, meetings];
const actions = features.flatMap((feature) => feature.actions);
const views = features.flatMap((feature) => feature.views);
const keysOf = (schema: unknown): string[] => Object.keys((schema as { readonly shape: object }).shape);

/** What fits somewhere, so that presses come further than the door. */
const likely: Readonly<Record<string, readonly string[]>> = {
  kind: ['bottleneck', 'tejo'],
  region: ['VBO', 'outside'],
  regions: ['VBO,AHV'],
  ageGroup: ['under-12'],
  reason: ['gone', 'solved', 'other'],
  result: ['mended', 'done', 'dropped'],
  answer: ['coming', 'Een antwoord'],
  status: ['active', 'defunct'],
  then: ['next', 'decide'],
  of: ['person', 'team', 'desk'],
  round: ['2026-10-01'],
  what: ['moved', 'closed', 'merged'],
  which: ['three-days'],
  filter: ['all', 'automatic'],
  schoolYear: ['2026-2027', '2099-2000'],
  phone: ['016 12 34 56'],
  date: ['2027-02-11'],
  date1: ['2026-12-10'],
  date3: ['2027-05-20', '2027-01-25'],
  begin: ['14:00'],
  end: ['16u'],
  dueOn: ['2027-01-10', '9999-12-31', '0001-01-01'],
  startsAt: ['2027-01-25T13:00:00.000Z'],
  hours: ['ma-vr 9-12', '24/7'],
  ages: ['12-18', 'vanaf 12'],
  address: ['Naamsestraat 1, 3000 Leuven'],
  email: ['post@voorbeeld.example'],
  website: ['www.voorbeeld.example'],
  url: ['https://teams.example/x'],
  municipalities: ['Leuven, Halle'],
  languages: ['nl,fr'],
  page: ['1', '2', '9999999999999999999'],
  support: ['yes', 'no'],
  sure: ['true'],
  fresh: ['yes'],
  more: ['yes'],
};

const odd = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    '%',
    "'; drop table signal; --",
    '"',
    '\\',
    ':*',
    '& | !',
    'de het een',
    '🙂',
    'nul\u0000teken',
    '\ud83d',
  ],
  ...[
    'S-2025-001',
    'x'.repeat(5000),
    '🙂'.repeat(200),
    'NaN',
    '-1',
    '1e9',
    '2026-02-30',
    'true',
    'null',
    '<b>**vet**</b>',
  ],
  ...[null, 0, -1, 1.5, true, [], ['a'], {}, { toString: 'x' }],
  ...['toString', '__proto__', 'Bel de moeder van Sofie op 0478 12 34 56', '00000000-0000-4000-8000-00000000dead'],
);

const valueOf = (key: string, known: KnownIds): fc.Arbitrary<unknown> => {
  const own = [...(known[key] ?? []), ...(likely[key] ?? [])];
  const fits = own.length === 0 ? ['Zomaar een tekst', 'Nog een tekst'] : own;
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>(...fits) }, { weight: 1, arbitrary: odd });
};

const allOf = (keys: readonly string[], known: KnownIds, requiredKeys: string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, valueOf(key, known)])), { requiredKeys });

/** All of these, or only some. */
const dataOf = (keys: readonly string[], known: KnownIds): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(allOf(keys, known, []), allOf(keys, known, [...keys]));

interface Fuzzed {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A press on something of these features, with what somebody who makes his own presses could send along. */
const fuzzed = (known: KnownIds): fc.Arbitrary<Fuzzed> =>
  fc.oneof(
    ...actions.map(({ slug, subject, fields }) =>
      fc
        .tuple(fc.boolean(), dataOf([...new Set([...keysOf(subject), ...keysOf(fields)])], known))
        .map(([opens, data]) => (opens ? { verb: 'open-form', data: { ...data, form: slug } } : { verb: slug, data })),
    ),
    ...views.map(({ slug, params }) =>
      dataOf(keysOf(params), known).map((data) => ({ verb: 'show', data: { ...data, view: slug } })),
    ),
  );

const commands = actions.flatMap(({ words }) => [...(words?.nl ?? []), ...(words?.en ?? [])]);
const said = fc.tuple(
  fc.constantFrom(...commands),
  fc.oneof(
    fc.constantFrom(
      '',
      'S-2025-001',
      `${'a '.repeat(295)}🙂🙂🙂🙂`,
      `${'b'.repeat(99)}🙂`,
      '%_\\ \'":*&|!()',
      'y'.repeat(3000),
    ),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  ),
);

const runs = { numRuns: 400, seed: 20_261_116 };

describe('presses that no button of ours makes', () => {
  let stage: Stage;
  let cast: WorkingGroup;
  let known: KnownIds;
  let stranger: Person;
  beforeAll(async () => {
    stage = await openStage('embedded');
    cast = await workingGroup(stage);
    stranger = stage.teams.person('Sofie Vreemd');
    await stranger.says('hallo');
    await stage.settled();
    const an = await stage.database.kysely
      .selectFrom('person')
      .select('id')
      .where('name', '=', cast.an.name)
      .executeTakeFirstOrThrow();
    known = await somethingOfEverything(stage, an.id);
  });
  afterAll(() => stage.close());

  const failures = (): string[] => stage.logged.filter((line) => /"(?:turn failed|due|apology failed)"/.test(line));
  /** Presses that met a fault of ours, with where it was: all of them, so that one run tells everything. */
  const broken: string[] = [];
  async function sends(who: Person, where: Conversation, { verb, data }: Fuzzed): Promise<string> {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const before = failures().length;
    const answer = pressed(await who.invokes('adaptiveCard/action', value, where));
    if (failures().length > before)
      broken.push(`${who.name}: ${verb} ${JSON.stringify(data).slice(0, 600)}\n${failures().at(-1)}`);
    return answer.text;
  }
  /** What is stored of these features, and what was said; who asked is remembered, and that it was refused. */
  async function everything(): Promise<unknown> {
    const { rows } = await sql`select
      (select json_agg(l.version order by l.id) from help_line l) as lines, (select count(*) from line_change) as changes,
      (select json_agg(r.version order by r.id) from line_report r) as reports, (select count(*) from vote) as votes,
      (select json_agg(s.version order by s.id) from signal s) as signals,
      (select json_agg(m.version order by m.id) from meeting m) as meetings, (select count(*) from participant) as people,
      (select json_agg(i.version order by i.id) from agenda_item i) as points, (select count(*) from message) as messages,
      (select json_agg(d.version order by d.id) from decision d) as decisions, (select count(*) from due) as dues,
      (select json_agg(t order by t.key) from setting t) as settings`.execute(stage.database.kysely);
    return rows;
  }

  it('are answered, and store and tell nothing of the working group, for who belongs nowhere', async () => {
    const before = await everything();
    // Anybody may say that he or she would like to join: that is for everybody, and told.
    const others = fuzzed(known).filter(({ verb }) => verb !== 'join-workgroup');
    await fc.assert(
      fc.asyncProperty(others, async (press) => {
        const shown = await sends(stranger, stranger.personal, press);
        expect(shown).not.toMatch(/Een punt|Een besluit|geen aanbod voor kleuters/);
      }),
      runs,
    );
    expect(await everything()).toEqual(before);
    expect(broken).toEqual([]);
  });

  it('are always answered for who belongs somewhere, and never fail', async () => {
    const places = [
      [cast.eva, cast.group],
      [cast.an, cast.an.personal],
      [cast.bram, cast.naft],
      [cast.dirk, cast.desk],
    ] as const;
    await fc.assert(
      fc.asyncProperty(fc.nat(places.length - 1), fuzzed(known), async (at, press) => {
        await sends(...places[at]!, press);
      }),
      runs,
    );
    await stage.settled();
    expect(broken).toEqual([]);
    expect(failures()).toEqual([]);
  });

  it('and neither do typed words or queries fail, whatever stands in them', async () => {
    const { eva, group } = cast;
    const invoked = async (words: string) => {
      const value = { commandId: 'find-line', parameters: [{ name: 'words', value: words }] };
      const { status, body } = await stranger.invokes('composeExtension/query', value);
      expect([status, Object.keys(body as object)]).toEqual([200, ['composeExtension']]);
    };
    await fc.assert(
      fc.asyncProperty(said, async ([command, rest]) => {
        await eva.says(`${command} ${rest}`, group);
        await invoked(rest);
      }),
      { ...runs, numRuns: 20 },
    );
    await stage.settled();
    expect(failures()).toEqual([]);
  });
});
