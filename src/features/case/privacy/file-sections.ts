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
import type { Organisation, Person } from '../../../domain/organisation.js';
import type { Referral } from '../../../domain/case/referral.js';
import { factOf } from '../../../texts/answer-words.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';

export interface OpenedFile {
  readonly referral: Referral;
  /** Null when it was erased. */
  readonly typed: Typed | null;
  readonly referrer: Person | null;
  readonly clb: Organisation | null;
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

/** The file in readable parts; what was not filled in is left out. Typed text is escaped. */
export function fileSections(file: OpenedFile, context: ViewContext): Section[] {
  const { typed, referral } = file;
  const by = section('referrer', referrerLines(file, context), [], context);
  if (typed === null) return [by].filter(isFilled);
  const asked = { ...typed, target: referral.target };
  return [
    ...fileParts.map((part) => partOf(part, asked, context)),
    section('note', [], labelled([['noMatchNote', plain(textOf(typed, 'noMatchNote'))]], context), context),
    by,
  ].filter(isFilled);
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

const referrerLines = ({ referrer, clb }: OpenedFile, context: ViewContext): Line[] =>
  labelled(
    [
      ['referrer', referrer && plain(referrer.name)],
      ['clb', clb && plain(clb.name)],
      ['clbPhone', clb?.phone ? plain(clb.phone) : null],
      ['clbEmail', clb?.email ? plain(clb.email) : null],
    ],
    context,
  );
