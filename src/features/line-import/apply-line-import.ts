import { z } from 'zod';
import { reaction } from '../../contracts/action.js';
import { actsFor } from '../../contracts/actor.js';
import {
  countsOf,
  emptyImport,
  isLookedThrough,
  previewImport,
  type LookedAt,
  type StoredImport,
} from '../../contracts/hsds/stored-import.js';
import type { Change, Outcome, Refusal } from '../../contracts/outcome.js';
import { appliedPlan, type Preference } from '../../domain/hsds/index.js';
import type { EditableKey } from '../../domain/helpline/help-line.js';
import type { LineImportId, OrganisationId } from '../../domain/ids.js';
import { entry, type Entry } from '../../domain/timeline/entries.js';
import { hsdsTerms } from '../../texts/hsds-terms.js';
import { deskOnly } from '../../contracts/desk-only.js';
import { dropKey } from './drop-line-import.job.js';
import { importCards } from './import-cards.js';

/**
 * What was looked at is taken in, all of it or nothing. When something was changed here after it was looked at, nothing is
 * done (`outdated`); bad records must have been left out knowingly, and what looks personal called of the work (`not-complete`).
 * A second press changes nothing.
 */
export const applyLineImport = reaction({
  slug: 'apply-line-import',
  startedBy: 'page',
  subject: z.object({ importId: z.uuid() }),
  fields: z.object({
    print: z.string(),
    prefer: z.enum(['here', 'file']).default('here'),
    leaveOut: z.literal('true').optional(),
    ofTheWork: z.literal('true').optional(),
  }),
  async load(read, { importId }): Promise<LookedAt | Refusal> {
    return (await previewImport(read, importId as string as LineImportId, hsdsTerms)) ?? { refused: 'not-found' };
  },
  may: (_looked, { actor }) => deskOnly(actor),
  decide(looked, { print, prefer, leaveOut, ofTheWork }, { actor, now }) {
    if (looked.row.state !== 'looked-at') return done(looked);
    if (!isLookedThrough(looked.stored)) return { refused: 'not-complete' };
    if (looked.stored.bad.length > 0 && leaveOut !== 'true') return { refused: 'not-complete' };
    if (looked.personal.some(({ mayInsist }) => mayInsist) && ofTheWork !== 'true') return { refused: 'not-complete' };
    if (looked.print !== print) return { refused: 'outdated' };
    const desk = actsFor(actor, 'desk');
    if (desk === null) return { refused: 'only-desk' };
    return {
      ...done(looked),
      ...takenIn(looked, prefer, now),
      notices: [noticeOf(looked, desk.id)],
      settled: [dropKey(looked.row.id)],
    };
  },
});

const done = ({ row }: LookedAt): Outcome => ({ reply: importCards.done.shown({ importId: row.id }) });

function takenIn(
  { row, stored, plan, personal }: LookedAt,
  prefer: Preference,
  now: Date,
): Pick<Outcome, 'changes' | 'entries'> {
  const { organisations, lines } = appliedPlan(plan, prefer, now);
  const leftOut = personal.filter(({ mayInsist }) => !mayInsist).length;
  const document: StoredImport = { ...emptyImport, bad: stored.bad, counts: countsOf(plan), leftOut };
  return {
    changes: [
      ...organisations.map((one): Change => ({ put: 'helpOrganisation', row: one })),
      ...lines.flatMap(({ line, before, after }): Change[] => [
        { put: 'helpLine', row: line },
        { put: 'lineChange', row: { lineId: line.id, what: 'imported', before, after, undoes: null } },
      ]),
      { put: 'lineImport', row: { ...row, document, state: 'applied' } },
    ],
    entries: lines.map(({ line, after }): Entry =>
      entry('help-line', line.id, 'imported', { fields: Object.keys(after) as EditableKey[] }),
    ),
  };
}

const noticeOf = ({ row }: LookedAt, organisation: OrganisationId) => ({
  key: `line-import:${row.id}:done`,
  ...importCards.done.with({ importId: row.id }),
  to: { organisation },
});
