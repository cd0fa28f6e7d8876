import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  reminderAt,
  reminderDue,
  remindersAhead,
  withReminder,
  type Days,
  type Reminded,
} from '../../../src/domain/workgroup/meeting-reminders.js';
import { reminderKinds, type ReminderKind } from '../../../src/domain/workgroup/meeting.js';

/** Days in UTC: what a day is does not matter to the rule. */
const days: Days = {
  dayOf: (at) => at.toISOString().slice(0, 10),
  at: (day, hour, minute) => new Date(`${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`),
};
const at = (text: string): Date => new Date(`${text}Z`);
const meeting = (startsAt: string, reminded: Reminded['reminded'] = []): Reminded => ({
  state: 'planned',
  startsAt: at(startsAt),
  reminded,
});
const sent = (which: ReminderKind, startsAt: string) => ({ which, startsAt: at(startsAt).toISOString() });
const ahead = (one: Reminded, now: string): string[] =>
  remindersAhead(one, at(now), days).map((each) => `${each.which} ${each.at.toISOString().slice(0, 16)}`);

describe('given a meeting on 14 January at two', () => {
  const planned = meeting('2027-01-14T14:00');

  test('when it is planned long before, then all three are to come', () => {
    expect(ahead(planned, '2026-09-07T10:00')).toEqual([
      'three-weeks 2026-12-24T09:00',
      'three-days 2027-01-11T09:00',
      'same-day 2027-01-14T08:00',
    ]);
  });

  test('when it is planned two weeks before, then bringing points is not asked any more', () => {
    expect(ahead(planned, '2026-12-31T10:00')).toEqual(['three-days 2027-01-11T09:00', 'same-day 2027-01-14T08:00']);
  });

  test('when it is planned on the day itself, then people hear it at once', () => {
    expect(ahead(planned, '2027-01-14T10:00')).toEqual(['same-day 2027-01-14T10:00']);
  });

  test('when it has begun or was cancelled, then nothing is to come', () => {
    expect(ahead(planned, '2027-01-14T14:00')).toEqual([]);
    expect(ahead({ ...planned, state: 'cancelled' }, '2026-09-07T10:00')).toEqual([]);
  });

  test('when it begins at eight, then the last reminder comes an hour before', () => {
    expect(reminderAt('same-day', at('2027-01-14T08:00'), days)).toEqual(at('2027-01-14T07:00'));
  });

  test('when a moment has come, then that one is due, and only once', () => {
    expect(reminderDue(planned, at('2026-12-24T08:59'), days)).toBeNull();
    expect(reminderDue(planned, at('2026-12-24T09:00'), days)).toBe('three-weeks');
    expect(reminderDue(withReminder(planned, 'three-weeks'), at('2026-12-24T09:01'), days)).toBeNull();
    expect(reminderDue(planned, at('2027-01-12T09:00'), days)).toBe('three-days');
    expect(reminderDue(planned, at('2027-01-14T14:00'), days)).toBeNull();
  });
});

describe('given the reminder of three weeks for 14 January was sent', () => {
  const reminded = [sent('three-weeks', '2027-01-14T14:00')];

  test('when the meeting moves one week, then it is not repeated', () => {
    expect(ahead(meeting('2027-01-21T14:00', reminded), '2026-12-25T10:00')[0]).toMatch(/^three-days/);
  });

  test('when it moves so far that the new moment lies after the old meeting, then it is sent again', () => {
    expect(ahead(meeting('2027-02-11T14:00', reminded), '2026-12-25T10:00')[0]).toBe('three-weeks 2027-01-21T09:00');
  });

  test('when it moves away and back, then it is not repeated', () => {
    expect(ahead(meeting('2027-01-14T14:00', reminded), '2026-12-23T10:00')[0]).toMatch(/^three-days/);
  });
});

type Step = { readonly wait: number } | { readonly move: number; readonly hour: number } | { readonly cancel: true };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 24 * 12 }) }) },
  { weight: 3, arbitrary: fc.record({ move: fc.integer({ min: 0, max: 60 }), hour: fc.integer({ min: 8, max: 18 }) }) },
  { weight: 1, arbitrary: fc.record({ cancel: fc.constant(true as const) }) },
);

/** The program in small: dues as the actions set them, and a job that looks when a moment has come, perhaps too late. */
class Programme {
  now = at('2026-09-01T10:00');
  readonly log: { which: ReminderKind; startsAt: number; at: number }[] = [];
  private dues = new Map<ReminderKind, Date>();

  constructor(public meeting: Reminded) {
    this.plan();
  }

  plan(): void {
    this.dues = new Map(remindersAhead(this.meeting, this.now, days).map((each) => [each.which, each.at]));
  }

  /** `late`: nothing ran in between, and everything is looked at in the end. */
  wait(hours: number, late: boolean): void {
    const until = this.now.getTime() + hours * 3_600_000;
    const coming = [...this.dues].filter(([, moment]) => moment.getTime() <= until);
    for (const [which, moment] of coming.sort((a, b) => a[1].getTime() - b[1].getTime())) {
      this.now = new Date(late ? until : Math.max(moment.getTime(), this.now.getTime()));
      this.dues.delete(which);
      this.look(which);
    }
    this.now = new Date(until);
  }

  private look(which: ReminderKind): void {
    if (reminderDue(this.meeting, this.now, days) !== which) return;
    this.log.push({ which, startsAt: this.meeting.startsAt.getTime(), at: this.now.getTime() });
    this.meeting = withReminder(this.meeting, which);
  }

  take(one: Step, late: boolean): void {
    if ('wait' in one) return this.wait(one.wait, late);
    if (this.meeting.state !== 'planned') return;
    const moved = new Date(days.at(days.dayOf(this.now), 0, 0).getTime());
    if ('move' in one) moved.setUTCDate(moved.getUTCDate() + one.move);
    if ('move' in one) moved.setUTCHours(one.hour);
    this.meeting = 'cancel' in one ? { ...this.meeting, state: 'cancelled' } : { ...this.meeting, startsAt: moved };
    this.plan();
  }
}

describe('whatever happens to a meeting', () => {
  const run = (steps: readonly Step[], late: boolean): Programme => {
    const programme = new Programme(meeting('2026-10-15T14:00'));
    for (const one of steps) programme.take(one, late);
    return programme;
  };
  const lives = fc.tuple(fc.array(step, { maxLength: 40 }), fc.boolean());

  test('no reminder goes out twice for one day', () => {
    fc.assert(
      fc.property(lives, ([steps, late]) => {
        const keys = run(steps, late).log.map((one) => `${one.which} ${days.dayOf(new Date(one.startsAt))}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('a reminder goes out before the meeting it is about, never before its moment, and repeated only after the old one', () => {
    fc.assert(
      fc.property(lives, ([steps, late]) => {
        for (const [index, one] of run(steps, late).log.entries()) {
          const moment = reminderAt(one.which, new Date(one.startsAt), days).getTime();
          expect(one.at).toBeLessThan(one.startsAt);
          expect(one.at).toBeGreaterThanOrEqual(moment);
          const earlier = run(steps, late)
            .log.slice(0, index)
            .filter(({ which }) => which === one.which);
          for (const before of earlier) expect(moment).toBeGreaterThanOrEqual(before.startsAt);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a meeting that is left alone has all three, each once', () => {
    const alone = run(
      Array.from({ length: 60 }, () => ({ wait: 24 })),
      false,
    );
    expect(alone.log.map(({ which }) => which)).toEqual([...reminderKinds]);
  });
});
