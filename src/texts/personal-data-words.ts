import type { Language } from '../domain/language.js';
import type { FindingKind } from '../lib/personal-data/index.js';
import { texts } from './index.js';

/** One sentence per kind of personal data that was found in a text; never the words that were found. Null: nothing was. */
export const personalDataWords = (kinds: readonly FindingKind[], language: Language): string | null =>
  kinds.length === 0 ? null : kinds.map((kind) => texts(language)(`signals.found.${kind}`)).join(' ');
