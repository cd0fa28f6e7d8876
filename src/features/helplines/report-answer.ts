import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { HelpLine, LineReport } from '../../domain/helpline/help-line.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { reportId } from './line-params.js';
import { reasonWords } from './line-words.js';
import { linkedOnly } from './linked-only.js';

interface AnswerFacts {
  readonly report: LineReport;
  readonly line: HelpLine;
}

/** Tells who reported a line what its keeper answered. */
export const reportAnswer = view({
  slug: 'report-answer',
  audience: 'stored',
  params: z.object({ reportId }),
  async load(read, { reportId: id }): Promise<AnswerFacts | null> {
    const report = await read.lineReport(id);
    const line = report === null ? null : await read.helpLine(report.lineId);
    return report === null || line === null || report.state === 'open' ? null : { report, line };
  },
  may: (_facts, actor) => linkedOnly(actor),
  fill({ report, line }, { language }) {
    const say = texts(language);
    return {
      lineId: line.id,
      name: plain(line.name),
      sentence: say(`helplines.report-answer.${report.state === 'mended' ? 'mended' : 'was-right'}`, {
        reason: reasonWords(report.reason, language),
      }),
      answer: report.answer === null ? null : plain(report.answer),
    };
  },
  summary: (_facts, { language }) => texts(language)('helplines.report-answer.summary'),
});
