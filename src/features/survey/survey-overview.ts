import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { schoolYearOf } from '../../domain/school-year.js';
import type { Survey } from '../../domain/workgroup/survey.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { openSurveyEachYear } from './open-survey.job.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

interface OverviewFacts {
  /** Newest first, with how many answered. */
  readonly surveys: readonly { readonly survey: Survey; readonly answered: number; readonly asked: number }[];
}

const most = 8;

/** For the working group and the desk: the surveys of all years, when the next opens, and opening or ending it by hand. */
export const surveyOverview = view({
  slug: 'survey-overview',
  audience: 'stored',
  params: z.object({}),
  async load(read): Promise<OverviewFacts> {
    const surveys = [];
    for (const survey of (await read.surveys()).slice(0, most)) {
      const people = await read.surveyPeople(survey.id);
      surveys.push({ survey, answered: people.filter(({ answered }) => answered).length, asked: people.length });
    }
    return { surveys };
  },
  may: (_facts, actor) => workgroupOnly(actor),
  fill({ surveys }, context) {
    const { language, calendar, now } = context;
    const say = texts(language);
    const isThisYear = ({ schoolYear }: Survey): boolean => schoolYear === schoolYearOf(calendar.dayOf(now));
    const open = surveys.find(({ survey }) => survey.state === 'open')?.survey ?? null;
    return {
      next: open === null ? nextLine(context) : null,
      none: surveys.length === 0 ? say('survey.survey-overview.none') : null,
      rows: surveys.map(({ survey, answered, asked }) => ({
        surveyId: survey.id,
        title: say('survey.year', { year: schoolYearWords(survey.schoolYear) }),
        line: `${say(`survey.states.${survey.state}`)} · ${say('survey.survey-results.counted', { count: answered, asked })}`,
      })),
      mayOpen: !surveys.some(({ survey }) => isThisYear(survey)),
      openId: open?.id ?? null,
    };
  },
  summary: (_facts, { language }) => texts(language)('survey.survey-overview.title'),
});

const nextLine = (context: ViewContext): string =>
  texts(context.language)('survey.survey-overview.next', {
    when: moment(openSurveyEachYear.next(context.now, context), context.language, context.now),
  });
