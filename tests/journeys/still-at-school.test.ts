import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { monday10 } from '../support/given.js';
import { lastReply, postOf, postsNamed, pupilNamed, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('from the place until nine months after the end, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let references: string[];
  beforeAll(async () => {
    stage = await openStage(engine, monday10, { withoutPauses: true });
    cast = await linkedCast(stage);
    references = [];
    for (const name of ['Een', 'Twee', 'Drie']) references.push(await refers(stage, cast.an, pupilNamed(name)));
    for (const reference of references) {
      await cast.bram.presses('Plaats', {}, { on: postOf(cast.naft, reference) });
      await stage.settled();
    }
    await until(stage, '2027-01-05T09:00:00Z');
    for (const reference of references) await bramOn(reference, ['Gestart'], ['Gestart']);
    await until(stage, '2027-02-09T09:00:00Z');
    for (const reference of references) await closes(reference);
  });
  afterAll(() => stage.close());

  const bramOn = async (reference: string, ...presses: readonly [string, Record<string, string>?][]) => {
    cast.bram.reloads();
    for (const [title, filled] of presses)
      await cast.bram.presses(title, filled ?? {}, { on: postOf(cast.naft, reference) });
    await stage.settled();
  };
  const closes = (reference: string) =>
    bramOn(reference, ['Traject'], ['Afsluiten'], ['Afsluiten', { outcome: 'heraansluiting op korte termijn' }]);
  const asks = (where: Cast['clb'], words: string) => postsNamed(where, words);
  const counted = async () =>
    (
      await stage.database.kysely.selectFrom('stillAtSchool').selectAll().orderBy('months').orderBy('answer').execute()
    ).map(({ months, answer, count }) => `${months} ${answer} ${count}`);

  it('one of them goes on to another trajectory, so that nobody asks about the first', async () => {
    cast.an.reloads();
    await cast.an.presses('Andere aanbieder', {}, { on: postOf(cast.clb, references[2]!) });
    await cast.an.presses('Aanmelden', {}, { on: postOf(cast.clb, references[2]!) });
    await stage.settled();
    const { reference } = await stage.database.kysely
      .selectFrom('referral')
      .select('reference')
      .where('state', '=', 'delivered')
      .executeTakeFirstOrThrow();
    await bramOn(reference, ['Plaats']);
  });

  it('three months later one card in personal chat for both pupils of that day, answered in one submit', async () => {
    await until(stage, '2027-05-10T09:00:00Z');
    const [card] = asks(cast.an.personal, 'Zijn deze');
    expect(card!.text).toContain('Antwoord tegen');
    await cast.an.presses(
      'Bewaren',
      { still1: 'Ja, in dezelfde school', still2: 'Ja, in een andere school' },
      { on: card! },
    );
    await stage.settled();
    expect(card!.text).toContain('Afgehandeld');
    expect(await counted()).toContain('3 other-school 1');
  });

  it('nine months later: a reminder once, then it is not known; nothing waits any more', async () => {
    // A minute later each time: a clock that began at this time of the day a week before has come due.
    for (const at of ['09T12:00', '16T12:01', '23T12:02', '30T12:03']) await until(stage, `2027-11-${at}:00Z`);
    await until(stage, '2027-12-07T12:04:00Z');
    expect(asks(cast.an.personal, 'Afgehandeld').length).toBeGreaterThanOrEqual(2);
    expect((await counted()).filter((one) => one.startsWith('9 no-answer'))).toHaveLength(1);
    const left = await stage.database.kysely.selectFrom('due').select('key').execute();
    expect(left.filter(({ key }) => key.endsWith(':still-at-school'))).toEqual([]);
  });

  it('nothing says of which pupil an answer was', async () => {
    const { kysely } = stage.database;
    const rows = [
      await kysely.selectFrom('trajectory').selectAll().execute(),
      await kysely.selectFrom('timeline').selectAll().execute(),
      await kysely.selectFrom('audit').selectAll().execute(),
      await kysely.selectFrom('message').selectAll().execute(),
    ];
    expect(JSON.stringify(rows)).not.toMatch(/same-school|other-school|no-answer/);
    expect(lastReply(cast.clb, references[0]!).text).toContain('is afgesloten');
  });
});
