import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import type { Notice, Outcome } from '../../contracts/outcome.js';
import { workgroupHome, workgroupOnly } from '../../contracts/workgroup-home.js';
import { optionalDay } from '../../contracts/typed-day.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { SchoolYear } from '../../domain/school-year.js';
import { entry } from '../../domain/timeline/entries.js';
import { meetingNumbers, type MeetingNumber, type Slot } from '../../domain/workgroup/meeting-plan.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { meetingDues } from './meeting-dues.js';
import { interestKey, meetingPostKey } from './meeting-keys.js';
import { stateOf, titleOf, whenOf, wordingOf } from './meeting-words.js';
import { closedDays, newMeeting, readSlot, type ReadSlot, type TypedSlot } from './planning.js';
import { loadReturning, pointsToNext, type Returning } from './returning-points.js';
import { freeNumbers, standingIn, yearFrom, yearToPlan } from './school-years.js';
import { typedLocation, typedUrl } from '../../contracts/typed-location.js';
import { typedTime } from '../../contracts/typed-time.js';
import { meetingCards } from './meeting-cards.js';
import { meetingForms } from './meeting-forms.js';
import type { PostKey } from '../../domain/reference-to.js';

interface PlanFacts extends Returning {
  /** Cards of who would like to join: they name the next meeting. */
  readonly toInvite: readonly PostKey[];
  /** Where the posts go; null: nowhere yet. */
  readonly home: OrganisationId | null;
  readonly schoolYear: SchoolYear;
}

const schoolYear = z.string().regex(/^20\d\d-20\d\d$/);

const fields = z.object({
  begin: typedTime,
  end: typedTime,
  location: typedLocation,
  url: typedUrl,
  date1: optionalDay,
  begin1: typedTime,
  end1: typedTime,
  location1: typedLocation,
  date2: optionalDay,
  begin2: typedTime,
  end2: typedTime,
  location2: typedLocation,
  date3: optionalDay,
  begin3: typedTime,
  end3: typedTime,
  location3: typedLocation,
});
type Fields = z.output<typeof fields>;

/**
 * Vergaderingen plannen: the meetings of a school year with one card (R19); one or two may wait, what is planned stands
 * there. Errors: `date-unreadable`, `no-such-date`, `date-missing`, `date-passed`, `other-year`, `same-time`, `wrong-order`, `time-wrong`,
 * `begin-missing`, `end-missing`, `end-first`, `location-missing`, `location-long`, `url-wrong`.
 */
export const planMeetings = action({
  slug: 'plan-meetings',
  formerly: {
    keys: { place: 'location', place1: 'location1', place2: 'location2', place3: 'location3' },
  },
  words: { nl: ['vergaderingen plannen', 'vergadering plannen'], en: ['plan meetings', 'plan meeting'] },
  storable: true,
  subject: z.object({ schoolYear: schoolYear.nullish().catch(undefined) }),
  fields,
  async load(read, subject, { calendar, now }): Promise<PlanFacts> {
    const returning = await loadReturning(read);
    const year = subject.schoolYear ?? yearToPlan(returning.meetings, calendar.dayOf(now));
    const toInvite = (await read.interests()).map(({ id }) => interestKey(id));
    return { ...returning, toInvite, home: await workgroupHome(read), schoolYear: year };
  },
  may: (_facts, { actor }) => workgroupOnly(actor),
  form: formOf,
  decide(facts, typed, context): Outcome {
    const { slots, errors } = readAll(facts, typed, context);
    if (Object.keys(errors).length > 0)
      return { reply: meetingForms.plan.again({ schoolYear: facts.schoolYear }, errors) };
    if (slots.length === 0) return { reply: meetingCards.list.shown({ schoolYear: facts.schoolYear }) };
    const planned = slots.map((slot) => newMeeting(slot, facts.schoolYear, typed.url, context));
    return outcomeOf(facts, planned, context);
  },
});

/** Reads every meeting for which something was filled in; the shared time and location count where nothing else is said. */
function readAll({ meetings, schoolYear: year }: PlanFacts, typed: Fields, context: ActionContext) {
  const slots: ReadSlot[] = [];
  const errors: Record<string, string> = {};
  const standing: readonly Slot[] = standingIn(meetings, year);
  const free = freeNumbers(meetings, year);
  for (const number of free) {
    const own = slotOf(typed, number);
    if (Object.values(own).every((value) => value === null)) continue;
    const full: TypedSlot = {
      date: own.date,
      begin: own.begin ?? typed.begin,
      end: own.end ?? typed.end,
      location: own.location ?? typed.location,
    };
    const read = readSlot(number, full, typed.url, { schoolYear: year, others: [...standing, ...slots] }, context);
    if ('slot' in read) slots.push(read.slot);
    else errors[fieldAt(read.problem[0], number, own)] = read.problem[1];
  }
  const [first] = free;
  if (slots.length === 0 && Object.keys(errors).length === 0 && first !== undefined)
    errors[`date${first}`] = 'date-missing';
  return { slots, errors };
}

const slotOf = (typed: Fields, number: MeetingNumber): TypedSlot => ({
  date: typed[`date${number}`],
  begin: typed[`begin${number}`],
  end: typed[`end${number}`],
  location: typed[`location${number}`],
});

/** Where the error stands: at the meeting's own field, or at the shared one when that was meant. */
const fieldAt = (field: keyof TypedSlot, number: MeetingNumber, own: TypedSlot): string =>
  field === 'date' || own[field] !== null ? `${field}${number}` : field;

function outcomeOf(facts: PlanFacts, planned: readonly Meeting[], context: ActionContext): Outcome {
  const { changes, entries, next } = pointsToNext(facts, [...facts.meetings, ...planned], [], context);
  const closed = closedDays(planned, context);
  const days = closed.map((on) => day(on, context.actor.language)).join(', ');
  return {
    changes: [...planned.map((row) => ({ put: 'meeting' as const, row })), ...changes],
    entries: [...planned.map(({ id, startsAt }) => entry('meeting', id, 'planned', { startsAt })), ...entries],
    notices: planned.flatMap((meeting) => postOf(meeting, facts.home)),
    dues: planned.flatMap((meeting) => meetingDues(meeting, context.now, context.calendar).dues ?? []),
    refresh: [...(next === null ? [] : [meetingPostKey(next.id)]), ...facts.toInvite],
    reply: {
      ...meetingCards.list.shown({ schoolYear: facts.schoolYear }),
      note:
        closed.length === 0
          ? { key: 'meetings-planned', values: { count: planned.length } }
          : { key: 'meetings-planned-closed', values: { count: planned.length, days } },
    },
  };
}

/** The living post of a meeting in the working group's channel. */
const postOf = ({ id }: Meeting, home: OrganisationId | null): Notice[] =>
  home === null
    ? []
    : [{ key: meetingPostKey(id), ...meetingCards.post.with({ meetingId: id }), to: { organisation: home } }];

function formOf({ meetings, schoolYear: year }: PlanFacts, context: ActionContext, { typed }: Filled) {
  const { language } = context.actor;
  const say = texts(language);
  const free = freeNumbers(meetings, year);
  const names = Object.keys(fields.shape);
  return {
    schoolYear: year,
    title: say('meetings.plan-meetings.for-year', { year: year.replace('-', '–') }),
    planned: standingIn(meetings, year).map((meeting) => ({
      meetingId: meeting.id,
      title: titleOf(meeting, language),
      when: whenOf(meeting, wordingOf(context)),
      state: stateOf(meeting, wordingOf(context)),
    })),
    all: free.length === 0 ? say('meetings.plan-meetings.all') : null,
    isFree: free.length > 0,
    ...Object.fromEntries(
      meetingNumbers.map((number) => [
        `meeting${number}`,
        free.includes(number) ? titleOf({ number }, language) : null,
      ]),
    ),
    otherYear: yearFrom(year, isThisYear(year, context) ? 1 : -1),
    other: say('meetings.plan-meetings.other-year', {
      year: yearFrom(year, isThisYear(year, context) ? 1 : -1).replace('-', '–'),
    }),
    typed: Object.fromEntries(names.map((name) => [name, typed[name] ?? null])),
  };
}

const isThisYear = (year: SchoolYear, { calendar, now }: ActionContext): boolean =>
  yearToPlan([], calendar.dayOf(now)) === year;
