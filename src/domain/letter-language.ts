/** In which languages a family can be written to. */
export const letterLanguages = ['nl', 'fr', 'en', 'ar', 'tr', 'uk'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];
