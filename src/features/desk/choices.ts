import type { Language } from '../../domain/language.js';
import { languages } from '../../domain/language.js';
import { texts } from '../../texts/index.js';

/** A choice of an Input.ChoiceSet. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

export const languageChoices = (language: Language): Choice[] =>
  languages.map((value) => ({ title: texts(language)(`desk.languages.${value}`), value }));

/** R10: who organises the first round table. */
export const roundTableChoices = (language: Language): Choice[] =>
  (['provider', 'clb'] as const).map((value) => ({ title: texts(language)(`desk.round-table.${value}`), value }));

/** The kinds of organisation the desk can add: there is one desk. */
export const addableKinds = ['clb', 'provider', 'workgroup', 'school'] as const;

export const kindChoices = (language: Language): Choice[] =>
  addableKinds.map((value) => ({ title: texts(language)(`desk.kinds.${value}`), value }));
