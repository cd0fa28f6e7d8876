import { addressText } from '../../domain/helpline/address-text.js';
import { isGone } from '../../domain/helpline/gone-values.js';
import { editableKeys, type EditableKey, type LineChange, type LineFields } from '../../domain/helpline/help-line.js';
import { weekText } from '../../domain/helpline/hours-text.js';
import type { HelpOrganisationId } from '../../domain/ids.js';
import type { Language } from '../../domain/language.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { kindName, languagesWords, municipalitiesWords, regionsWords } from './line-words.js';

/** Names of organisations of the directory, by id. */
export type OrganisationNames = ReadonlyMap<HelpOrganisationId, string>;

const longest = 80;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

type Writers = { readonly [Key in EditableKey]?: (value: NonNullable<LineFields[Key]>) => string | null };

/** How the fields that are no texts are told. */
const writers = (language: Language, names: OrganisationNames): Writers => ({
  organisationId: (id) => names.get(id) ?? null,
  kind: (kind) => kindName(kind, language),
  address: addressText,
  weeklyHours: (week) => weekText(week, language),
  languages: (codes) => languagesWords(codes, language),
  regions: (regions) => regionsWords(regions, language),
  municipalities: municipalitiesWords,
  status: (status) => texts(language)(`helplines.status.${status}`),
});

/** What of a change is told, and to whom: everything to who keeps the line, to others only what the line still says. */
export interface Telling {
  readonly language: Language;
  readonly names: OrganisationNames;
  readonly line: LineFields;
  readonly all: boolean;
}

function told(key: EditableKey, value: unknown, { language, names, line, all }: Telling): string {
  if (value === null || value === undefined) return '–';
  if (!all && isGone(key, value, line)) return texts(language)('helplines.words.gone');
  const write = writers(language, names)[key] as ((value: unknown) => string | null) | undefined;
  const text = write === undefined ? String(value) : write(value);
  return text === null || text === '' ? '–' : plain(shortened(text));
}

/** '**Telefoon**: 016 12 34 56 → 016 99 99 99', one line per field that changed. */
export function changeLines({ before, after }: LineChange, telling: Telling): string[] {
  const say = texts(telling.language);
  return editableKeys
    .filter((key) => key in after)
    .map((key) =>
      say('helplines.words.changed', {
        field: say(`helplines.history-fields.${key}`),
        before: told(key, before[key], telling),
        after: told(key, after[key], telling),
      }),
    );
}
