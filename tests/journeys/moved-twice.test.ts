import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { engineInTurn } from '../support/database.js';
import { buttonsOf } from '../support/fake-teams/card-reading.js';
import { lastReply, postOf, thread } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

/** The calendar of somebody who opens each file that he or she gets: what has a lower number than what stands there changes nothing (RFC 5546, 2.1.5). */
class OwnCalendar {
  readonly entries = new Map<string, { readonly sequence: number; readonly start: string; readonly status: string }>();

  takes(ics: string): void {
    const calendar = new ICAL.Component(ICAL.parse(ics) as never);
    const event = calendar.getFirstSubcomponent('vevent')!;
    const text = (name: string): string => String(event.getFirstPropertyValue(name));
    const [uid, sequence] = [text('uid'), Number(text('sequence'))];
    if (sequence < (this.entries.get(uid)?.sequence ?? 0)) return;
    if (calendar.getFirstPropertyValue('method') === 'CANCEL') this.entries.delete(uid);
    else this.entries.set(uid, { sequence, start: text('dtstart'), status: text('status') });
  }
}

describe.each(engineInTurn(import.meta.url))('a round table that is moved twice, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  let firstLink: string;
  const own = new OwnCalendar();
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
    await cast.bram.presses('Plaats', {}, offer());
    await stage.settled();
  });
  afterAll(() => stage.close());

  const offer = () => ({ on: postOf(cast.naft, reference) });
  const card = (where: Cast['clb']) => ({
    on: thread(where, reference).find(({ text }) => text.includes('Rondetafelmoment bij de opstart'))!,
  });
  const link = (): string => {
    cast.an.reloads();
    const isOff = buttonsOf(card(cast.clb).on.card!).some(({ title }) => title === 'Uit uw agenda halen');
    return cast.an.link(isOff ? 'Uit uw agenda halen' : 'In mijn agenda', card(cast.clb));
  };
  const file = async (address: string): Promise<string> => (await fetch(address)).text();
  const moves = async (typed: Record<string, string>): Promise<void> => {
    cast.bram.reloads();
    await cast.bram.presses('Verplaatsen', {}, card(cast.naft));
    await cast.bram.presses('Verplaatsen', typed, card(cast.naft));
    await stage.settled();
  };

  it('planned: number 0 stands in the calendar', async () => {
    await cast.bram.presses('Rondetafelmoment plannen', {}, offer());
    await cast.bram.presses('Uitnodigen', { on: '2026-11-24', at: '14:00' }, offer());
    await stage.settled();
    firstLink = link();
    own.takes(await file(firstLink));
    expect([...own.entries.values()]).toEqual([{ sequence: 0, start: '2026-11-24T14:00:00', status: 'CONFIRMED' }]);
  });

  it('moved, and moved once more: numbers 1 and 2 of the same appointment, told once each', async () => {
    await moves({ on: '2026-11-26' });
    own.takes(await file(link()));
    expect([...own.entries.values()]).toMatchObject([{ sequence: 1, start: '2026-11-26T14:00:00' }]);
    await moves({ on: '2026-11-27', at: '10:30' });
    own.takes(await file(link()));
    expect([...own.entries.values()]).toMatchObject([{ sequence: 2, start: '2026-11-27T10:30:00' }]);
    const told = thread(cast.clb, reference).filter(({ text }) => text.includes('is verplaatst naar'));
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining('van di 24 nov., 14 u. is verplaatst naar do 26 nov., 14 u.'),
      expect.stringContaining('van do 26 nov., 14 u. is verplaatst naar vr 27 nov., 10.30 u.'),
    ]);
  });

  it('the link of the first invitation gives the appointment as it stands now, so nobody comes on the wrong day', async () => {
    const old = await file(firstLink);
    expect(old).toContain('SEQUENCE:2');
    own.takes(old);
    expect([...own.entries.values()]).toMatchObject([{ sequence: 2, start: '2026-11-27T10:30:00' }]);
  });

  it('the reminder is of the last day only', async () => {
    await stage.later(new Date('2026-11-25T12:00:00Z').getTime() - stage.clock.now().getTime());
    expect(lastReply(cast.clb, reference).text).not.toContain('Morgen is het rondetafelmoment');
    await stage.later(86_400_000);
    expect(lastReply(cast.clb, reference).text).toContain('Morgen is het rondetafelmoment: vr 27 nov., 10.30 u.');
  });

  it('called off: the old link takes it out of the calendar, with number 3', async () => {
    cast.bram.reloads();
    await cast.bram.presses('Afgelasten', {}, card(cast.naft));
    await cast.bram.presses('Afgelasten', {}, card(cast.naft));
    await stage.settled();
    const off = await file(firstLink);
    expect(off).toContain('METHOD:CANCEL');
    expect(off).toContain('SEQUENCE:3');
    own.takes(off);
    expect([...own.entries.keys()]).toEqual([]);
  });

  it('the other side plans the next one: the one that was called off stays its first organiser’s, or calendars leave it', async () => {
    const organiser = async () => /ORGANIZER;CN="?([^":]+)/.exec((await file(firstLink)).replace(/\r\n[ \t]/g, ''))![1];
    const first = await organiser();
    cast.bram.reloads();
    await cast.bram.presses('Het CLB laten plannen', {}, card(cast.naft));
    await stage.settled();
    expect(await organiser()).toBe(first);
    cast.an.reloads();
    await cast.an.presses('Rondetafelmoment plannen', {}, { on: postOf(cast.clb, reference) });
    await cast.an.presses('Uitnodigen', { on: '2026-12-03', at: '11:00' }, { on: postOf(cast.clb, reference) });
    await stage.settled();
    expect(await organiser()).not.toBe(first);
    own.takes(await file(firstLink));
    expect([...own.entries.values()]).toMatchObject([{ sequence: 4, start: '2026-12-03T11:00:00' }]);
  });
});
