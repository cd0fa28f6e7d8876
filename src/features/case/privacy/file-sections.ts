import type { ViewContext } from '../../../contracts/action.js';
import type { Typed } from '../../../domain/draft.js';
import {
  fileParts,
  isAsked,
  isForGroup,
  questionIds,
  questionOf,
  textOf,
  type FilePart,
} from '../../../domain/intake/index.js';
import type { Referral } from '../../../domain/case/referral.js';
import { factOf } from '../../../texts/answer-words.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';

export interface OpenedFile {
  readonly referral: Referral;
  /** Null when it was erased. */
  readonly typed: Typed | null;
}

interface Line {
  readonly title: string;
  readonly value: string;
}

interface Section {
  readonly heading: string;
  /** Short lines. */
  readonly facts: readonly Line[];
  /** Free text, each under its own small heading. */
  readonly texts: readonly Line[];
}

type Label = TextKey extends infer Key ? (Key extends `privacy.opened-file.label.${infer Name}` ? Name : never) : never;
type Heading = TextKey extends infer Key
  ? Key extends `privacy.opened-file.heading.${infer Name}`
    ? Name
    : never
  : never;

/** What is read first: whom to call, the question, for whom. The rest is folded. */
const first: readonly FilePart[] = ['contacts', 'question', 'who'];

interface Sections {
  readonly sections: readonly Section[];
  /** Null: nothing is folded. */
  readonly more: readonly Section[] | null;
}

/** The file in readable parts; what was not filled in is left out. Typed text is escaped. */
export function fileSections({ typed, referral }: OpenedFile, context: ViewContext): Sections {
  if (typed === null) return { sections: [], more: null };
  const asked = { ...typed, target: referral.target };
  const of = (parts: readonly FilePart[]): Section[] =>
    parts.map((part) => partOf(part, asked, context)).filter(isFilled);
  const note = labelled([['noMatchNote', plain(textOf(typed, 'noMatchNote'))]], context);
  const more = of(fileParts.filter((part) => !first.includes(part)));
  return {
    sections: [...of(first), section('note', [], note, context)].filter(isFilled),
    more: more.length === 0 ? null : more,
  };
}

const isFilled = ({ facts, texts: free }: Section): boolean => facts.length + free.length > 0;

const section = (
  heading: Heading,
  facts: readonly Line[],
  free: readonly Line[],
  { language }: ViewContext,
): Section => ({ heading: texts(language)(`privacy.opened-file.heading.${heading}`), facts, texts: free });

/** The answers of one part of the file. */
function partOf(part: FilePart, typed: Typed, context: ViewContext): Section {
  const { language, calendar, now } = context;
  const heading = part === 'who' ? (isForGroup(typed) ? 'group' : 'pupil') : part;
  const lines = questionIds
    .filter((id) => questionOf(id).file?.part === part && isAsked(id, typed))
    .flatMap((id) => {
      const { title, value } = factOf(id, typed, language, calendar.dayOf(now));
      return value === null ? [] : [{ title, value, isFree: questionOf(id).file?.free === true }];
    });
  const of = (free: boolean): Line[] =>
    lines.filter(({ isFree }) => isFree === free).map(({ title, value }) => ({ title, value }));
  return section(heading, of(false), of(true), context);
}

const labelled = (given: readonly (readonly [Label, string | null])[], { language }: ViewContext): Line[] =>
  given.flatMap(([label, value]) =>
    value ? [{ title: texts(language)(`privacy.opened-file.label.${label}`), value }] : [],
  );
