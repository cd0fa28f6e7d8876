import { addressText } from '../../domain/helpline/address-text.js';
import { isStale, type HelpLine, type ReportReason } from '../../domain/helpline/help-line.js';
import { weekText } from '../../domain/helpline/hours-text.js';
import type { HelpLineKind } from '../../domain/helpline/kinds.js';
import { phoneDigits } from '../../domain/helpline/same-line.js';
import type { Language } from '../../domain/language.js';
import type { LocalDate } from '../../domain/local-date.js';
import { municipalityOfNis, type Region } from '../../lib/region/index.js';
import { day } from '../../texts/format.js';
import { textAt, texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';

/** 'Lokaal initiatief', or that it has no kind yet. */
export const kindName = (kind: HelpLineKind | null, language: Language): string =>
  kind === null ? texts(language)('helplines.words.no-kind') : texts(language)(`helplines.kinds.${kind}.name`);

/** '12–18 jaar', 'vanaf 12 jaar', 'tot en met 25 jaar'; null when all ages may come. */
export function agesWords(
  { minimumAge, maximumAge }: Pick<HelpLine, 'minimumAge' | 'maximumAge'>,
  language: Language,
): string | null {
  const say = texts(language);
  if (minimumAge !== null && maximumAge !== null)
    return say('helplines.words.ages', { from: minimumAge, to: maximumAge });
  if (minimumAge !== null) return say('helplines.words.ages-from', { from: minimumAge });
  return maximumAge === null ? null : say('helplines.words.ages-to', { to: maximumAge });
}

/** 'Vlaams-Brabant Oost en Asse-Halle-Vilvoorde'; null when not known. */
export const regionsWords = (regions: readonly Region[], language: Language): string | null => {
  const say = texts(language);
  const [one, other] = regions.map((region) => say(`common.common.region.${region}`));
  if (one === undefined) return null;
  return other === undefined ? one : say('helplines.words.both', { one, other });
};

export const municipalitiesWords = (codes: readonly string[]): string | null =>
  codes.length === 0 ? null : codes.map((nis) => municipalityOfNis(nis)?.name ?? nis).join(', ');

export const languagesWords = (codes: readonly string[], language: Language): string | null =>
  codes.length === 0 ? null : codes.map((code) => textAt(language, `helplines.languages.${code}`) ?? code).join(', ');

/** Markdown that calls, mails or opens; the address itself holds no sign that would end the link. */
const link = (label: string, address: string): string =>
  `[${plain(label)}](${address.replace(/[()\s]/g, encodeURIComponent)})`;

export const phoneLink = (phone: string): string => {
  const digits = phoneDigits(phone);
  return link(
    phone,
    `tel:${phone.trim().startsWith('+') ? `+${phone.replace(/\(0\)/g, '').replace(/\D/g, '')}` : digits}`,
  );
};
export const mailLink = (email: string): string => link(email, `mailto:${email}`);
export const siteLink = (website: string): string => {
  const told = website.replace(/^https?:\/\/(www\.)?|\/$/g, '');
  return /^https?:\/\//i.test(website) ? link(told, website) : plain(told);
};

/** When somebody can be reached: hours, and what hours cannot say. */
export const hoursWords = (
  { weeklyHours, hoursNote }: Pick<HelpLine, 'weeklyHours' | 'hoursNote'>,
  language: Language,
): string | null => {
  const parts = [weeklyHours === null ? null : weekText(weeklyHours, language), hoursNote].filter(
    (one) => one !== null,
  );
  return parts.length === 0 ? null : parts.map(plain).join(' · ');
};

export const addressWords = ({ address }: Pick<HelpLine, 'address'>): string | null =>
  address === null ? null : plain(addressText(address)) || null;

/** Phone, otherwise mail, otherwise site, otherwise address: the one way in for a line of a list. */
export const contactWords = (line: HelpLine): string | null => {
  const told = line.phone ?? line.email ?? line.website;
  return told === null ? addressWords(line) : plain(told);
};

/** 'nagekeken op wo 4 nov.', or that nobody did so for too long. */
export function assuredWords(line: Pick<HelpLine, 'assuredOn'>, language: Language, today: LocalDate): string {
  const say = texts(language);
  if (line.assuredOn === null) return say('helplines.words.never-assured');
  const on = day(line.assuredOn, language, today);
  return say(isStale(line, today) ? 'helplines.words.stale-since' : 'helplines.words.assured', { day: on });
}

/** 'Laatst nagekeken op zo 1 mrt.', for who is asked to check it again. */
export const lastAssured = (line: Pick<HelpLine, 'assuredOn'>, language: Language, today: LocalDate): string =>
  line.assuredOn === null
    ? texts(language)('helplines.words.not-assured')
    : texts(language)('helplines.words.last-assured', { day: day(line.assuredOn, language, today) });

/** The reason of a report, as it goes on within a sentence. */
export const reasonWords = (reason: ReportReason, language: Language): string => {
  const told = texts(language)(`helplines.reasons.${reason}`);
  return told.slice(0, 1).toLowerCase() + told.slice(1);
};

/** The short mark in a list; null when the line was confirmed lately. */
export const staleMark = (line: Pick<HelpLine, 'assuredOn'>, language: Language, today: LocalDate): string | null =>
  isStale(line, today) ? texts(language)('helplines.words.stale') : null;

/** What one must know first: closed, out of use, or what stands in its alert. */
export function alertWords({ status, alert }: Pick<HelpLine, 'status' | 'alert'>, language: Language): string | null {
  const closed = status === 'active' ? null : texts(language)(`helplines.status.${status}`);
  const parts = [closed, alert === null ? null : plain(alert)].filter((one) => one !== null);
  return parts.length === 0 ? null : parts.join(' · ');
}
