import type { Language } from '../../domain/language.js';

/** In which language a sheet is written, and when it is drawn: the moment that the file says it was made. */
export interface Drawing {
  readonly language: Language;
  readonly now: Date;
  /** Between two parts of a long document: whoever presses meanwhile goes first. */
  turn?(): Promise<void>;
}
