import type { Settings } from './settings.js';

/** The setting after which the links to files about this thing, as they were given out, open nothing any more. */
export const withLinksWithdrawn = (
  { linksWithdrawn }: Pick<Settings, 'linksWithdrawn'>,
  id: string,
): Pick<Settings, 'linksWithdrawn'> => ({ linksWithdrawn: { ...linksWithdrawn, [id]: (linksWithdrawn[id] ?? 0) + 1 } });
