import { z } from 'zod';
import type { ActionContext, Filled } from '../../contracts/action.js';
import { addressText } from '../../domain/helpline/address-text.js';
import {
  checkLine,
  mayBePublic,
  writtenFields,
  type CheckedLine,
  type LineFindingKind,
  type WrittenTexts,
} from '../../domain/helpline/check-line.js';
import type { HelpLine, HelpOrganisation } from '../../domain/helpline/help-line.js';
import type { Language } from '../../domain/language.js';
import { texts } from '../../texts/index.js';

/** The box with which somebody says that what looks personal is of the work. */
export const ofTheWork = z
  .string()
  .optional()
  .transform((ticked) => ticked === 'true');

/** What a line says already, before somebody writes in its form. */
export const writtenIn = (line: HelpLine | null, organisation: HelpOrganisation | null = null): WrittenTexts =>
  line === null
    ? {}
    : { ...line, organisation: organisation?.name ?? null, address: line.address && addressText(line.address) };

type Checking = Pick<ActionContext, 'calendar' | 'now'>;

const check = (typed: WrittenTexts, before: WrittenTexts, { calendar, now }: Checking): CheckedLine =>
  checkLine(typed, before, calendar.dayOf(now));

/**
 * The fields in which something personal was written that may not become public like that (code `personal`), as errors of
 * the form; null when the line may be kept.
 */
export function personalErrors(
  typed: WrittenTexts,
  before: WrittenTexts,
  insists: boolean,
  context: Checking,
): Readonly<Record<string, string>> | null {
  const checked = check(typed, before, context);
  if (mayBePublic(checked, insists)) return null;
  return Object.fromEntries(checked.found.map(({ field }) => [field, 'personal']));
}

/** One sentence per kind that was found, never the words, and what to do. */
function sentence(kinds: readonly LineFindingKind[], mayInsist: boolean, language: Language): string {
  const say = texts(language);
  const advice = say(mayInsist ? 'helplines.found.reword-or-insist' : 'helplines.found.reword');
  return [...kinds.map((kind) => say(`helplines.found.${kind}`)), advice].join(' ');
}

/**
 * What a form tells about what was typed in it: sentences under the fields (over `errors`), and whether the box to insist
 * is there. Nothing before something was found.
 */
export function personalFault(
  { typed, errors }: Filled,
  before: WrittenTexts,
  context: ActionContext,
): { readonly mayInsist: boolean; readonly errors: Readonly<Record<string, string>> } {
  const written = Object.fromEntries(writtenFields.map((field) => [field, typed[field] ?? null]));
  const checked = check({ ...written, address: typed['address'] ?? null }, before, context);
  if (mayBePublic(checked, typed['notPersonal'] === 'true')) return { mayInsist: checked.mayInsist, errors };
  const told = checked.found.map(({ field, kinds }) => [
    field,
    sentence(kinds, checked.mayInsist, context.actor.language),
  ]);
  return { mayInsist: checked.mayInsist, errors: { ...errors, ...Object.fromEntries(told) } };
}
