import { describe, expect, test } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import type { SurveyId } from '../../../src/domain/ids.js';
import { defaultSettings } from '../../../src/domain/settings.js';
import { answerSurvey } from '../../../src/features/survey/answer-survey.js';
import { closeSurvey } from '../../../src/features/survey/close-survey.job.js';
import { endSurvey } from '../../../src/features/survey/end-survey.js';
import { openSurveyNow } from '../../../src/features/survey/open-survey-now.js';
import { openSurvey, openSurveyEachYear } from '../../../src/features/survey/open-survey.job.js';
import { remindSurvey } from '../../../src/features/survey/remind-survey.job.js';
import { showSurvey } from '../../../src/features/survey/show-survey.js';
import { surveyInvitation } from '../../../src/features/survey/survey-invitation.js';
import { surveyOverview } from '../../../src/features/survey/survey-overview.js';
import { surveyResults } from '../../../src/features/survey/survey-results.js';
import { actor, context } from '../../support/given.js';
import {
  an,
  asked,
  atClb,
  atProvider,
  both,
  clb,
  done,
  els,
  fill,
  group,
  inClbChannel,
  inGroup,
  jan,
  mayShow,
  openForm,
  press,
  runs,
  survey,
  uuid,
} from './world.js';

const id = survey().id;
const params = { surveyId: id };
const open = { surveys: [survey()], people: [asked(an), asked(els), asked(jan)] };
const filled = {
  ...params,
  asked: '3-5',
  problems: 'social,home',
  askedBy: 'school',
  missing: 'place',
  helped: '2',
  region: 'VBO',
};
const day = (on: string) => new Date(`${on}T10:00:00Z`);

describe('opening', () => {
  test('asks each CLB worker once: in personal chat, or in the channel of the CLB', async () => {
    const outcome = (await runs(openSurvey, {}, {}))!;
    const [first, ...people] = outcome.changes!;
    expect(outcome.entries).toMatchObject([{ name: 'opened', data: { asked: 3, closesOn: '2027-03-28' } }]);
    expect(first).toMatchObject({
      put: 'survey',
      row: { schoolYear: '2026-2027', opensOn: '2027-03-01', closesOn: '2027-03-28', state: 'open', version: 0 },
    });
    expect(people).toMatchObject(
      [an, jan, els].map(({ id: personId }) => ({ put: 'surveyPerson', row: { personId, answered: false } })),
    );
    expect(outcome.notices).toMatchObject([
      { view: 'survey-invitation', to: { person: an.id } },
      { view: 'survey-invitation', to: { person: jan.id } },
      { view: 'survey-invitation', to: { organisation: clb.id } },
      { view: 'survey-results', to: { organisation: group.id } },
    ]);
    expect(outcome.notices![2]!.params).not.toHaveProperty('personId');
    expect(outcome.dues!.map(({ job, at }) => [job, at.toISOString()])).toEqual([
      ['remind-survey', '2027-03-21T08:00:00.000Z'],
      ['remind-survey', '2027-03-26T08:00:00.000Z'],
      ['close-survey', '2027-03-29T07:00:00.000Z'],
    ]);
  });

  test('happens once a school year, and not without a CLB', async () => {
    expect(await runs(openSurvey, {}, { surveys: [survey({ state: 'closed' })] })).toBeNull();
    expect(await runs(openSurvey, {}, { hasClbs: false })).toBeNull();
    const lastYear = survey({ id: uuid<SurveyId>('50'), schoolYear: '2025-2026' });
    expect(await runs(openSurvey, {}, { surveys: [lastYear] })).not.toBeNull();
  });

  test('posts no results when there is nobody to read them', async () => {
    const { notices } = (await runs(openSurvey, {}, { hasGroup: false }))!;
    expect(notices!.map(({ view }) => view)).not.toContain('survey-results');
  });

  test.each([
    ['03-01', '2026-11-16T09:00:00Z', '2027-03-01T08:00:00.000Z'],
    ['03-01', '2027-03-01T08:00:00Z', '2028-03-01T08:00:00.000Z'],
    ['02-29', '2026-11-16T09:00:00Z', '2027-03-01T08:00:00.000Z'],
    ['02-29', '2028-01-10T09:00:00Z', '2028-02-29T08:00:00.000Z'],
  ])('on %s, seen from %s', (surveyOpensOn, now, at) => {
    const { calendar } = context();
    const settings = { ...defaultSettings, surveyOpensOn };
    expect(openSurveyEachYear.next(new Date(now), { calendar, settings }).toISOString()).toBe(at);
  });

  test('by hand is for the working group, and comes once', async () => {
    const outcome = await done(openSurveyNow, { by: inGroup() });
    expect(outcome.changes).toHaveLength(4);
    expect(outcome.reply).toMatchObject({ show: 'survey-overview' });
    expect(await press(openSurveyNow, { by: inGroup(), world: open })).toEqual({
      reply: { show: 'survey-overview', with: {} },
    });
    expect(await press(openSurveyNow, { by: atClb() })).toEqual({ refused: 'only-workgroup' });
    const form = await openForm(openSurveyNow, { by: inGroup() });
    expect(form['why']).toContain('3 CLB-medewerkers krijgen meteen bericht');
  });
});

describe('answering', () => {
  test('stores that somebody answered and what was answered apart', async () => {
    const outcome = await done(answerSurvey, { data: { ...filled, remark: 'Meer plaats dichtbij.' }, world: open });
    const [person, answer] = outcome.changes!;
    expect(person).toEqual({ put: 'surveyPerson', row: { ...asked(an), answered: true } });
    expect(answer).toMatchObject({
      put: 'surveyAnswer',
      row: { surveyId: id, answers: { asked: '3-5', problems: ['social', 'home'], remark: 'Meer plaats dichtbij.' } },
    });
    expect(JSON.stringify(answer)).not.toContain(an.id);
    expect(outcome.refresh).toEqual([
      `survey:${id}:results`,
      `survey:${id}:asked:person:${an.id}`,
      `survey:${id}:week:person:${an.id}`,
      `survey:${id}:last:person:${an.id}`,
    ]);
    expect(outcome.reply).toEqual({ show: 'survey-invitation', with: params });
  });

  test('is possible for who joined later', async () => {
    const outcome = await done(answerSurvey, { data: filled, world: { ...open, people: [] } });
    expect(outcome.changes![0]).toMatchObject({ row: { personId: an.id, clbId: clb.id, answered: true, version: 0 } });
  });

  test('is possible once, while it is open, and for CLB workers only', async () => {
    const show = { view: 'survey-invitation', with: params };
    const world = { ...open, people: [asked(an, true)] };
    expect(await press(answerSurvey, { data: filled, world })).toEqual({ refused: 'survey-answered', show });
    expect(await press(answerSurvey, { data: filled, world: open, now: day('2027-03-28') })).toHaveProperty('changes');
    expect(await press(answerSurvey, { data: filled, world: open, now: day('2027-03-29') })).toEqual({
      refused: 'survey-closed',
      show,
    });
    expect(await press(answerSurvey, { data: filled, world: open, by: inGroup() })).toEqual({
      refused: 'survey-clb-only',
    });
    expect(await press(answerSurvey, { data: filled })).toEqual({ refused: 'not-found' });
  });

  test('says at each field what is missing', async () => {
    expect(
      await press(answerSurvey, { data: { ...params, asked: '1-2', remark: 'x'.repeat(501) }, world: open }),
    ).toEqual({
      errors: {
        problems: 'problems-missing',
        askedBy: 'askedBy-missing',
        missing: 'missing-missing',
        helped: 'helped-missing',
        region: 'region-missing',
        remark: 'remark-long',
      },
    });
    const codes = { ...filled, asked: 'strange' };
    expect(await press(answerSurvey, { data: codes, world: open })).toEqual({ errors: { asked: 'asked-missing' } });
  });

  test('takes no personal data', async () => {
    const again = { reply: { form: 'answer-survey', with: params, errors: { remark: 'remark-personal' } } };
    const writes = (remark: string, notPersonal = '') =>
      press(answerSurvey, { data: { ...filled, remark, notPersonal }, world: open });
    expect(await writes('Bel 0470 98 76 54.', 'true')).toEqual(again);
    expect(await writes('Sofie Vermeulen vindt geen plaats.')).toEqual(again);
    expect(await writes('Sofie Vermeulen vindt geen plaats.', 'true')).toHaveProperty('changes');
    const form = await openForm(
      answerSurvey,
      { world: open, data: params },
      { typed: { remark: 'Bel 0470 98 76 54.' } },
    );
    expect(form['errors']).toEqual({
      remark: 'Er staat een telefoonnummer in. Schrijf het anders, zonder gegevens van een leerling.',
    });
  });
});

describe('reminders', () => {
  test('go to who has not answered and still works there', async () => {
    const world = { ...open, people: [asked(an, true), asked(els), asked(jan)], members: { [clb.id]: [an, els] } };
    const { notices, entries } = (await runs(remindSurvey, { ...params, stage: 'week' }, world, day('2027-03-21')))!;
    expect(entries).toEqual([entry('survey', id, 'reminded', { stage: 'week', asked: 1 })]);
    expect(notices).toEqual([
      {
        key: `survey:${id}:week:clb:${clb.id}`,
        view: 'survey-invitation',
        params: { ...params, stage: 'week' },
        to: { organisation: clb.id },
      },
    ]);
    const { notices: chats } = (await runs(remindSurvey, { ...params, stage: 'last' }, open, day('2027-03-26')))!;
    expect(chats!.map(({ key }) => key)).toContain(`survey:${id}:last:person:${jan.id}`);
  });

  test('do not go when it is over', async () => {
    const over = { surveys: [survey({ state: 'closed' })] };
    expect(await runs(remindSurvey, { ...params, stage: 'week' }, over)).toBeNull();
    expect(await runs(remindSurvey, { ...params, stage: 'week' }, {})).toBeNull();
  });
});

describe('the end', () => {
  test('brings the results, once', async () => {
    const outcome = (await runs(closeSurvey, params, open, day('2027-03-29')))!;
    expect(outcome).toMatchObject({
      changes: [{ put: 'survey', row: { state: 'closed', closesOn: '2027-03-28' } }],
      entries: [entry('survey', id, 'closed', {})],
      notices: [{ key: `survey:${id}:closed`, view: 'survey-closed', to: { under: `survey:${id}:results` } }],
      refresh: [`survey:${id}:results`],
    });
    expect(outcome.settled).toHaveLength(3);
    expect(await runs(closeSurvey, params, { surveys: [survey({ state: 'closed' })] })).toBeNull();
  });

  test('can be brought forward by the working group', async () => {
    const outcome = await done(endSurvey, { by: inGroup(), data: params, world: open, now: day('2027-03-10') });
    expect(outcome.changes).toMatchObject([{ row: { state: 'closed', closesOn: '2027-03-10' } }]);
    const shown = { reply: { show: 'survey-results', with: params } };
    const closed = { surveys: [survey({ state: 'closed' })] };
    expect(await press(endSurvey, { by: inGroup(), data: params, world: closed })).toEqual(shown);
    expect(await press(endSurvey, { data: params, world: open })).toEqual({ refused: 'only-workgroup' });
    expect(await press(endSurvey, { by: inGroup(), data: params })).toEqual({ refused: 'not-found' });
  });
});

describe('the word ‘bevraging’', () => {
  const says = (by: ReturnType<typeof atClb>, world: Parameters<typeof press>[1]['world'] = open) =>
    press(showSurvey, { by, world });
  const overview = { reply: { show: 'survey-overview', with: {} } };
  const invitation = (more: object = {}) => ({ reply: { show: 'survey-invitation', with: { ...params, ...more } } });

  test('opens the form for a CLB worker, the question in a channel, thanks afterwards', async () => {
    expect(await says(atClb())).toEqual({ reply: { form: 'answer-survey', with: params } });
    expect(await says(inClbChannel())).toEqual(invitation());
    const answered = { ...open, people: [asked(an, true), asked(els, true)] };
    expect(await says(atClb(), answered)).toEqual(invitation({ personId: an.id }));
    expect(await says(inClbChannel(), answered)).toEqual(invitation());
  });

  test('shows the years to the working group; who is both answers first', async () => {
    expect(await says(inGroup())).toEqual(overview);
    expect(await says(both())).toEqual({ reply: { form: 'answer-survey', with: params } });
    expect(await says(both(), { ...open, people: [asked(an, true)] })).toEqual(overview);
    expect(await says(both(), {})).toEqual(overview);
  });

  test('is not for others, and not when there is none', async () => {
    expect(await says(atProvider())).toEqual({ refused: 'survey-clb-only' });
    expect(await says(atClb(), {})).toEqual({ refused: 'survey-none' });
    expect(await says(actor({ organisations: [] }))).toEqual({ refused: 'not-a-member' });
  });
});

describe('what the cards tell', () => {
  test('nothing in a channel about who answered', async () => {
    const world = { ...open, people: [asked(an, true), asked(els, true)] };
    expect((await fill(surveyInvitation, params, world)).data).toMatchObject({ mayAnswer: true });
    expect((await fill(surveyInvitation, params, world, { by: inClbChannel() })).data).toMatchObject({
      mayAnswer: false,
    });
    expect((await fill(surveyInvitation, { ...params, personId: an.id }, world)).data).toMatchObject({
      mayAnswer: false,
      anonymous: null,
    });
  });

  test('that it is over, after the last day', async () => {
    const { data } = await fill(surveyInvitation, params, open, { now: day('2027-03-29') });
    expect(data).toMatchObject({ mayAnswer: false, why: expect.stringContaining('afgesloten') });
  });

  test('who may look', async () => {
    expect(await mayShow(surveyInvitation, params, open, atClb())).toBeNull();
    expect(await mayShow(surveyInvitation, params, open, atProvider())).toEqual({ refused: 'survey-clb-only' });
    expect(await mayShow(surveyResults, params, open, inGroup())).toBeNull();
    expect(await mayShow(surveyResults, params, open, atClb())).toEqual({ refused: 'only-workgroup' });
    expect(await mayShow(surveyOverview, {}, open, atClb())).toEqual({ refused: 'only-workgroup' });
  });

  test('when the next one opens, and that one can be opened now', async () => {
    const { data } = await fill(surveyOverview, {}, {}, { now: day('2026-11-16') });
    expect(data).toMatchObject({ next: 'De volgende opent vanzelf op ma 1 mrt. 2027, 9 u.', mayOpen: true });
    const { data: running } = await fill(surveyOverview, {}, open);
    expect(running).toMatchObject({ next: null, mayOpen: false, openId: id });
  });
});
