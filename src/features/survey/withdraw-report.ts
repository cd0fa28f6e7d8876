import { z } from 'zod';
import { action } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import { entry } from '../../domain/timeline/entries.js';
import { withLinksWithdrawn } from '../../domain/withdrawn-links.js';
import type { Survey } from '../../domain/workgroup/survey.js';
import { ofSurvey } from './survey-facts.js';
import { surveyCards } from './survey-cards.js';
import { closedPost, resultsPost } from './survey-keys.js';

/** Links intrekken: the links to the report that were shared open nothing any more; a new one stands on the card. */
export const withdrawReport = action({
  slug: 'withdraw-report',
  subject: ofSurvey,
  fields: z.object({}),
  load: async (read, { surveyId }): Promise<Survey | Refusal> =>
    (await read.survey(surveyId)) ?? { refused: 'not-found' },
  may: (_survey, { actor }) => workgroupOnly(actor),
  decide: ({ id }, _fields, { settings }): Outcome => ({
    changes: [{ put: 'setting', row: withLinksWithdrawn(settings, id) }],
    entries: [entry('survey', id, 'links-withdrawn', {})],
    refresh: [resultsPost(id), closedPost(id)],
    reply: { ...surveyCards.results.shown({ surveyId: id }), note: { key: 'links-withdrawn' } },
  }),
});
