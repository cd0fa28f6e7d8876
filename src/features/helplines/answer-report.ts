import { z } from 'zod';
import { action, type ActionContext } from '../../contracts/action.js';
import type { Notice, Outcome, Refusal } from '../../contracts/outcome.js';
import type { HelpLine, LineReport } from '../../domain/helpline/help-line.js';
import type { Person } from '../../domain/organisation.js';
import { findPersonalData } from '../../lib/personal-data/index.js';
import { entry } from '../../domain/timeline/entries.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { askedCards } from './asked.js';
import { confirmed } from './confirm-line.js';
import { keeps } from './keeper.js';
import { textInput } from './line-inputs.js';
import { reportId } from './line-params.js';
import { ofSomebody, reportKey } from './report-line.js';
import { lineCards } from './line-cards.js';
import { lineForms } from './line-forms.js';

const results = ['mended', 'was-right'] as const;
type Result = (typeof results)[number];

interface Loaded {
  readonly report: LineReport;
  readonly line: HelpLine;
  readonly reporter: Person | null;
  readonly result: Result;
}

/**
 * The keeper (that person, the team, or the desk) answers a report: mended, or it was right after all. The line counts as
 * confirmed today, and who reported it hears the answer. Errors: `text-long`, `note-personal`.
 */
export const answerReport = action({
  slug: 'answer-report',
  storable: true,
  subject: z.object({ reportId, result: z.enum(results) }),
  fields: z.object({ answer: textInput(300, 'text-long') }),
  async load(read, { reportId: id, result }): Promise<Loaded | Refusal> {
    const report = await read.lineReport(id);
    const line = report === null ? null : await read.helpLine(report.lineId);
    if (report === null || line === null) return { refused: 'not-found' };
    return { report, line, reporter: await read.person(report.personId), result };
  },
  may: ({ line, report }, { actor }) =>
    keeps(line, actor) ? null : { refused: 'only-keeper', show: lineCards.report.instead({ reportId: report.id }) },
  form: ({ report, line, result }, { actor: { language } }, { typed }) => ({
    reportId: report.id,
    result,
    title: texts(language)(`helplines.answer-report.title-${result}`),
    name: plain(line.name),
    typed: { answer: typed['answer'] ?? null },
  }),
  decide(loaded, { answer }, context) {
    const { report, result } = loaded;
    const show = lineCards.report.instead({ reportId: report.id });
    if (report.state !== 'open')
      return report.state === result && report.answeredBy === context.actor.person.id
        ? { reply: lineCards.report.shown({ reportId: report.id }) }
        : { refused: 'outdated', show };
    const found = findPersonalData(answer ?? '', context.calendar.dayOf(context.now));
    if (found.some(({ kind }) => ofSomebody.includes(kind)))
      return { reply: lineForms.answerReport.again({ reportId: report.id, result }, { answer: 'note-personal' }) };
    return answered(loaded, answer, context);
  },
});

function answered(loaded: Loaded, answer: string | null, context: ActionContext): Outcome {
  const { report, line, result } = loaded;
  const row: LineReport = {
    ...report,
    state: result,
    answer,
    answeredBy: context.actor.person.id,
    answeredAt: context.now,
  };
  const right = confirmed(line, context);
  return {
    changes: [{ put: 'lineReport', row }, ...right.changes],
    entries: [entry('help-line', line.id, 'report-answered', { reportId: report.id, result }), ...right.entries],
    notices: tellReporter(loaded, context),
    refresh: [reportKey(report.id), ...askedCards(line)],
    reply: { ...lineCards.report.shown({ reportId: report.id }), note: { key: 'report-answered' } },
  };
}

/** In the reporter's own chat, otherwise in the team's channel; nobody is told of what he or she answered. */
function tellReporter({ report, reporter }: Loaded, { actor }: ActionContext): Notice[] {
  if (report.personId === actor.person.id) return [];
  const notice = { key: `${reportKey(report.id)}:answer`, ...lineCards.reportAnswer.with({ reportId: report.id }) };
  if (reporter !== null && reporter.personalConversationId !== null)
    return [{ ...notice, to: { person: reporter.id } }];
  return report.organisationId === null
    ? []
    : [{ ...notice, to: { organisation: report.organisationId }, mention: report.personId }];
}
