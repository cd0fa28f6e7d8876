import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { schoolYearOf, type SchoolYear } from '../../domain/school-year.js';
import { nextMeeting } from '../../domain/workgroup/meeting-plan.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { stateOf, titleOf, whenOf } from './meeting-words.js';
import { freeNumbers, yearFrom } from './school-years.js';

interface ListFacts {
  readonly meetings: readonly Meeting[];
  readonly schoolYear: SchoolYear;
  readonly waiting: number;
}

/** The meetings of a school year, coming and past; other years are a press away (R19). */
export const meetingList = view({
  slug: 'meeting-list',
  audience: 'stored',
  params: z.object({ schoolYear: z.string().nullish().catch(undefined) }),
  async load(read, params, { calendar, now }): Promise<ListFacts> {
    const meetings = await read.meetings();
    const fallback = nextMeeting(meetings, now)?.schoolYear ?? schoolYearOf(calendar.dayOf(now));
    const waiting = (await read.agendaItems(null)).filter(({ state }) => state === 'open').length;
    return { meetings, schoolYear: params.schoolYear ?? fallback, waiting };
  },
  may: (_facts, actor) => workgroupOnly(actor),
  fill({ meetings, schoolYear, waiting }, context) {
    const { language } = context;
    const say = texts(language);
    const shown = meetings.filter((one) => one.schoolYear === schoolYear);
    const years = meetings.map((one) => one.schoolYear);
    return {
      schoolYear,
      title: say('meetings.meeting-list.title', { year: schoolYear.replace('-', '–') }),
      rows: shown.map((meeting) => ({
        meetingId: meeting.id,
        title: titleOf(meeting, language),
        when: `${whenOf(meeting, context)} · ${plain(meeting.location)}`,
        state: stateOf(meeting, context),
      })),
      empty: shown.length === 0 ? say('meetings.meeting-list.empty') : null,
      waiting: waiting === 0 ? null : say('meetings.meeting-list.waiting', { count: waiting }),
      planStyle: shown.length === 0 ? 'positive' : null,
      mayPlan: freeNumbers(meetings, schoolYear).length > 0,
      earlier: years.some((year) => year < schoolYear) ? yearFrom(schoolYear, -1) : null,
      later: years.some((year) => year > schoolYear) ? yearFrom(schoolYear, 1) : null,
    };
  },
  summary: ({ schoolYear }, { language }) =>
    texts(language)('meetings.meeting-list.title', { year: schoolYear.replace('-', '–') }),
});
