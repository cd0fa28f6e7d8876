import type { Typed } from '../draft.js';
import type { LocalDate } from '../local-date.js';
import type { IntakeForm } from './forms.js';

/** Where the words for codes stand: `codes.<list>` for all features, `choices.<list>` for the intake alone. */
export type CodeWords = `codes.${string}` | `choices.${string}`;

/** How a question is answered. */
export type QuestionInput =
  | {
      readonly kind: 'choice' | 'choices';
      /** In the order in which they are shown. */
      readonly of: readonly string[];
      readonly words: CodeWords;
      readonly compact: boolean;
    }
  | {
      readonly kind: 'text' | 'long-text';
      readonly longest: number;
      readonly style: 'Tel' | 'Email' | null;
    }
  | { readonly kind: 'birth-date' | 'locality'; readonly longest: number }
  /** A statement to confirm; only 'yes' is an answer. */
  | { readonly kind: 'confirm' }
  /** What can be chosen depends on other answers, or on what is on offer now. */
  | { readonly kind: 'open-choice' };

/** What a personal answer is: how it is looked for where it must not stand. */
export type PersonalKind = 'person' | 'school' | 'birth-date' | 'locality' | 'phone' | 'email' | 'text';

/** The parts of the opened file. */
export const fileParts = ['who', 'contacts', 'question', 'steps', 'consent'] as const;
export type FilePart = (typeof fileParts)[number];

/**
 * One question of the intake, as data. Its texts have its id: `intake.<form>.<id>`, with `<id>Example` and `<id>Hint` when
 * they are there, and the short `intake.facts.<id>`. What both forms of the first part ask has its words once, in `intake.first-part`.
 */
export interface Question {
  /** The forms in which it stands. */
  readonly forms: readonly IntakeForm[];
  readonly input: QuestionInput;
  /** Asked of one pupil only, or only of a group, teachers or a school (R3). */
  readonly of?: 'pupil' | 'group';
  /** Asked only when other answers make sense of it. */
  readonly asked?: (typed: Typed) => boolean;
  /** What an ordinary intake answers: it stands there already. Never for what has to be confirmed (R2, R20). */
  readonly usual?: string;
  /** The code of what is wrong when it is left open; without it the question may be left open. */
  readonly missing?: string | ((typed: Typed) => string | null);
  /** The code of what is wrong with an answer, or null. */
  readonly check?: (text: string, typed: Typed, today: LocalDate) => string | null;
  /** What by it somebody might be known; without it the answer is a code. */
  readonly personal?: PersonalKind;
  /** Where it stands in the opened file; `free`: as text of its own, under its small heading. */
  readonly file?: { readonly part: FilePart; readonly free?: true };
  /** Not told by itself in the review: it goes without saying, or is told with another answer. */
  readonly silent?: true;
  /** The worker's own, for nobody but his or her CLB: kept beside the file, not in it. */
  readonly own?: true;
  /** It says why another question was answered as it was, and is told with that. */
  readonly because?: string;
  /** A small heading above it: the key of its words in the form's texts. */
  readonly heading?: string;
  /** Stands folded in its form, under the words of this key. */
  readonly fold?: Fold;
  /**
   * Answered when nothing of these lists is right, the nearest first: folded away with the farthest that has something to
   * choose from.
   */
  readonly insteadOf?: readonly string[];
  /** Stands in the one line of its part in the review; `named`: after its short name. */
  readonly brief?: 'alone' | 'named';
  /** In these forms a button answers it: nothing of it is shown. */
  readonly byButton?: readonly IntakeForm[];
}

/** What is folded away in a form: what stands in the way of referring, what few pupils have, and what may be left open. */
export const folds = ['not-yet', 'stays-elsewhere', 'more'] as const;
export type Fold = (typeof folds)[number];

type Codes = readonly [string, ...string[]] | readonly string[];

/** One of these; `compact`: in a list that opens. */
export const choice = <const C extends Codes>(of: C, words: CodeWords, compact: 'compact' | null = null) =>
  ({ kind: 'choice', of, words, compact: compact !== null }) as const;

/** Any of these. */
export const choices = <const C extends Codes>(of: C, words: CodeWords, compact: 'compact' | null = null) =>
  ({ kind: 'choices', of, words, compact: compact !== null }) as const;

/** A line of text. */
export const text = (longest: number, style: 'Tel' | 'Email' | null = null) =>
  ({ kind: 'text', longest, style }) as const;

/** Text in sentences. */
export const longText = (longest: number) => ({ kind: 'long-text', longest, style: null }) as const;

export const birthDate = { kind: 'birth-date', longest: 20 } as const;
export const locality = { kind: 'locality', longest: 100 } as const;
export const confirm = { kind: 'confirm' } as const;
export const openChoice = { kind: 'open-choice' } as const;
