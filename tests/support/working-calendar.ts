import { createCalendar } from '../../src/platform/calendar/index.js';
import { defaultSettings } from '../../src/domain/settings.js';

/** The desk's working time with its default hours. */
export const luxonCalendar = createCalendar({ ...defaultSettings, alwaysOpen: false });
