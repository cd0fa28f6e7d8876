import type { Typed } from '../../../domain/draft.js';
import {
  readRegion,
  regionChoices,
  regionsOf,
  type FoundLocality,
  type RegionAnswer,
} from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { regionGrounds, type RegionGround } from '../../../lib/region/index.js';
import { plain } from '../../../texts/plain.js';
import { textAt, texts } from '../../../texts/index.js';
import type { Choice } from './questions-shown.js';

type Localities = RegionAnswer['localities'];

const listed = (parts: readonly string[], language: Language): string =>
  parts.length < 2
    ? parts.join('')
    : texts(language)('intake.region.and', { first: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' });

/** "de school ligt in Leuven" */
const groundSentence = (ground: RegionGround, locality: FoundLocality, language: Language): string =>
  textAt(language, `intake.region.because.${ground}`, { locality: plain(locality.name) }) ?? '';

/** "de woonplaats en de school liggen in Leuven" */
const sameSentence = (grounds: readonly RegionGround[], locality: FoundLocality, language: Language): string =>
  texts(language)('intake.region.same', {
    places: listed(
      grounds.map((ground) => texts(language)(`intake.region.places.${ground}`)),
      language,
    ),
    locality: plain(locality.name),
  });

/** Why it is this region, each locality once. */
function groundSentences(grounds: readonly RegionGround[], localities: Localities, language: Language): string {
  const found = grounds.flatMap((ground) => (localities[ground] ? [{ ground, locality: localities[ground] }] : []));
  const names = [...new Set(found.map(({ locality }) => locality.name))];
  const sentences = names.flatMap((name) => {
    const same = found.filter(({ locality }) => locality.name === name);
    const [first] = same;
    if (first === undefined) return [];
    return same.length === 1
      ? [groundSentence(first.ground, first.locality, language)]
      : [
          sameSentence(
            same.map(({ ground }) => ground),
            first.locality,
            language,
          ),
        ];
  });
  return listed(sentences, language);
}

const nameOf = (region: string, language: Language): string =>
  textAt(language, `intake.region.names.${region}`) ?? region;

/** "NAFT Vlaams-Brabant Oost: de school ligt in Leuven." Null as long as the region is not known. */
export function regionSentence(typed: Typed, language: Language): string | null {
  const read = readRegion(typed);
  if (!read.ok) return null;
  const { region, because, localities } = read.value;
  if (region === 'outside') return texts(language)('intake.region.outside-told');
  return texts(language)('intake.region.told', {
    region: nameOf(region, language),
    because: groundSentences(because, localities, language),
  });
}

/** Where a locality outside the province lies: "de leerling woont in Gent (Oost-Vlaanderen)". */
function elsewhereSentences(localities: Localities, language: Language): string {
  const told = regionGrounds.flatMap((ground) => {
    const locality = localities[ground];
    if (!locality) return [];
    const province =
      locality.province === null ? null : textAt(language, `intake.region.provinces.${locality.province}`);
    return [
      groundSentence(
        ground,
        province === null ? locality : { ...locality, name: `${locality.name} (${province})` },
        language,
      ),
    ];
  });
  return listed(told, language);
}

/** As a sentence begins. */
export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export interface RegionBox {
  readonly heading: string;
  readonly text: string;
  readonly help: string | null;
  readonly choices: readonly Choice[];
}

/** The box beside the choice it needs: both regions fit, or none (R7); null when there is nothing to choose. */
export function regionBox(typed: Typed, language: Language): RegionBox | null {
  const choices = regionChoices(typed);
  if (choices.length === 0) return null;
  const t = texts(language);
  const { localities, because, regions } = regionsOf(typed);
  const titled = choices.map((value) => ({ title: nameOf(value, language), value }));
  if (choices[0] === 'outside')
    return {
      heading: t('intake.region.outside-heading'),
      text: t('intake.region.outside-text', { because: capital(elsewhereSentences(localities, language)) }),
      help: t('intake.region.outside-help'),
      choices: titled,
    };
  const told = regions.map((region) =>
    t('intake.region.both-part', {
      because: groundSentences(because[region], localities, language),
      region: textAt(language, `common.common.region.${region}`) ?? region,
    }),
  );
  return {
    heading: t('intake.region.both-heading'),
    text: told.join('\n\n'),
    help: null,
    choices: titled,
  };
}
