import type { ViewContext } from '../../../contracts/action.js';
import type { Typed } from '../../../domain/draft.js';
import { readPlace, textOf, type PlaceField } from '../../../domain/intake/index.js';
import type { Organisation, Person } from '../../../domain/organisation.js';
import type { Referral } from '../../../domain/case/referral.js';
import { birthDateInWords } from '../../../texts/case-facts.js';
import { textAt, texts, type TextKey } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { codeWord, codeWords } from '../../../texts/referral-words.js';

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
type Labelled = readonly [Label, string | null];

/** The file in readable parts; what was not filled in is left out. Typed text is escaped. */
export function fileSections(file: OpenedFile, context: ViewContext): Section[] {
  const { typed, referral } = file;
  const who = referrerLines(file);
  if (typed === null) return [section('referrer', who, [], context)].filter(isFilled);
  return [
    referral.target === 'pupil'
      ? section('pupil', pupilLines(typed, context), [], context)
      : section('group', groupLines(typed), [], context),
    section('contacts', contactLines(typed), [], context),
    section('question', questionLines(referral, context), freeTexts(typed, ['question', 'interests']), context),
    section('steps', [['earlierNaft', earlier(typed, context)]], freeTexts(typed, ['stepsTaken']), context),
    section('consent', consentLines(typed, context), [], context),
    section('note', [], freeTexts(typed, ['noMatchNote']), context),
    section('referrer', who, [], context),
  ].filter(isFilled);
}

const isFilled = ({ facts, texts: free }: Section): boolean => facts.length + free.length > 0;

function section(
  heading: Heading,
  facts: readonly Labelled[],
  free: readonly Labelled[],
  { language }: ViewContext,
): Section {
  const say = texts(language);
  const lines = (given: readonly Labelled[]): Line[] =>
    given.flatMap(([label, value]) => (value ? [{ title: say(`privacy.opened-file.label.${label}`), value }] : []));
  return { heading: say(`privacy.opened-file.heading.${heading}`), facts: lines(facts), texts: lines(free) };
}

const shown = (typed: Typed, field: string): string => plain(textOf(typed, field));

const freeTexts = (
  typed: Typed,
  fields: readonly ('question' | 'interests' | 'stepsTaken' | 'noMatchNote')[],
): Labelled[] => fields.map((field) => [field, shown(typed, field)]);

const pupilLines = (typed: Typed, context: ViewContext): Labelled[] => [
  ['pupilName', shown(typed, 'pupilName')],
  ['birthDate', birthLine(typed, context)],
  ['schoolForm', word(context, 'school-form', typed['schoolForm'])],
  ['schoolName', shown(typed, 'schoolName')],
  ['enrolment', word(context, 'enrolment', typed['enrolment'])],
  ['domicile', placeLine(typed, 'domicile')],
  ['residence', placeLine(typed, 'residence')],
  ['schoolPlace', placeLine(typed, 'schoolPlace')],
];

const groupLines = (typed: Typed): Labelled[] => [
  ['groupName', shown(typed, 'groupName')],
  ['groupSize', shown(typed, 'groupSize')],
  ['schoolName', shown(typed, 'schoolName')],
  ['schoolPlace', placeLine(typed, 'schoolPlace')],
];

const contactLines = (typed: Typed): Labelled[] => [
  ['guardianName', shown(typed, 'guardianName')],
  ['guardianPhone', shown(typed, 'guardianPhone')],
  ['guardianEmail', shown(typed, 'guardianEmail')],
  ['schoolContact', shown(typed, 'schoolContact')],
];

const questionLines = (referral: Referral, { language }: ViewContext): Labelled[] => [
  ['problemDomains', codeWords(language, 'problem-domain', referral.problemDomains)],
  ['efforts', codeWords(language, 'effort', referral.efforts)],
  ['presence', referral.presence && codeWord(language, 'presence', referral.presence)],
  ['wantedForms', codeWords(language, 'wanted-form', referral.wantedForms)],
  ['urgency', codeWord(language, 'urgency', referral.urgency)],
  ['source', codeWord(language, 'source', referral.source)],
];

const consentLines = (typed: Typed, context: ViewContext): Labelled[] => [
  ['pupilConsent', consentLine(typed, 'pupilConsent', context)],
  ['guardianConsent', consentLine(typed, 'guardianConsent', context)],
  ['schoolAgreement', consentLine(typed, 'schoolAgreement', context)],
];

const referrerLines = ({ referrer, clb }: OpenedFile): Labelled[] => [
  ['referrer', referrer && plain(referrer.name)],
  ['clb', clb && plain(clb.name)],
  ['clbPhone', clb?.phone ? plain(clb.phone) : null],
  ['clbEmail', clb?.email ? plain(clb.email) : null],
];

const word = ({ language }: ViewContext, list: string, code: string | undefined): string | null =>
  code ? plain(codeWord(language, list, code)) : null;

/** `ja`, or `niet van toepassing: <why>` as the worker wrote it. */
function consentLine(typed: Typed, field: string, context: ViewContext): string | null {
  const given = word(context, 'consent', typed[field]);
  const why = shown(typed, `${field}Why`);
  return given === null || why === '' ? given : `${given}: ${why}`;
}

const birthLine = (typed: Typed, { language, calendar, now }: ViewContext): string | null =>
  birthDateInWords(textOf(typed, 'birthDate'), language, calendar.dayOf(now)) || null;

/** A place as it was typed, with its municipality when that is another word. */
function placeLine(typed: Typed, field: PlaceField): string | null {
  const reading = readPlace(typed, field);
  const text = textOf(typed, field);
  if (reading.kind !== 'place') return plain(text) || null;
  const { name } = reading.place;
  return text.toLowerCase() === name.toLowerCase() ? plain(name) : `${plain(text)} (${plain(name)})`;
}

const earlier = (typed: Typed, { language }: ViewContext): string | null =>
  textAt(language, `privacy.opened-file.earlier.${textOf(typed, 'earlierNaft')}`);
