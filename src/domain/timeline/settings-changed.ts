import type { Settings } from '../settings.js';
import { settingKeys } from './directory-entries.js';
import { entry, fieldsChanged, settingsId, type Entry } from './entries.js';

/** The entry of settings that are stored: which became another value; none when all stayed the same. */
export function settingsChanged(before: Settings, row: Partial<Settings>): Entry[] {
  const fields = fieldsChanged(settingKeys, before, row);
  return fields.length === 0 ? [] : [entry('settings', settingsId, 'changed', { fields })];
}
