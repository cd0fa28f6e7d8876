import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../contracts/action.js';
import type { Outcome, Refusal } from '../../contracts/outcome.js';
import { reportReasons, type HelpLine, type LineReport } from '../../domain/helpline/help-line.js';
import type { LineReportId } from '../../domain/ids.js';
import { findPersonalData, type FindingKind } from '../../lib/personal-data/index.js';
import { entry } from '../../domain/timeline/entries.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { keepingFor, loadKeeper, tellKeeper, type Keeper } from './keeper.js';
import { textInput } from './line-inputs.js';
import { lineId, reportId } from './line-params.js';
import { linkedOnly } from './linked-only.js';
import { lineCards } from './line-cards.js';
import { lineForms } from './line-forms.js';
import { postKey, type PostKey } from '../../domain/reference-to.js';

/** A phone number or address of the line itself is what a note is for; these are of somebody. */
export const ofSomebody: readonly FindingKind[] = ['national-number', 'birth-date', 'pupil-name', 'person-name'];

interface Loaded {
  readonly line: HelpLine;
  readonly keeper: Keeper;
  readonly id: LineReportId | null;
  /** The report that an earlier press of this form made. */
  readonly made: LineReport | null;
}

/** Key of the living card on which a report is answered. */
export const reportKey = (id: LineReportId): PostKey => postKey(`line-report:${id}`);

/**
 * `klopt niet`: somebody says what is wrong with a line; its keeper hears it, and answers. Errors: `reason-missing`,
 * `text-long`, `note-personal`.
 */
export const reportLine = action({
  slug: 'report-line',
  storable: true,
  subject: z.object({ lineId, reportId: reportId.optional().catch(undefined) }),
  fields: z.object({ reason: z.enum(reportReasons, 'reason-missing'), note: textInput(300, 'text-long') }),
  async load(read, { lineId: id, reportId: report = null }): Promise<Loaded | Refusal> {
    const line = await read.helpLine(id);
    if (line === null) return { refused: 'not-found' };
    const made = report === null ? null : await read.lineReport(report);
    return { line, keeper: await loadKeeper(read, line), id: report, made };
  },
  may: (_loaded, { actor }) => linkedOnly(actor),
  form: ({ line, id }, { actor: { language }, newId }, { typed }: Filled) => ({
    lineId: line.id,
    reportId: id ?? newId<LineReportId>(),
    name: plain(line.name),
    reasons: reportReasons.map((value) => ({ title: texts(language)(`helplines.reasons.${value}`), value })),
    typed: { reason: typed['reason'] ?? null, note: typed['note'] ?? null },
  }),
  decide(loaded, typed, context) {
    const { line, id, made } = loaded;
    if (made !== null) return { reply: thanks(line) };
    const { now, calendar } = context;
    const found = findPersonalData(typed.note ?? '', calendar.dayOf(now));
    if (found.some(({ kind }) => ofSomebody.includes(kind)))
      return {
        reply: lineForms.report.again({ lineId: line.id, ...(id ? { reportId: id } : {}) }, { note: 'note-personal' }),
      };
    return report(loaded, typed, context);
  },
});

const thanks = (line: HelpLine) => ({ ...lineCards.card.shown({ lineId: line.id }), note: { key: 'line-reported' } });

function report(
  { line, keeper, id }: Loaded,
  { reason, note }: Pick<LineReport, 'reason' | 'note'>,
  { actor, now, newId }: ActionContext,
): Outcome {
  const row: LineReport = {
    id: id ?? newId<LineReportId>(),
    lineId: line.id,
    reason,
    note,
    personId: actor.person.id,
    organisationId: keepingFor(actor)?.id ?? null,
    at: now,
    state: 'open',
    answer: null,
    answeredBy: null,
    answeredAt: null,
    version: 0,
  };
  const mention = keeper.by === 'team' ? line.keeperId : null;
  return {
    changes: [{ put: 'lineReport', row }],
    entries: [entry('help-line', line.id, 'reported', { reportId: row.id, reason })],
    notices: tellKeeper(keeper, { key: reportKey(row.id), ...lineCards.report.with({ reportId: row.id }), mention }),
    reply: thanks(line),
  };
}
