import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { engineInTurn } from '../support/database.js';
import { lastReply, postOf, pupilNamed, thread, until } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** The clocks go back in the night to Sunday 25 October 2026: 10.00 u. is 8.00 Z before it and 9.00 Z after it. */
const friday = new Date('2026-10-23T08:00:00Z');

describe.each(engineInTurn(import.meta.url))('the clocks change on the last Sunday of October, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine, friday);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  const offer = (of = reference) => ({ on: postOf(cast.naft, of) });
  const stored = (of = reference) =>
    stage.database.kysely.selectFrom('referral').selectAll().where('reference', '=', of).executeTakeFirstOrThrow();

  it('the term for contact is counted in hours of the desk: the hour that comes twice at night counts for nothing', async () => {
    const { contactBy, deliveredAt } = await stored();
    expect(deliveredAt?.toISOString()).toMatch(/^2026-10-23T08:00/);
    expect(contactBy?.toISOString()).toMatch(/^2026-10-27T/);
    const shown = /tegen di 27 okt\., (\d+)(?:\.(\d\d))? u\./.exec(postOf(cast.naft, reference).text)!;
    const local = Number(shown[1]) * 60 + Number(shown[2] ?? 0);
    expect(contactBy!.getUTCHours() * 60 + contactBy!.getUTCMinutes()).toBe(local - 60);
  });

  it('what is sent in the night between is delivered when the desk opens on Monday, by the clock on the wall', async () => {
    await until(stage, '2026-10-25T00:30:00Z');
    const night = await refers(stage, cast.an, pupilNamed('Nacht'));
    expect((await stored(night)).state).toBe('registered');
    const opens = (await stored(night)).deliverAt!;
    expect(opens.toISOString()).toMatch(/^2026-10-26T/);
    const [hour] =
      /(\d+)(?:\.\d\d)? u\./.exec(/ma 26 okt\., [^ ]+ u\./.exec(postOf(cast.clb, night).text)?.[0] ?? '') ?? [];
    if (hour !== undefined) expect(opens.getUTCHours() + 1).toBe(Number.parseInt(hour, 10));
    await stage.later(opens.getTime() - stage.clock.now().getTime() - 60_000);
    expect((await stored(night)).state).toBe('registered');
    await stage.later(60_000);
    expect((await stored(night)).state).toBe('delivered');
  });

  it('the reminder comes at its moment, not an hour early', async () => {
    const { contactBy } = await stored();
    await until(stage, new Date(contactBy!.getTime() - 60_000).toISOString());
    expect((await stored()).reminded).toBeNull();
    await until(stage, new Date(contactBy!.getTime() + 1000).toISOString());
    expect((await stored()).reminded).toBe('provider');
    expect(lastReply(cast.clb, reference).text.length).toBeGreaterThan(0);
  });

  it('a round table over a change of the clock keeps its hour in every calendar, and its reminder its own', async () => {
    await until(stage, '2027-03-15T09:00:00Z');
    const spring = await refers(stage, cast.an, pupilNamed('Lente'));
    await cast.bram.presses('Plaats', {}, offer(spring));
    await stage.settled();
    await cast.bram.presses('Rondetafelmoment plannen', {}, offer(spring));
    // The clocks go forward on Sunday 28 March 2027.
    await cast.bram.presses('Uitnodigen', { on: '2027-03-29', at: '14:00' }, offer(spring));
    await stage.settled();
    const card = thread(cast.clb, spring).find(({ text }) => text.includes('Rondetafelmoment bij de opstart'))!;
    const ics = await (await fetch(cast.an.link('In mijn agenda', { on: card }))).text();
    const calendar = new ICAL.Component(ICAL.parse(ics) as never);
    const start = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!).startDate;
    start.zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
    expect(new Date(start.toUnixTime() * 1000).toISOString()).toBe('2027-03-29T12:00:00.000Z');
    expect(ics).toContain('DTSTART;TZID=Europe/Brussels:20270329T140000');
    await until(stage, '2027-03-28T06:59:00Z');
    const reminded = () => thread(cast.clb, spring).some(({ text }) => text.includes('Morgen is het rondetafelmoment'));
    expect(reminded()).toBe(false);
    await until(stage, '2027-03-28T08:01:00Z');
    expect(reminded()).toBe(true);
  });
});

describe.each(engineInTurn(import.meta.url))('quiet hours over the change of the clock, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine, friday);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('who wants to read at half past eight, reads then by the clock on the wall, also on the Monday after', async () => {
    await cast.an.says('mijn gegevens');
    await stage.settled();
    await cast.an.presses('Formulier openen', {}, { in: cast.an.personal });
    await cast.an.presses('Bewaren', { reach: '08:30' }, { in: cast.an.personal });
    const held = async (): Promise<Date[]> =>
      (await stage.database.kysely.selectFrom('due').select(['key', 'at']).execute())
        .filter(({ key }) => key.startsWith('held:') || key.startsWith('digest:'))
        .map(({ at }) => at);
    const reference = await refers(stage, cast.an);
    await cast.bram.presses('Wachtlijst', {}, { on: postOf(cast.naft, reference) });
    await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, { on: postOf(cast.naft, reference) });
    // Four weeks later it is asked whether the place is still needed: that is held until half past eight in winter time.
    await until(stage, '2026-11-20T11:00:00Z');
    const asked = () => cast.an.personal.botPosts.filter(({ text }) => text.includes('op een wachtlijst')).length;
    const moments = await held();
    expect([asked(), moments.map((at) => at.toISOString().slice(10))]).toEqual([0, ['T07:30:00.000Z']]);
    await until(stage, new Date(moments[0]!.getTime() + 1000).toISOString());
    expect(asked()).toBe(1);
  });
});
