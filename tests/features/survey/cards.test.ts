import type { Actor } from '../../../src/contracts/actor.js';
import type { Action, View } from '../../../src/contracts/action.js';
import type { PersonId, SurveyId } from '../../../src/domain/ids.js';
import type { Language } from '../../../src/domain/language.js';
import { answerSurvey } from '../../../src/features/survey/answer-survey.js';
import { endSurvey } from '../../../src/features/survey/end-survey.js';
import { openSurveyNow } from '../../../src/features/survey/open-survey-now.js';
import { surveyClosed } from '../../../src/features/survey/survey-closed.js';
import { surveyInvitation } from '../../../src/features/survey/survey-invitation.js';
import { surveyOverview } from '../../../src/features/survey/survey-overview.js';
import { surveyResults } from '../../../src/features/survey/survey-results.js';
import { textAt } from '../../../src/texts/index.js';
import { checkDrawings, type Drawing } from '../../support/drawings.js';
import { id as newId } from '../../support/given.js';
import { an, answers, asked, atClb, els, fill, inGroup, jan, openForm, survey, uuid, type World } from './world.js';

const params = { surveyId: survey().id };
const closed = survey({ state: 'closed' });
const lastYear = survey({ id: uuid<SurveyId>('50'), schoolYear: '2025-2026', state: 'closed', opensOn: '2026-03-01' });
const people = [asked(an, true), asked(els), asked(jan)];
/** So many CLB workers, of whom the first answered. */
const workers = (count: number, answered: number, of = closed) =>
  Array.from({ length: count }, (_none, index) =>
    asked(an, index < answered, { id: newId(), personId: newId<PersonId>(), surveyId: of.id }),
  );
const open: World = {
  surveys: [survey(), lastYear],
  people: [...people, ...workers(40, 19, lastYear)],
};
const many: World = {
  surveys: [closed, lastYear],
  people: [...workers(44, 31), ...workers(40, 19, lastYear)],
  answers: [
    ...answers(14),
    ...answers(9, { asked: ['6-10'], problems: ['emotional', 'behaviour'], region: ['AHV'], helped: ['1'] }),
    ...answers(6, { asked: ['none'], region: ['AHV'] }, 'Er is te weinig in de buurt.'),
    ...answers(2, { asked: ['more-than-10'], missing: ['transport', 'naft-like'], helped: ['4'] }),
    ...answers(12, {}, '', lastYear),
    ...answers(7, { asked: ['1-2'], missing: ['day-programme'], helped: ['3'] }, '', lastYear),
  ],
};

const view = (one: unknown, name: string, withParams: object, world: World, by: Actor | null = null): Drawing => ({
  feature: 'survey',
  slug: (one as View).slug,
  name,
  data: async (language) => (await fill(one, withParams, world, { by, language })).data,
});

const form = (
  action: unknown,
  name: string,
  { by = atClb(), data = {}, world = open }: { by?: Actor; data?: object; world?: World },
  filled: { typed?: Record<string, string>; errors?: Record<string, string> } = {},
): Drawing => {
  const { slug } = action as Action;
  const sentences = (language: Language) =>
    Object.fromEntries(
      Object.entries(filled.errors ?? {}).map(([field, code]) => [
        field,
        textAt(language, `survey.${slug}.errors.${code}`)!,
      ]),
    );
  return {
    feature: 'survey',
    slug,
    name,
    data: (language) =>
      openForm(
        action,
        { by: { ...by, language }, data: data as Record<string, unknown>, world },
        { typed: filled.typed ?? {}, errors: sentences(language) },
      ),
  };
};

checkDrawings([
  view(surveyInvitation, 'asked', { ...params, personId: els.id }, open),
  view(surveyInvitation, 'reminded, a week', { ...params, personId: els.id, stage: 'week' }, open),
  view(surveyInvitation, 'reminded, two days', { ...params, stage: 'last' }, open),
  view(surveyInvitation, 'answered', { ...params, personId: an.id }, open),
  view(surveyInvitation, 'over', params, { surveys: [closed] }),
  form(answerSurvey, 'opened', { by: atClb(els), data: params }),
  form(
    answerSurvey,
    'not complete, and a name',
    { by: atClb(els), data: params },
    {
      typed: { asked: '3-5', problems: 'social,home', remark: 'Sofie Vermeulen vindt nergens plaats.' },
      errors: {
        askedBy: 'askedBy-missing',
        missing: 'missing-missing',
        helped: 'helped-missing',
        region: 'region-missing',
        remark: 'remark-personal',
      },
    },
  ),
  form(openSurveyNow, 'opened', { by: inGroup() }),
  form(endSurvey, 'opened', { by: inGroup(), data: params }),
  view(surveyResults, 'open', params, open),
  view(surveyResults, 'closed, beside last year', params, many),
  view(surveyResults, 'second page', { ...params, page: 1 }, many),
  view(surveyResults, 'third page', { ...params, page: 2 }, many),
  view(surveyResults, 'too few', params, { surveys: [closed], people, answers: answers(3) }),
  view(surveyClosed, 'closed', params, many),
  view(surveyOverview, 'open', {}, open, inGroup()),
  view(surveyOverview, 'none yet', {}, {}, inGroup()),
]);
