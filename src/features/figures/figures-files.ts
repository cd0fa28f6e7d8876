import { view } from '../../contracts/action.js';
import { fileLink } from '../../contracts/file-link.js';
import { periodWords } from '../../texts/figure-words.js';
import { time } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { periodParams } from './period-params.js';

/** An hour is enough to open a file, and a forwarded link ends with it. */
const opensFor = 60 * 60_000;

/** The links to the exact figures of a period: only ever answered to who pressed, so that none stands in a channel. */
export const figuresFiles = view({
  slug: 'figures-files',
  audience: 'one-person',
  params: periodParams,
  load: async (_read, period) => period,
  may: (_period, actor) => deskOnly(actor),
  fill({ from, until }, context) {
    const ends = new Date(context.now.getTime() + opensFor);
    const file = (slug: string): string => fileLink(slug, { from, until }, context, ends);
    const { language } = context;
    return {
      from,
      until,
      line: periodWords({ from, until }, language),
      why: texts(language)('figures.figures-files.why', { until: time(ends, language) }),
      workbook: file('figures-workbook'),
      csv: file('figures-csv'),
    };
  },
  summary: (_facts, { language }) => texts(language)('figures.figures-files.summary'),
});
