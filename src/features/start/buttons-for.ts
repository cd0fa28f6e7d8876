import type { Language } from '../../domain/language.js';
import { textAt } from '../../texts/index.js';
import type { Doing } from '../../contracts/doings.js';

export interface DoingButton {
  readonly title: string;
  readonly verb: string;
  /** The form to open, when the button opens one; otherwise empty. */
  readonly form: string;
  /** The first, likeliest one stands out. */
  readonly style: 'positive' | null;
}

/** What begins with a form. */
const forms: readonly Doing[] = ['link-channel', 'ask-inquiry'];

/** Buttons for what one can do, likeliest first: linking opens its form, the rest is done at once. */
export const buttonsFor = (doings: readonly Doing[], language: Language): DoingButton[] =>
  doings.map((doing, index) => ({
    title: textAt(language, `start.doings.${doing}.title`) ?? doing,
    verb: forms.includes(doing) ? 'open-form' : doing,
    form: forms.includes(doing) ? doing : '',
    style: index === 0 ? 'positive' : null,
  }));
