import type { ViewContext } from '../../../contracts/action.js';
import type { Typed } from '../../../domain/draft.js';
import {
  answered,
  fileParts,
  isAsked,
  isForGroup,
  questionIds,
  questionOf,
  textOf,
  type FilePart,
  type QuestionId,
} from '../../../domain/intake/index.js';
import type { Referral } from '../../../domain/case/referral.js';
import { factOf } from '../../../texts/answer-words.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { mailLink, phoneLink } from '../../../texts/ways.js';

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
  /** What is read first, right under the heading: the question itself. */
  readonly lead: string | null;
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

/** What is read first, under whom to call: the question, for whom, the contacts. The rest is folded. */
const first: readonly FilePart[] = ['question', 'who', 'contacts'];

interface Sections {
  readonly sections: readonly Section[];
  /** Null: nothing is folded. */
  readonly more: readonly Section[] | null;
  /** What the button says that opens it. */
  readonly showMore: string | null;
}

/** The file in readable parts; what was not filled in is left out. Typed text is escaped. */
export function fileSections({ typed, referral }: OpenedFile, context: ViewContext): Sections {
  if (typed === null) return { sections: [], more: null, showMore: null };
  const asked = { ...typed, target: referral.target };
  const of = (parts: readonly FilePart[]): Section[] =>
    parts.map((part) => partOf(part, asked, context)).filter(isFilled);
  const note = labelled([['noMatchNote', plain(textOf(typed, 'noMatchNote'))]], context);
  const more = of(fileParts.filter((part) => !first.includes(part)));
  return {
    sections: [...of(first), section('note', [], note, context)].filter(isFilled),
    more: more.length === 0 ? null : more,
    showMore: more.length === 0 ? null : texts(context.language)('privacy.opened-file.show-more'),
  };
}

const isFilled = ({ facts, texts: free, lead }: Section): boolean => facts.length + free.length > 0 || lead !== null;

const section = (
  heading: Heading,
  facts: readonly Line[],
  free: readonly Line[],
  { language }: ViewContext,
): Section => ({ heading: texts(language)(`privacy.opened-file.heading.${heading}`), lead: null, facts, texts: free });

/** The name of the pupil: the heading of the card. */
const onTop: QuestionId = 'pupilName';

/** The answers of one part of the file. */
function partOf(part: FilePart, typed: Typed, context: ViewContext): Section {
  const { language, calendar, now } = context;
  const heading = part === 'who' ? (isForGroup(typed) ? 'group' : 'pupil') : part;
  const lines = questionIds
    .filter((id) => questionOf(id).file?.part === part && isAsked(id, typed) && id !== onTop)
    .flatMap((id) => {
      const { title, value } = factOf(id, typed, language, calendar.dayOf(now));
      return value === null
        ? []
        : [
            {
              id,
              title,
              value: pressable(id, typed) ?? value,
              isFree: questionOf(id).file?.free === true || isUnbreakable(value),
            },
          ];
    });
  const lead = lines.find(({ id }) => id === 'question')?.value ?? null;
  const of = (free: boolean): Line[] =>
    lines
      .filter(({ id, isFree }) => isFree === free && id !== 'question')
      .map(({ title, value }) => ({ title, value }));
  return { ...section(heading, of(false), of(true), context), lead };
}

/** A word that is wider than the column beside a label on a phone: it gets a line of its own. */
const isUnbreakable = (value: string): boolean => value.split(/\s+/).some((word) => word.length > longestWord);
const longestWord = 24;

/** A number or address as a link: whoever reads the file calls or writes next. */
function pressable(id: QuestionId, typed: Typed): string | null {
  const { input } = questionOf(id);
  if (!('style' in input) || input.style === null) return null;
  return input.style === 'Tel' ? phoneLink(answered(id, typed)) : mailLink(answered(id, typed));
}

const labelled = (given: readonly (readonly [Label, string | null])[], { language }: ViewContext): Line[] =>
  given.flatMap(([label, value]) =>
    value ? [{ title: texts(language)(`privacy.opened-file.label.${label}`), value }] : [],
  );
