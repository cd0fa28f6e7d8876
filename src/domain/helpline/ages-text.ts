export type AgesFault = 'not-ages' | 'ages-backwards';

export interface Ages {
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
}

export type AgesAnswer = ({ readonly ok: true } & Ages) | { readonly ok: false; readonly fault: AgesFault };

const oldest = 120;
const years = String.raw`\s*(?:jaar|jarigen?|years?(?:\s+old)?|j\.?)?`;
const between = new RegExp(
  String.raw`^(?:van|tussen|from|between)?\s*(\d{1,3})${years}\s*(?:-|–|—|tot(?:\s+en\s+met)?|t\/m|en|to|and)\s*(\d{1,3})${years}\.?$`,
  'i',
);
const atLeast = new RegExp(
  String.raw`^(?:(?:vanaf|minstens|from|at least)\s*(\d{1,3})${years}|(\d{1,3})\s*\+${years}|(\d{1,3})${years}\s*(?:en ouder|of ouder|and older|and over))\.?$`,
  'i',
);
const atMost = new RegExp(
  String.raw`^(?:(?:tot(?:\s+en\s+met)?|t\/m|hoogstens|up to|until)\s*(\d{1,3})${years}|(\d{1,3})${years}\s*(?:en jonger|of jonger|and younger|and under))\.?$`,
  'i',
);
const everybody = /^(?:alle leeftijden|iedereen|all ages|everybody|everyone|-|–)?$/i;

const first = (match: RegExpExecArray | null): number | null => {
  const found = match?.slice(1).find((group) => group !== undefined);
  return found === undefined ? null : Number(found);
};

/**
 * Reads ages as people write them: '12–18', 'vanaf 12 jaar', '16+', 'tot en met 25'. Empty or 'alle leeftijden' is no
 * bound. 'tot 25' is read as 25 included: who is 25 is then not sent away by a comma. Gives both bounds in whole years.
 */
export function readAges(text: string): AgesAnswer {
  const typed = text.trim();
  if (everybody.test(typed)) return { ok: true, minimumAge: null, maximumAge: null };
  const both = between.exec(typed);
  const minimumAge = both ? Number(both[1]) : first(atLeast.exec(typed));
  const maximumAge = both ? Number(both[2]) : first(atMost.exec(typed));
  if (minimumAge === null && maximumAge === null) return { ok: false, fault: 'not-ages' };
  if ((minimumAge ?? 0) > oldest || (maximumAge ?? 0) > oldest) return { ok: false, fault: 'not-ages' };
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge)
    return { ok: false, fault: 'ages-backwards' };
  return { ok: true, minimumAge, maximumAge };
}
