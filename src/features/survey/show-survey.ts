import { z } from 'zod';
import { action } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { isInWorkgroup } from '../../contracts/workgroup-home.js';
import type { Survey } from '../../domain/workgroup/survey.js';
import { runningSurvey } from './survey-facts.js';
import { surveyCards } from './survey-cards.js';
import { surveyForms } from './survey-forms.js';

interface ShowFacts {
  readonly running: Survey | null;
  readonly answered: boolean;
}

/**
 * Bevraging: for a CLB worker the form, or that it was answered; for the working group and the desk the surveys of all
 * years. Who is both answers first.
 */
export const showSurvey = action({
  slug: 'show-survey',
  words: { nl: ['bevraging', 'bevragingen'], en: ['survey', 'surveys'] },
  subject: z.object({}),
  fields: z.object({}),
  async load(read, _subject, { actor, now, calendar }): Promise<ShowFacts> {
    const running = await runningSurvey(read, calendar.dayOf(now));
    const mine = running === null ? null : await read.surveyPerson(running.id, actor.person.id);
    return { running, answered: mine?.answered ?? false };
  },
  may({ running }, { actor }): Refusal | null {
    if (actor.organisations.length === 0) return { refused: 'not-a-member' };
    if (isInWorkgroup(actor)) return null;
    if (actsFor(actor, 'clb') === null) return { refused: 'survey-clb-only' };
    return running === null ? { refused: 'survey-none' } : null;
  },
  decide({ running, answered }, _fields, { actor }): Outcome {
    const isWorker = actsFor(actor, 'clb') !== null;
    if (running === null || !isWorker || (answered && isInWorkgroup(actor)))
      return { reply: surveyCards.overview.shown({}) };
    if (answered || actor.conversation.scope !== 'personal')
      return {
        reply: surveyCards.invitation.shown({
          surveyId: running.id,
          ...(answered && actor.channel === null ? { personId: actor.person.id } : {}),
        }),
      };
    return { reply: surveyForms.answer.opened({ surveyId: running.id }) };
  },
});
