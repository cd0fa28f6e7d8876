import type { Outcome } from '../../contracts/outcome.js';
import type { EditableKey, LineChange } from '../../domain/helpline/help-line.js';
import type { HelpLineId } from '../../domain/ids.js';
import { entry, type Entry } from '../../domain/timeline/entries.js';

/** What became of a line: only the fields that changed, before and after. */
type Told = Pick<LineChange, 'what' | 'before' | 'after'> & { readonly undoes?: string | null };

/** A change of a line, told once: in its own history with the values, and in the timeline by the names of the fields. */
export const lineTold = (
  lineId: HelpLineId,
  { what, before, after, undoes = null }: Told,
): Required<Pick<Outcome, 'changes' | 'entries'>> => ({
  changes: [{ put: 'lineChange', row: { lineId, what, before, after, undoes } }],
  entries: [entryOf(lineId, what, Object.keys(after) as EditableKey[])],
});

function entryOf(lineId: HelpLineId, what: LineChange['what'], fields: EditableKey[]): Entry {
  switch (what) {
    case 'added':
    case 'confirmed':
    case 'keeper-changed':
      return entry('help-line', lineId, what, {});
    default:
      return entry('help-line', lineId, what, { fields });
  }
}
