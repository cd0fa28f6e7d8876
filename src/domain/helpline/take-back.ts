import { canUndo, type LineChange, type LineFields } from './help-line.js';

/**
 * Whether people may take this change back: nothing it changed was changed since, and there was a line before it. An added
 * line is not taken back but closed, so that what others know of it stays.
 */
export const canTakeBack = (change: LineChange, line: LineFields): boolean =>
  change.what !== 'added' && (change.before.name !== null || !('name' in change.before)) && canUndo(change, line);
