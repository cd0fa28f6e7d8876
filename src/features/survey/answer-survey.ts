import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { checkText, isHarmless } from '../../domain/workgroup/check-text.js';
import {
  answersOf,
  choosable,
  missingAnswers,
  surveyQuestionCodes,
  type SurveyChoices,
  type SurveyQuestionCode,
} from '../../domain/workgroup/survey-questions.js';
import { isAnswerable, type Survey, type SurveyPerson } from '../../domain/workgroup/survey.js';
import { texts } from '../../texts/index.js';
import { personalDataWords } from '../../texts/personal-data-words.js';
import { optionWord } from './survey-words.js';
import { ofSurvey } from './survey-facts.js';
import { personPost, resultsPost, stages } from './survey-keys.js';
import { surveyCards } from './survey-cards.js';
import { surveyForms } from './survey-forms.js';
import type { OrganisationId } from '../../domain/ids.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

interface AnswerFacts {
  readonly survey: Survey;
  /** Null: was not asked, joined later, may answer too. */
  readonly mine: SurveyPerson | null;
}

const longest = 500;

/** What was chosen for a question, as clients send it: codes with commas; what is no option is left out. */
const chosen = (code: SurveyQuestionCode) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((option) => choosable(code).includes(option)));

const fields = z
  .object({
    asked: chosen('asked'),
    problems: chosen('problems'),
    askedBy: chosen('askedBy'),
    missing: chosen('missing'),
    helped: chosen('helped'),
    region: chosen('region'),
    remark: z.string().trim().default(''),
    notPersonal: z
      .string()
      .default('')
      .transform((ticked) => ticked === 'true'),
  })
  .superRefine((typed, issues) => {
    for (const code of missingAnswers(typed))
      issues.addIssue({ code: 'custom', path: [code], message: `${code}-missing` });
    if (typed.remark.length > longest) issues.addIssue({ code: 'custom', path: ['remark'], message: 'remark-long' });
  });

/**
 * Answers the survey (R18), once per person: that somebody answered and what was answered are stored apart, and nothing
 * leads from one to the other. Errors: `<question>-missing`, `remark-long`, `remark-personal`.
 */
export const answerSurvey = action({
  slug: 'answer-survey',
  storable: true,
  subject: ofSurvey,
  fields,
  async load(read, { surveyId }, { actor }): Promise<AnswerFacts | Refusal> {
    const survey = await read.survey(surveyId);
    return survey === null
      ? { refused: 'not-found' }
      : { survey, mine: await read.surveyPerson(surveyId, actor.person.id) };
  },
  may({ survey, mine }, { actor, now, calendar }): Refusal | null {
    const show = surveyCards.invitation.instead({ surveyId: survey.id });
    if (actsFor(actor, 'clb') === null) return { refused: 'survey-clb-only' };
    if (mine?.answered) return { refused: 'survey-answered', show };
    return isAnswerable(survey, calendar.dayOf(now)) ? null : { refused: 'survey-closed', show };
  },
  form: formOf,
  decide({ survey, mine }, { remark, notPersonal, ...choices }, context): Outcome | Refusal {
    const { actor, newId, calendar, now } = context;
    if (!isHarmless(checkText(remark, calendar.dayOf(now)), notPersonal))
      return { reply: surveyForms.answer.again({ surveyId: survey.id }, { remark: 'remark-personal' }) };
    const clb = actsFor(actor, 'clb');
    if (clb === null) return { refused: 'survey-clb-only' };
    const person = mine ?? newPerson(survey, clb.id, context);
    return {
      changes: [
        { put: 'surveyPerson', row: { ...person, answered: true } },
        {
          put: 'surveyAnswer',
          row: { id: newId<string>(), surveyId: survey.id, answers: answersOf(choices as SurveyChoices, remark) },
        },
      ],
      refresh: [
        resultsPost(survey.id),
        ...[null, ...stages].map((stage) => personPost(survey.id, actor.person.id, stage)),
      ],
      reply: surveyCards.invitation.shown({ surveyId: survey.id }),
    };
  },
});

/** Who joined a CLB after the opening. */
const newPerson = ({ id }: Survey, clbId: OrganisationId, { actor, newId }: ActionContext): SurveyPerson => ({
  id: newId<string>(),
  surveyId: id,
  personId: actor.person.id,
  clbId,
  answered: false,
  version: 0,
});

function formOf({ survey }: AnswerFacts, { actor: { language }, calendar, now }: ActionContext, filled: Filled) {
  const { typed, errors } = filled;
  const say = texts(language);
  const checked = checkText(typed['remark'] ?? '', calendar.dayOf(now));
  const found = personalDataWords(checked.kinds, language);
  const advice = say(checked.mayInsist ? 'signals.found.reword-or-insist' : 'signals.found.reword');
  const isFault = found !== null && !isHarmless(checked, typed['notPersonal'] === 'true');
  return {
    surveyId: survey.id,
    reference: say('survey.year', { year: schoolYearWords(survey.schoolYear) }),
    options: Object.fromEntries(
      surveyQuestionCodes.map((code) => [
        code,
        choosable(code).map((option) => ({ title: optionWord(language, code, option), value: option })),
      ]),
    ),
    mayInsist: checked.mayInsist,
    typed: {
      ...Object.fromEntries(surveyQuestionCodes.map((code) => [code, typed[code] ?? null])),
      remark: typed['remark'] ?? null,
      notPersonal: typed['notPersonal'] ?? 'false',
    },
    errors: isFault ? { ...errors, remark: `${found} ${advice}` } : errors,
  };
}
