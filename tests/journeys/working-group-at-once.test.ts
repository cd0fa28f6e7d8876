import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { pressed } from '../support/fake-teams/front-door.js';
import type { Person } from '../support/fake-teams/index.js';
import { openStage, type Stage } from '../support/stage.js';
import { somethingOfEverything, type KnownIds } from '../support/working-group-rows.js';
import { workingGroup, type WorkingGroup } from '../support/working-group.js';

describe.each(engines)('the working group at the same moment, on %s', (engine) => {
  let stage: Stage;
  let cast: WorkingGroup;
  let known: KnownIds;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await workingGroup(stage);
    const { kysely } = stage.database;
    const { id } = await kysely.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow();
    known = await somethingOfEverything(stage, id);
  });
  afterAll(() => stage.close());

  const goingOn = (): string => known['meetingId']![0]!;
  const presses = async (who: Person, verb: string, data: object): Promise<string> => {
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    return pressed(await who.invokes('adaptiveCard/action', value, cast.group)).text;
  };
  /** Impatient hands, or a message that Teams brings again before the first one was answered. */
  const pressesThrice = async (verb: string, data: object): Promise<void> => {
    await Promise.all([1, 2, 3].map(() => presses(cast.eva, verb, data)));
    await stage.settled();
  };
  const count = async (table: 'agendaItem' | 'decision' | 'participant' | 'meeting', column: string, value: string) => {
    const found = stage.database.kysely
      .selectFrom(table)
      .select('id')
      .where(column as never, '=', value as never);
    return (await found.execute()).length;
  };

  it('one person who presses three times brings in one point, notes one decision, invites one guest', async () => {
    await pressesThrice('add-agenda-item', { text: 'Driemaal gedrukt' });
    expect(await count('agendaItem', 'text', 'Driemaal gedrukt')).toBe(1);
    const decided = { meetingId: goingOn(), text: 'Driemaal besloten', ownerName: 'Wij' };
    await pressesThrice('record-decision', decided);
    expect(await count('decision', 'text', 'Driemaal besloten')).toBe(1);
    await pressesThrice('invite-guest', { meetingId: goingOn(), guestName: 'Karel Gast', guestOrganisation: 'VDAB' });
    expect(await count('participant', 'name', 'Karel Gast')).toBe(1);
  });

  it('three people who plan the same school year plan it once', async () => {
    const days = { date1: '2027-10-14', date2: '2028-01-13', date3: '2028-05-11' };
    const plan = { schoolYear: '2027-2028', begin: '14:00', end: '16:00', location: 'Leuven', ...days };
    const { an, bram, eva } = cast;
    const answers = await Promise.all([an, bram, eva].map((who) => presses(who, 'plan-meetings', plan)));
    await stage.settled();
    expect(await count('meeting', 'schoolYear', '2027-2028')).toBe(3);
    expect(answers.filter((text) => text.includes('De 3 vergaderingen zijn gepland'))).toHaveLength(1);
    for (const text of answers) expect(text).not.toMatch(/De 0|ging bij ons iets mis/);
  });

  it('a decision comes back once, also when the meeting is closed while its reminder goes out', async () => {
    const { an, bram, eva } = cast;
    await Promise.all([an, bram, eva].map((who) => presses(who, 'close-meeting', { meetingId: goingOn() })));
    await stage.settled();
    const rows = await stage.database.kysely
      .selectFrom('agendaItem')
      .select(['decisionId', 'meetingId'])
      .where('decisionId', 'is not', null)
      .execute();
    expect(rows).toHaveLength(new Set(rows.map(({ decisionId }) => decisionId)).size);
  });
});
