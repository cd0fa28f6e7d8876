import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import type { HelpLine, LineReport } from '../../domain/helpline/help-line.js';
import type { Organisation, Person } from '../../domain/organisation.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { reportId } from './line-params.js';
import { contactWords, kindName } from './line-words.js';
import { linkedOnly } from './linked-only.js';

interface ReportFacts {
  readonly report: LineReport;
  readonly line: HelpLine;
  readonly from: Organisation | null;
  readonly answeredBy: Person | null;
}

/** What somebody says is wrong with a line, for its keeper to answer; once answered it tells the answer. */
export const lineReport = view({
  slug: 'line-report',
  audience: 'stored',
  params: z.object({ reportId }),
  async load(read, { reportId: id }): Promise<ReportFacts | null> {
    const report = await read.lineReport(id);
    const line = report === null ? null : await read.helpLine(report.lineId);
    if (report === null || line === null) return null;
    return {
      report,
      line,
      from: report.organisationId === null ? null : await read.organisation(report.organisationId),
      answeredBy: report.answeredBy === null ? null : await read.person(report.answeredBy),
    };
  },
  may: (_facts, actor) => linkedOnly(actor),
  fill(facts, context) {
    const { report, line } = facts;
    const say = texts(context.language);
    return {
      reportId: report.id,
      lineId: line.id,
      name: plain(line.name),
      what: [kindName(line.kind, context.language), contactWords(line)].filter((one) => one !== null).join(' · '),
      state: say(`helplines.line-report.states.${report.state}`),
      reported: reportedLine(facts, context),
      note: report.note === null ? null : plain(report.note),
      reason: say(`helplines.reasons.${report.reason}`),
      answered: answeredLine(facts, context),
      answer: report.answer === null ? null : plain(report.answer),
      open: report.state === 'open' ? 'yes' : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('helplines.line-report.summary'),
});

/** 'Gemeld door CLB Voorbeeld Leuven op ma 16 nov., 10 u.' */
function reportedLine({ report, from }: ReportFacts, { language, now }: ViewContext): string {
  const say = texts(language);
  const who = from === null ? say('helplines.words.somebody') : plain(from.name);
  return say('helplines.line-report.reported', { who, when: moment(report.at, language, now) });
}

function answeredLine({ report, answeredBy }: ReportFacts, { language, now }: ViewContext): string | null {
  if (report.answeredAt === null) return null;
  const say = texts(language);
  const who = answeredBy === null ? say('helplines.words.somebody') : plain(answeredBy.name);
  return say('helplines.line-report.answered', { who, when: moment(report.answeredAt, language, now) });
}
