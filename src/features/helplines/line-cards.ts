import type { HelpLineId, LineReportId, PersonId } from '../../domain/ids.js';
import type { LocalDate } from '../../domain/local-date.js';
import { jobTo, referenceTo } from '../../domain/reference-to.js';
import type { Asked } from './asked.js';
import type { Region } from '../../lib/region/index.js';
import type { ListParams } from './line-params.js';

/** The cards of the help lines, wherever they live. */
export const lineCards = {
  /** From anywhere else: {@link linesDoor}. */
  list: referenceTo<{ readonly [K in keyof ListParams]?: string | null | undefined }>('line-list'),
  phases: referenceTo<{ readonly region: Region | null; readonly found?: 'nothing'; readonly desk?: 'yes' }>(
    'line-phases',
  ),
  card: referenceTo<{ readonly lineId: HelpLineId }>('line-card'),
  shared: referenceTo<{ readonly lineId: HelpLineId; readonly by?: PersonId }>('shared-line'),
  history: referenceTo<{ readonly lineId: HelpLineId }>('line-history'),
  /** `at`: the moment of the change it tells of, as text. */
  changed: referenceTo<{ readonly lineId: HelpLineId; readonly at: string }>('line-changed'),
  toConfirm: referenceTo<Asked & { readonly reminder?: 'yes' }>('lines-to-confirm'),
  report: referenceTo<{ readonly reportId: LineReportId }>('line-report'),
  reportAnswer: referenceTo<{ readonly reportId: LineReportId }>('report-answer'),
} as const;

/** What the program does for the keepers when its moment has come. */
export const lineJobs = { remindKeepers: jobTo<{ readonly round: LocalDate }>('remind-keepers') } as const;
