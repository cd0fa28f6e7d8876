import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import { isInWorkgroup } from '../../contracts/workgroup-home.js';
import { isAnswerable, type Survey } from '../../domain/workgroup/survey.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { ofSurvey, personId } from './survey-facts.js';
import { stages, type ReminderStage } from './survey-keys.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

interface InvitationFacts {
  readonly survey: Survey;
  readonly stage: ReminderStage | null;
  /** Whether the person it is for, or who looks at it, has answered. */
  readonly answered: boolean;
}

/**
 * Asks a CLB worker to answer (R18), or reminds (`stage`); afterwards it thanks. In a channel it is for everybody there,
 * and holds nothing about who answered.
 */
export const surveyInvitation = view({
  slug: 'survey-invitation',
  audience: 'stored',
  params: ofSurvey.extend({ personId: personId.nullish(), stage: z.enum(stages).nullish().catch(null) }),
  async load(read, params, { actor }): Promise<InvitationFacts | null> {
    const survey = await read.survey(params.surveyId);
    if (survey === null) return null;
    const who = actor?.person.id ?? params.personId ?? null;
    const row = who === null ? null : await read.surveyPerson(survey.id, who);
    return { survey, stage: params.stage ?? null, answered: row?.answered ?? false };
  },
  may: (_facts, actor) =>
    actsFor(actor, 'clb') !== null || isInWorkgroup(actor) ? null : { refused: 'survey-clb-only' },
  fill(facts, context) {
    const { survey, answered } = facts;
    const say = texts(context.language);
    const isOpen = isAnswerable(survey, context.calendar.dayOf(context.now));
    return {
      surveyId: survey.id,
      reference: say('survey.year', { year: schoolYearWords(survey.schoolYear) }),
      why: sentenceOf(facts, isOpen, context),
      anonymous: answered || !isOpen ? null : say('survey.survey-invitation.anonymous'),
      mayAnswer: isOpen && !answered,
    };
  },
  summary: ({ survey }, { language }) =>
    texts(language)('survey.survey-invitation.summary', { year: schoolYearWords(survey.schoolYear) }),
});

function sentenceOf({ survey, stage, answered }: InvitationFacts, isOpen: boolean, context: ViewContext): string {
  const { language, calendar, now } = context;
  const say = texts(language);
  if (answered) return say('survey.survey-invitation.answered');
  if (!isOpen) return say('survey.survey-invitation.over');
  const until = day(survey.closesOn, language, calendar.dayOf(now));
  return say(`survey.survey-invitation.${stage ?? 'asked'}`, { until });
}
