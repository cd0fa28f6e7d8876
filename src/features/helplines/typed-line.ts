import { addressText } from '../../domain/helpline/address-text.js';
import type { HelpLine, HelpOrganisation, LineFields } from '../../domain/helpline/help-line.js';
import { weekText } from '../../domain/helpline/hours-text.js';
import type { Language } from '../../domain/language.js';
import { texts } from '../../texts/index.js';
import type { LineInputs } from './line-inputs.js';

/** What was typed as fields of a line; the organisation is found or made beside it. */
export const fieldsOf = (typed: LineInputs): Omit<LineFields, 'organisationId' | LaterKey> => ({
  kind: typed.kind,
  name: typed.name,
  description: typed.description,
  phone: typed.phone,
  email: typed.email,
  website: typed.website,
  address: typed.address.address,
  weeklyHours: typed.hours.week,
  minimumAge: typed.ages.minimumAge,
  maximumAge: typed.ages.maximumAge,
  howToRefer: typed.howToRefer,
  regions: typed.regions,
});

/** What is filled in on the second form. */
export type LaterKey = 'hoursNote' | 'eligibility' | 'languages' | 'municipalities' | 'alert' | 'status';

/** The second form of a line that is new. */
export const nothingLater: Pick<LineFields, LaterKey> = {
  hoursNote: null,
  eligibility: null,
  languages: [],
  municipalities: [],
  alert: null,
  status: 'active',
};

/** Ages as they are read back: '12–18', 'vanaf 12', 'tot en met 25'. */
const agesInput = ({ minimumAge, maximumAge }: HelpLine, language: Language): string | null => {
  const say = texts(language);
  if (minimumAge !== null && maximumAge !== null) return `${minimumAge}–${maximumAge}`;
  if (minimumAge !== null) return say('helplines.edit-line.ages-from', { from: minimumAge });
  return maximumAge === null ? null : say('helplines.edit-line.ages-to', { to: maximumAge });
};

/** A line as its inputs show it. */
export const inputsOf = (line: HelpLine, organisation: HelpOrganisation | null, language: Language) => ({
  kind: line.kind,
  name: line.name,
  organisation: organisation?.name ?? null,
  description: line.description,
  phone: line.phone,
  email: line.email,
  website: line.website,
  address: line.address === null ? null : addressText(line.address),
  hours: line.weeklyHours === null ? null : weekText(line.weeklyHours, language),
  ages: agesInput(line, language),
  howToRefer: line.howToRefer,
  regions: line.regions.join(','),
});
