import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sample data of a card under a name, e.g. `with errors`. */
export interface Sample {
  readonly name: string;
  readonly data: object;
}

/** Reads `<slug>.sample.json` beside a card: an object, or an array of named variants. No file gives no samples. */
export function readSamples(cards: string, feature: string, slug: string): Sample[] {
  const file = join(cards, feature, `${slug}.sample.json`);
  if (!existsSync(file)) return [];
  const content = JSON.parse(readFileSync(file, 'utf8')) as object | Sample[];
  return Array.isArray(content) ? (content as Sample[]) : [{ name: 'sample', data: content }];
}
