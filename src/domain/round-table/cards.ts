import type { RoundTableId } from '../ids.js';
import { formTo, referenceTo } from '../reference-to.js';
import type { RoundTableEventName } from './events.js';
import type { Organiser } from './round-table.js';

/** What is told of a round table in a thread: an event, or that something was left. */
export type RoundTableNews = RoundTableEventName | 'left-to-plan' | 'left-planned';

/** The cards that show a round table, for one of the two sides, or for the desk. */
export const roundTableCards = {
  card: referenceTo<{ readonly roundTableId: RoundTableId; readonly side?: Organiser | 'desk' | undefined }>(
    'round-table',
  ),
  update: referenceTo<{
    readonly roundTableId: RoundTableId;
    readonly what: RoundTableNews;
    /** When it was to be before, and from when on it is, as text. */
    readonly was: string | null;
    readonly is: string | null;
  }>('round-table-update'),
} as const;

/** What a button of a round table carries: which one, and on whose card it stands. */
export interface OnCard {
  readonly roundTableId: RoundTableId;
  readonly side?: Organiser | 'desk' | undefined;
}

/** The forms of a round table. */
export const roundTableForms = {
  plan: formTo<OnCard>('plan-round-table'),
  move: formTo<OnCard>('move-round-table'),
  cancel: formTo<OnCard>('cancel-round-table'),
} as const;
