import { addressText } from '../../../domain/helpline/address-text.js';
import { isStale, type HelpLine } from '../../../domain/helpline/help-line.js';
import { weekText } from '../../../domain/helpline/hours-text.js';
import type { Language } from '../../../domain/language.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { municipalityOfNis } from '../../../lib/region/municipalities.js';
import { shortDay } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import type { ShownLine } from './region-lines.js';

const joined = (parts: readonly (string | null)[], between: string): string | null => {
  const there = parts.filter((part) => part !== null && part !== '');
  return there.length === 0 ? null : there.join(between);
};

/** '12–18 jaar', 'vanaf 12 jaar'; null when all may come. */
export function agesText({ minimumAge: from, maximumAge: to }: HelpLine, language: Language): string | null {
  const say = texts(language);
  if (from !== null && to !== null) return say('help-pages.page.years-both', { from, to });
  if (from !== null) return say('help-pages.page.years-from', { from });
  return to === null ? null : say('help-pages.page.years-to', { to });
}

export const hoursText = ({ weeklyHours, hoursNote }: HelpLine, language: Language): string | null =>
  joined([weeklyHours === null ? null : weekText(weeklyHours, language), hoursNote], ' · ');

export const placeText = ({ address }: HelpLine): string | null =>
  address === null ? null : addressText(address) || null;

export const languagesText = ({ languages }: HelpLine, language: Language): string | null =>
  joined(
    languages.map((code) => textAt(language, `helplines.languages.${code}`) ?? code),
    ', ',
  );

export const townsText = ({ municipalities }: HelpLine): string | null =>
  joined(
    municipalities.map((nis) => municipalityOfNis(nis)?.name ?? nis),
    ', ',
  );

/** What one must know first: that it is closed for a while, or what its alert says. */
export const alertText = ({ status, alert }: HelpLine, language: Language): string | null =>
  joined([status === 'closed-temporarily' ? texts(language)('help-pages.page.closed') : null, alert], ' · ');

/** 'lang niet nagekeken', 'nog niet nagekeken'; null when it was confirmed lately. */
export function staleText(line: HelpLine, language: Language, today: LocalDate): string | null {
  if (!isStale(line, today)) return null;
  return texts(language)(line.assuredOn === null ? 'help-pages.page.never' : 'help-pages.page.stale');
}

export const verifiedText = (line: HelpLine, language: Language, today: LocalDate): string | null =>
  line.assuredOn === null || isStale(line, today)
    ? null
    : texts(language)('help-pages.page.verified', { day: shortDay(line.assuredOn, language, today) });

/** The organisation's name, unless the line is called the same. */
export const organisationText = ({ line, organisation }: ShownLine): string | null =>
  organisation === null || organisation.name.toLowerCase() === line.name.toLowerCase() ? null : organisation.name;

export const siteOf = ({ line, organisation }: ShownLine): string | null =>
  line.website ?? organisation?.website ?? null;
export const emailOf = ({ line, organisation }: ShownLine): string | null => line.email ?? organisation?.email ?? null;
