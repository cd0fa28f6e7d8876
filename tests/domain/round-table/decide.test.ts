import { describe, expect, test } from '@jest/globals';
import type { Slot } from '../../../src/domain/round-table/appointment.js';
import { clocksOfRoundTable, nextStepOfRoundTable } from '../../../src/domain/round-table/clocks.js';
import {
  decideRoundTable,
  isRoundTableDenied,
  planNext,
  type RoundTableCommand,
} from '../../../src/domain/round-table/decide.js';
import { roundTableEvent, type RoundTableEvent } from '../../../src/domain/round-table/events.js';
import { foldRoundTable } from '../../../src/domain/round-table/evolve.js';
import { messagesForRoundTable } from '../../../src/domain/round-table/messages.js';
import { roundTablesFor } from '../../../src/domain/round-table/placing.js';
import type { Organiser, RoundTable } from '../../../src/domain/round-table/round-table.js';
import type { Side } from '../../../src/domain/case/referral.js';
import { calendar, ids, referralIn, registeredAt } from '../../support/case.js';

const id = '12121212-0000-4000-8000-000000000001' as RoundTable['id'];
const at = (text: string): Date => new Date(text);
const clock = { at: registeredAt, side: 'clock' as const, personId: null, organisationId: null };
const slot: Slot = {
  startsAt: at('2027-01-25T13:00:00Z'),
  endsAt: at('2027-01-25T14:00:00Z'),
  venue: 'school',
  location: null,
  url: null,
  invited: ['clb', 'provider', 'school', 'family'],
};

/** What a place asks for: a first round table (R10). */
function wanted(organiser: Organiser): RoundTable {
  const [change] = roundTablesFor(referralIn('placed'), [], {
    organiser,
    now: registeredAt,
    calendar,
    newId: () => id,
  });
  return foldRoundTable(null, change!.events, id);
}

const moment = (side: Side, now: Date) => ({
  now,
  calendar,
  actor: { sides: [side], isAuthor: false },
  by: { personId: ids.worker as never, organisationId: null },
});
const decide = (table: RoundTable, command: RoundTableCommand, side: Side, now = registeredAt) =>
  decideRoundTable(table, command, moment(side, now));

/** The round table after an act that is allowed. */
function after(table: RoundTable, command: RoundTableCommand, side: Side, now = registeredAt): RoundTable {
  const decided = decide(table, command, side, now);
  if (isRoundTableDenied(decided)) throw new Error(decided.denied);
  return foldRoundTable(table, decided, id);
}
const planned = after(wanted('provider'), { act: 'plan', slot }, 'provider');

describe('given a pupil with a place', () => {
  test('when it is placed, then who organises at that provider plans a round table, within five working days of the desk (R10)', () => {
    expect(wanted('provider')).toMatchObject({ state: 'to-plan', kind: 'start', organiser: 'provider' });
    expect(nextStepOfRoundTable(wanted('clb'), calendar)).toEqual({ owner: 'clb', by: at('2027-01-21T09:30:00Z') });
  });

  test('when it is placed already, then nothing more is asked; when the place ends, then what was to come is dropped', () => {
    const placing = { organiser: 'clb' as const, now: registeredAt, calendar, newId: () => id };
    expect(roundTablesFor(referralIn('placed'), [planned], placing)).toEqual([]);
    expect(roundTablesFor(referralIn('withdrawn'), [planned], placing)).toMatchObject([
      { id, events: [{ name: 'dropped' }] },
    ]);
    const held = after(planned, { act: 'note-held' }, 'clb', slot.endsAt);
    expect(roundTablesFor(referralIn('withdrawn'), [held], placing)).toEqual([]);
  });

  test('when the side that does not organise plans, then it is refused; the desk may in its name', () => {
    expect(decide(wanted('provider'), { act: 'plan', slot }, 'clb')).toEqual({ denied: 'organiser' });
    expect(after(wanted('provider'), { act: 'plan', slot }, 'desk').state).toBe('planned');
  });

  test('when it is handed over, then the other side organises, with a new day', () => {
    const later = at('2027-01-19T09:30:00Z');
    expect(after(wanted('provider'), { act: 'hand-over' }, 'provider', later)).toMatchObject({
      organiser: 'clb',
      state: 'to-plan',
      planBy: at('2027-01-26T09:30:00Z'),
    });
  });

  test('when the desk planned it in somebody’s name and others change that, then the desk hears of it too', () => {
    const byDesk = after(wanted('provider'), { act: 'plan', slot }, 'desk');
    const hears = (table: RoundTable, side: 'provider' | 'desk') => {
      const [event] = decide(table, { act: 'cancel', again: true }, side) as readonly RoundTableEvent[];
      return messagesForRoundTable(event!, table, foldRoundTable(table, [event!], id)).map(({ to }) => to);
    };
    expect(hears(byDesk, 'provider')).toEqual([{ under: expect.stringMatching(/:clb$/) }, { desk: true }]);
    expect(hears(byDesk, 'desk')).not.toContainEqual({ desk: true });
    expect(hears(planned, 'provider')).not.toContainEqual({ desk: true });
  });

  test('when nobody plans it, then the organiser is reminded once, then the desk', () => {
    const once = after(wanted('clb'), { act: 'follow-up' }, 'clock', at('2027-01-21T09:30:00Z'));
    expect(nextStepOfRoundTable(once, calendar)?.owner).toBe('desk');
    const twice = after(once, { act: 'follow-up' }, 'clock', at('2027-02-10T09:30:00Z'));
    expect(clocksOfRoundTable(twice, calendar)).toEqual([]);
  });
});

describe('given a round table on Monday 25 January at two', () => {
  test('then it is told on Sunday at nine, a real day, and asked about on Tuesday at nine', () => {
    expect(clocksOfRoundTable(planned, calendar).map(({ key, at: when }) => [key.split(':')[2], when])).toEqual([
      ['remind', at('2027-01-24T08:00:00Z')],
      ['ask', at('2027-01-26T08:00:00Z')],
    ]);
  });

  test('when its reminder went out, then none is left; moved to the next day, then it is not told again', () => {
    const sunday = at('2027-01-24T08:00:00Z');
    const told = after(planned, { act: 'remind' }, 'clock', sunday);
    expect(clocksOfRoundTable(told, calendar).map(({ key }) => key.split(':')[2])).toEqual(['ask']);
    expect(decide(told, { act: 'remind' }, 'clock', sunday)).toEqual([]);
  });

  test('when it is moved, then only the other side hears of it, with the old moment and the new one', () => {
    const other = { ...slot, startsAt: at('2027-01-27T13:00:00Z'), endsAt: at('2027-01-27T14:00:00Z') };
    const decided = decide(planned, { act: 'move', slot: other }, 'provider');
    if (isRoundTableDenied(decided)) throw new Error(decided.denied);
    const moved = foldRoundTable(planned, decided, id);
    expect(moved.appointment).toMatchObject({ sequence: 1, startsAt: other.startsAt });
    expect(decided.flatMap((one) => messagesForRoundTable(one, planned, moved))).toMatchObject([
      {
        view: 'round-table-update',
        params: { what: 'moved', was: slot.startsAt.toISOString(), is: other.startsAt.toISOString() },
        to: { under: `referral:${ids.referral}:clb` },
        mention: ids.referrer,
      },
    ]);
    expect(decide(moved, { act: 'move', slot: other }, 'provider')).toEqual([]);
  });

  test('when it is called off, then it is to be planned again, and calendars are to take it away', () => {
    const off = after(planned, { act: 'cancel', again: false }, 'provider');
    expect(off).toMatchObject({ state: 'to-plan', appointment: { sequence: 1, startsAt: slot.startsAt } });
    expect(after({ ...planned, kind: 'interim' }, { act: 'cancel', again: false }, 'provider').state).toBe('dropped');
  });

  test('before it has begun nobody can say that it was held; afterwards either side can, and put it right', () => {
    expect(decide(planned, { act: 'note-held' }, 'clb')).toEqual({ denied: 'not-begun' });
    expect(decide(planned, { act: 'cancel', again: true }, 'provider', slot.endsAt)).toEqual({ denied: 'begun' });
    const held = after(planned, { act: 'note-held' }, 'clb', slot.endsAt);
    expect([held.state, nextStepOfRoundTable(held, calendar)]).toEqual(['held', null]);
    expect(after(held, { act: 'note-not-held' }, 'provider', slot.endsAt).state).toBe('to-plan');
  });

  test('when nobody answers, then whoever organises is asked, reminded, and then the desk has it', () => {
    const tuesday = at('2027-01-26T08:00:00Z');
    const asked = after(planned, { act: 'ask' }, 'clock', tuesday);
    expect(nextStepOfRoundTable(asked, calendar)?.owner).toBe('provider');
    const event = roundTableEvent('asked', {}, { ...clock, at: tuesday });
    expect(messagesForRoundTable(event, planned, asked)).toMatchObject([
      { view: 'round-table', living: true, to: { under: `referral:${ids.referral}:offer:${ids.service}` } },
    ]);
    const reminded = after(asked, { act: 'follow-up' }, 'clock', at('2027-02-05T08:00:00Z'));
    expect(nextStepOfRoundTable(reminded, calendar)?.owner).toBe('desk');
  });

  test('after one that was held, who organised plans an interim or a closing one (R15); the other side does not', () => {
    const held = after(planned, { act: 'note-held' }, 'clb', slot.endsAt);
    const later = { ...slot, startsAt: at('2027-03-01T13:00:00Z'), endsAt: at('2027-03-01T14:00:00Z') };
    expect(planNext(held, 'interim', later, moment('clb', slot.endsAt))).toEqual({ denied: 'organiser' });
    const events = planNext(held, 'closing', later, moment('provider', slot.endsAt));
    if (isRoundTableDenied(events)) throw new Error(events.denied);
    expect(foldRoundTable(null, events, id)).toMatchObject({ kind: 'closing', state: 'planned' });
  });
});
