import type { Typed } from '../draft.js';

/** What a step says of what was typed: its value, or per field the code of what is wrong. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** The value when no field has an error, otherwise the errors. Fields with null are right. */
export function parsed<Value>(errors: Readonly<Record<string, string | null>>, value: () => Value): Parsed<Value> {
  const wrong = Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== null);
  return wrong.length === 0 ? { ok: true, value: value() } : { ok: false, errors: Object.fromEntries(wrong) };
}

/** What was typed in a field, without white space around it; '' when nothing. */
export const textOf = (typed: Typed, field: string): string => (typed[field] ?? '').trim();

/** The code of a choice list, or null when none of it was chosen. */
export const oneOf = <Code extends string>(typed: Typed, field: string, codes: readonly Code[]): Code | null =>
  codes.find((code) => code === textOf(typed, field)) ?? null;

/** The codes chosen in a list that takes several, in the order of the list. */
export const someOf = <Code extends string>(typed: Typed, field: string, codes: readonly Code[]): Code[] => {
  const chosen = textOf(typed, field).split(/[,;]/);
  return codes.filter((code) => chosen.includes(code));
};
