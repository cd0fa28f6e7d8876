import type { HelpLineKind } from '../../domain/helpline/kinds.js';
import type { HelpLineId, LineReportId } from '../../domain/ids.js';
import { formTo } from '../../domain/reference-to.js';
import type { Region } from '../../lib/region/index.js';

interface OfLine {
  readonly lineId: HelpLineId;
}

type Flag = 'yes' | undefined;

/** The forms of the help lines. */
export const lineForms = {
  find: formTo<Readonly<Record<string, never>>>('find-lines'),
  /** A new line, of a kind and region when the button knew them; or one that is there. */
  edit: formTo<{
    readonly lineId?: HelpLineId | undefined;
    readonly fresh?: Flag;
    readonly kind?: HelpLineKind | undefined;
    readonly region?: Region | undefined;
    readonly seen?: string | undefined;
    readonly reportId?: LineReportId | undefined;
    readonly duplicateId?: HelpLineId | undefined;
    readonly more?: Flag;
  }>('edit-line'),
  complete: formTo<OfLine & { readonly reportId?: LineReportId }>('complete-line'),
  share: formTo<OfLine>('share-line'),
  report: formTo<OfLine & { readonly reportId?: LineReportId }>('report-line'),
  answerReport: formTo<{ readonly reportId: LineReportId; readonly result: 'mended' | 'was-right' }>('answer-report'),
} as const;
