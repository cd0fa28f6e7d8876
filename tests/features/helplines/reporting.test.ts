import { describe, expect, it } from '@jest/globals';
import { entry } from '../../../src/domain/timeline/entries.js';
import { answerReport } from '../../../src/features/helplines/answer-report.js';
import { lineReport } from '../../../src/features/helplines/line-report.js';
import { reportAnswer } from '../../../src/features/helplines/report-answer.js';
import { reportLine } from '../../../src/features/helplines/report-line.js';
import { monday10, outcomeOf, viewContext } from '../../support/given.js';
import {
  act,
  an,
  bram,
  by,
  byAn,
  byBram,
  byNobody,
  clb,
  desk,
  dirk,
  fillOf,
  formOf,
  jac,
  naft,
  report,
} from './world.js';

const world = { reports: [report] };
const answered = { ...report, state: 'mended', answeredBy: an.id, answeredAt: monday10 } as const;

describe('report-line', () => {
  const typed = { lineId: jac.id, reportId: report.id, reason: 'phone-wrong', note: 'Het nummer is nu 016 44 55 66.' };

  it('is stored and put before the keeper, to answer', async () => {
    const outcome = outcomeOf(await act(reportLine, byBram(), typed));
    expect(outcome.entries).toEqual([
      entry('help-line', jac.id, 'reported', { reportId: report.id, reason: 'phone-wrong' }),
    ]);
    expect(outcome.changes).toMatchObject([
      {
        put: 'lineReport',
        row: {
          id: report.id,
          reason: 'phone-wrong',
          personId: bram.id,
          organisationId: naft.id,
          state: 'open',
          version: 0,
        },
      },
    ]);
    expect(outcome.notices).toEqual([
      {
        key: `line-report:${report.id}`,
        view: 'line-report',
        params: { reportId: report.id },
        to: { person: an.id },
        mention: null,
      },
    ]);
    expect(outcome.reply).toMatchObject({ show: 'line-card', note: { key: 'line-reported' } });
  });

  it('given nobody who keeps it, then the desk hears it', async () => {
    const lines = [{ ...jac, keeperId: null, keeperOrganisationId: null }];
    expect(outcomeOf(await act(reportLine, byBram(), typed, { lines })).notices).toMatchObject([
      { to: { organisation: desk.id } },
    ]);
  });

  it('given a keeper who left, then the team hears it', async () => {
    const outcome = outcomeOf(await act(reportLine, byBram(), typed, { members: { [clb.id]: [] } }));
    expect(outcome.notices).toMatchObject([{ to: { organisation: clb.id }, mention: an.id }]);
  });

  it('is made once when the same press comes again', async () => {
    expect(outcomeOf(await act(reportLine, byBram(), typed, world)).changes).toBeUndefined();
  });

  it('gives its form an id of its own', async () => {
    expect(await formOf(reportLine, byBram(), { lineId: jac.id })).toMatchObject({
      reportId: expect.stringMatching(/^0000/),
    });
  });

  it.each([
    [{ reason: '' }, { reason: 'reason-missing' }],
    [{ note: 'x'.repeat(301) }, { note: 'text-long' }],
    [{ note: 'Geboren op 14/03/2011' }, { note: 'note-personal' }],
    [{ note: 'De leerling Jan Janssens kreeg geen antwoord' }, { note: 'note-personal' }],
  ])('%j is asked again', async (change, errors) => {
    expect(await act(reportLine, byBram(), { ...typed, ...change })).toMatchObject({
      reply: { form: 'report-line', errors },
    });
  });

  it('is for linked teams, about a line that is there', async () => {
    expect(await act(reportLine, byNobody(), typed)).toEqual({ refused: 'not-a-member' });
    expect(await act(reportLine, byBram(), typed, { lines: [] })).toEqual({ refused: 'not-found' });
  });
});

describe('line-report', () => {
  it('tells what is wrong, and its answer once there is one', async () => {
    const data = await fillOf(lineReport, { reportId: report.id }, world, viewContext());
    expect(data).toMatchObject({
      state: 'Nieuw',
      open: 'yes',
      reported: 'Gemeld door NAFT-Leerrecht VBO op ma 16 nov., 10 u.',
      answered: null,
    });
    const done = await fillOf(lineReport, { reportId: report.id }, { reports: [answered] }, viewContext());
    expect(done).toMatchObject({
      state: 'Verbeterd',
      open: null,
      answered: 'Beantwoord door An Peeters op ma 16 nov., 10 u.',
    });
  });

  it('is nothing when there is no such report', async () => {
    expect(await fillOf(lineReport, { reportId: report.id }, {}, viewContext())).toBeNull();
    expect(await fillOf(reportAnswer, { reportId: report.id }, world, viewContext())).toBeNull();
  });
});

describe('answer-report', () => {
  const typed = { reportId: report.id, result: 'was-right', answer: 'Nagebeld, het klopt.' };

  it('by the keeper: stored, the line is confirmed, the reporter hears it', async () => {
    const outcome = outcomeOf(await act(answerReport, byAn(), typed, world));
    expect(outcome.changes).toMatchObject([
      { put: 'lineReport', row: { state: 'was-right', answer: 'Nagebeld, het klopt.', answeredBy: an.id, version: 1 } },
      { put: 'helpLine', row: { assuredOn: '2026-11-16' } },
      { row: { what: 'confirmed' } },
    ]);
    expect(outcome.notices).toEqual([
      {
        key: `line-report:${report.id}:answer`,
        view: 'report-answer',
        params: { reportId: report.id },
        to: { person: bram.id },
      },
    ]);
    expect(outcome.refresh).toContain(`line-report:${report.id}`);
  });

  it('without a word, and by the desk in the keeper’s name', async () => {
    const outcome = outcomeOf(
      await act(answerReport, by(dirk, desk), { reportId: report.id, result: 'mended' }, world),
    );
    expect(outcome.changes).toMatchObject([{ row: { state: 'mended', answer: null } }, {}, {}]);
  });

  it('given a reporter without a chat, then the reporter’s team hears it; the reporter self hears nothing of an own answer', async () => {
    const people = [an, { ...bram, personalConversationId: null }];
    const told = outcomeOf(await act(answerReport, byAn(), typed, { ...world, people })).notices;
    expect(told).toMatchObject([{ to: { organisation: naft.id }, mention: bram.id }]);
    const nowhere = { people, reports: [{ ...report, organisationId: null }] };
    expect(outcomeOf(await act(answerReport, byAn(), typed, nowhere)).notices).toEqual([]);
    const own = { reports: [{ ...report, personId: an.id }] };
    expect(outcomeOf(await act(answerReport, byAn(), typed, own)).notices).toEqual([]);
  });

  it('the same answer again changes nothing; another one comes too late', async () => {
    const reports = [answered];
    const mended = { reportId: report.id, result: 'mended' };
    expect(await act(answerReport, byAn(), mended, { reports })).toEqual({
      reply: { show: 'line-report', with: { reportId: report.id } },
    });
    const outdated = { refused: 'outdated', show: { view: 'line-report', with: { reportId: report.id } } };
    expect(await act(answerReport, byAn(), typed, { reports })).toEqual(outdated);
    expect(await act(answerReport, by(dirk, desk), mended, { reports })).toEqual(outdated);
  });

  it('is for the keeper, the team or the desk', async () => {
    expect(await act(answerReport, byBram(), typed, world)).toEqual({
      refused: 'only-keeper',
      show: { view: 'line-report', with: { reportId: report.id } },
    });
    expect(await act(answerReport, byAn(), typed)).toEqual({ refused: 'not-found' });
  });

  it.each([
    [{ answer: 'x'.repeat(301) }, { answer: 'text-long' }],
    [{ answer: 'De leerling Jan Janssens was al weg' }, { answer: 'note-personal' }],
  ])('%j is asked again', async (change, errors) => {
    expect(await act(answerReport, byAn(), { ...typed, ...change }, world)).toMatchObject({
      reply: { form: 'answer-report', errors },
    });
  });
});

describe('who belongs to no team', () => {
  it('reads no report and no answer, also not who kept the line before he or she left', async () => {
    for (const view of [lineReport, reportAnswer])
      expect(view.may!({} as never, byNobody().actor)).toEqual({ refused: 'not-a-member' });
    const data = { reportId: report.id, result: 'mended' };
    expect(await act(answerReport, by(an), data, world)).toMatchObject({ refused: 'only-keeper' });
  });
});
