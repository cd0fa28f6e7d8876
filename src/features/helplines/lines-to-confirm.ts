import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { HelpLine } from '../../domain/helpline/help-line.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { askedShape, linesAsked, type Asked } from './asked.js';
import { listShape } from './line-params.js';
import { lastAssured, contactWords, kindName } from './line-words.js';
import { linkedOnly } from './linked-only.js';

const perPage = 8;

interface AskedFacts {
  readonly asked: Asked;
  readonly reminder: boolean;
  readonly lines: readonly HelpLine[];
  readonly page: number;
}

/**
 * Twice a year: one card per keeper with all lines that wait for a word, eight at a time (more would not fit in a message).
 * It lives: what was answered disappears from it.
 */
export const linesToConfirm = view({
  slug: 'lines-to-confirm',
  audience: 'stored',
  params: z.object({ ...askedShape, page: listShape.page, reminder: z.literal('yes').optional().catch(undefined) }),
  async load(read, { page = 1, reminder, ...asked }): Promise<AskedFacts> {
    const lines = await linesAsked(read, asked);
    const last = Math.max(1, Math.ceil(lines.length / perPage));
    return { asked, reminder: reminder === 'yes', lines, page: Math.min(Math.max(1, page), last) };
  },
  may: (_facts, actor) => linkedOnly(actor),
  fill({ asked, reminder, lines, page }, { language, calendar, now }) {
    const say = texts(language);
    const shown = lines.slice((page - 1) * perPage, page * perPage);
    const more = lines.length > page * perPage;
    const pages = Math.ceil(lines.length / perPage);
    return {
      ...asked,
      reminder: reminder ? say('helplines.lines-to-confirm.reminder') : null,
      intro: lines.length === 0 ? null : say(`helplines.lines-to-confirm.intro-${asked.of}`, { lines: lines.length }),
      done: lines.length === 0 ? say('helplines.lines-to-confirm.all-done') : null,
      pageLine: pages > 1 ? say('helplines.words.page', { page, pages }) : null,
      lineIds: shown.length === 0 ? null : shown.map(({ id }) => id).join(','),
      rows: shown.map((line) => ({
        lineId: line.id,
        name: plain(line.name),
        what: [kindName(line.kind, language), contactWords(line)].filter((one) => one !== null).join(' · '),
        assured: lastAssured(line, language, calendar.dayOf(now)),
        mayLeave: asked.of === 'desk' ? null : 'yes',
      })),
      earlierPage: page > 1 ? String(page - 1) : null,
      nextPage: more ? String(page + 1) : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('helplines.lines-to-confirm.summary'),
});
