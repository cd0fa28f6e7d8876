import type { ViewContext } from '../../../contracts/action.js';
import type { HelpLineKind } from '../../../domain/helpline/kinds.js';
import type { Language } from '../../../domain/language.js';
import type { Contact, SchoolMap } from '../../../domain/school-map/school-map.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import type { MapLine } from './loaded-map.js';

export const kindWord = (kind: HelpLineKind | null, language: Language): string =>
  kind === null ? texts(language)('school-map.words.other') : texts(language)(`helplines.kinds.${kind}.name`);

/** 'Vlaams-Brabant Oost · nagekeken op ma 16 nov.' */
export function mapLine(
  map: SchoolMap,
  { language, calendar, now }: Pick<ViewContext, 'language' | 'calendar' | 'now'>,
): string {
  const t = texts(language);
  const checked = day(map.checkedOn, language, calendar.dayOf(now));
  return `${t(`common.common.region.${map.region}`)} · ${t('school-map.words.checked', { day: checked })}`;
}

/** 'sinds 2024', or nothing. */
export const sinceWord = ({ entry }: MapLine, language: Language): string | null =>
  entry.sinceYear === null ? null : texts(language)('school-map.words.since', { year: String(entry.sinceYear) });

export const contactWords = (contact: Contact | undefined): string | null =>
  contact === undefined ? null : [contact.name, contact.phone, contact.email].filter((one) => one !== '').join(' · ');
