import { sameField, type EditableKey, type LineChange, type LineFields } from './help-line.js';

/**
 * What people type into a line: contacts, names, texts. It may have been somebody's own number, or 'mama van …'. The
 * other fields are codes, numbers and hours.
 */
const typedKeys: readonly EditableKey[] = [
  'organisationId',
  'name',
  'description',
  'phone',
  'email',
  'website',
  'address',
  'hoursNote',
  'howToRefer',
  'eligibility',
  'alert',
];

/**
 * Whether a value in a line's history is no longer for everybody: something typed that the line does not say any more. What
 * was corrected is public only as long as it stands on the line; who keeps the line still reads it in the history.
 */
export const isGone = (key: EditableKey, value: unknown, line: LineFields): boolean =>
  typedKeys.includes(key) && value !== null && value !== undefined && value !== '' && !sameField(value, line[key]);

/** Whether taking this change back would put a value on the line that is no longer for everybody. */
export const bringsBackGone = ({ before }: Pick<LineChange, 'before'>, line: LineFields): boolean =>
  Object.entries(before).some(([key, value]) => isGone(key as EditableKey, value, line));
