import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/domain/language.js';

/** Sample data of a card under a name, e.g. `with errors`. */
export interface Sample {
  readonly name: string;
  readonly language: Language;
  readonly data: object;
}

/** The ordinary states of a card, and what is hard to draw: the longest names, full pages, nothing at all, English. */
const kinds = ['sample', 'hard.sample'] as const;

/** Reads what stands beside a card: arrays of named samples, Dutch unless they say otherwise. No file gives no samples. */
export function readSamples(cards: string, feature: string, slug: string): Sample[] {
  return kinds.flatMap((kind) => {
    const file = join(cards, feature, `${slug}.${kind}.json`);
    if (!existsSync(file)) return [];
    const samples = JSON.parse(readFileSync(file, 'utf8')) as (Omit<Sample, 'language'> & Partial<Sample>)[];
    return samples.map((one) => ({ language: 'nl' as const, ...one }));
  });
}
