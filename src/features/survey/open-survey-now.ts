import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { schoolYearOf } from '../../domain/school-year.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { lastDayFrom, loadOpening, openNow } from './opening.js';
import { surveyCards } from './survey-cards.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

/** Nu openen: the working group or the desk opens this school year's survey before its day (R18). */
export const openSurveyNow = action({
  slug: 'open-survey-now',
  subject: z.object({}),
  fields: z.object({}),
  load: (read, _subject, context) => loadOpening(read, context),
  may: (_facts, { actor }) => workgroupOnly(actor),
  form({ workers }, { actor: { language }, now, calendar, settings }) {
    const say = texts(language);
    const today = calendar.dayOf(now);
    const until = lastDayFrom(today, { calendar, settings });
    return {
      reference: say('survey.year', { year: schoolYearWords(schoolYearOf(today)) }),
      why: say('survey.open-survey-now.why', { count: workers.length, until: day(until, language, today) }),
    };
  },
  decide(opening, _fields, context): Outcome {
    const { present } = opening;
    if (present !== null) return { reply: surveyCards.overview.shown({}) };
    return { ...openNow(opening, context), reply: { ...surveyCards.overview.shown({}), note: { key: 'done' } } };
  },
});
