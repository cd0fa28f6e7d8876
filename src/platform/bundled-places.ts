import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';

/** What was written beside a bundle: which of its lines are of which file, and the map to our sources. */
interface Places {
  readonly files: readonly (readonly [number, string])[];
  readonly map: SourceMap;
}

const known = new Map<string, Places | null>();
const inBundle = /(?<file>\/[^():]*\/bot\.cjs):(?<line>\d+):(?<column>\d+)/;

/**
 * A line of a stack as it would read if the program were not one file (`scripts/bundle`): the place in our source, or the
 * file of the package. Other lines stay as they are. Read at the first error only.
 */
export function unbundled(frame: string): string {
  const found = inBundle.exec(frame)?.groups;
  if (found === undefined) return frame;
  const { file = '', line = '', column = '' } = found;
  const places = placesOf(file);
  const own = places?.files.findLast(([begins]) => begins <= Number(line))?.[1];
  if (places === null || own === undefined) return frame;
  if (own.startsWith('node_modules/')) return frame.replace(inBundle, `${own}, bot.cjs:${line}:${column}`);
  const entry = places.map.findEntry(Number(line) - 1, Number(column) - 1);
  const at = 'originalSource' in entry ? `${entry.originalSource}:${entry.originalLine + 1}` : `${own}:${line}`;
  return frame.replace(inBundle, `${at.replace(/^(?:\.\.\/)+/, '')}:${column}`);
}

function placesOf(file: string): Places | null {
  const before = known.get(file);
  if (before !== undefined) return before;
  const [list, map] = [`${file}.files.json`, `${file}.map`];
  const places =
    existsSync(list) && existsSync(map)
      ? {
          files: JSON.parse(readFileSync(list, 'utf8')) as Places['files'],
          map: new SourceMap(JSON.parse(readFileSync(map, 'utf8')) as SourceMapPayload),
        }
      : null;
  known.set(file, places);
  return places;
}
