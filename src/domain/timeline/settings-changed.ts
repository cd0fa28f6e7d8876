import type { Settings } from '../settings.js';
import { settingKeys } from './directory-entries.js';
import { entry, settingsId, whatChanged, type Entry } from './entries.js';

/** The entry of settings that are stored: which became another value; none when all stayed the same. */
export function settingsChanged(before: Settings, row: Partial<Settings>): Entry[] {
  const changed = whatChanged(settingKeys, before, row);
  return changed === null ? [] : [entry('settings', settingsId, 'changed', changed)];
}
