import { loadCards } from '../../src/platform/teams/cards/load-cards.js';
import type { Language } from '../../src/domain/language.js';
import { sectionOf } from '../../src/texts/index.js';
import { readSamples } from './card-samples.js';
import { neededOn } from './needed-on.js';

/** A card drawn with one of its samples. */
export interface DrawnCard {
  readonly feature: string;
  readonly slug: string;
  readonly sample: string;
  readonly language: Language;
  readonly card: object;
}

/** The name of a drawn card: its anchor in the gallery, and the name of its picture. */
export const anchorOf = ({ slug, sample }: Pick<DrawnCard, 'slug' | 'sample'>): string =>
  sample === 'sample' ? slug : `${slug}--${sample.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

/** Every card with each of its samples, in the sample's language unless told; `tell` hears what does not fit and is left out. */
export function drawCards(folder: string, tell: (fault: string) => void, asked?: Language): DrawnCard[] {
  const cards = loadCards(folder, 'when-drawn');
  return cards.slugs.flatMap((slug) => {
    const feature = cards.featureOf(slug);
    const samples = readSamples(folder, feature, slug);
    if (samples.length === 0) tell(`${feature}/${slug}: no sample`);
    return samples.flatMap(({ name, data, language: own }) => {
      const language = asked ?? own;
      try {
        const card = cards.render(slug, { root: data, host: sectionOf(language, feature, slug), ...neededOn(slug) });
        return [{ feature, slug, sample: name, language, card }];
      } catch (error) {
        tell(`${feature}/${slug} (${name}): ${(error as Error).message}`);
        return [];
      }
    });
  });
}
