import type { Language } from './text-rules.js';

/** Another name for a thing that has one, and the name it has. */
interface OtherName {
  readonly says: RegExp;
  readonly instead: string;
  /** Rooms in which the word means something else. */
  readonly not?: readonly string[];
}

const dutch: readonly OtherName[] = [
  { says: /voogd|opvoedingsverantwoordelijke/i, instead: 'ouder of opvoeder' },
  { says: /gekend|niet opgegeven/i, instead: 'niet bekend' },
  { says: /\bstreek\b/i, instead: 'regio' },
  { says: /dringendheid/i, instead: 'hoe dringend' },
  { says: /\btoon(t u)?\b/i, instead: 'bekijken' },
  { says: /hulp vragen|hoe vraagt men/i, instead: 'hoe aanmelden' },
  { says: /doorverwezen|doorverwijzen/i, instead: 'verder aanmelden' },
  { says: /nog juist/i, instead: 'klopt nog' },
  { says: /buiten de provincie/i, instead: 'buiten Vlaams-Brabant' },
  { says: /zonder antwoord(?! is ingetrokken)/i, instead: 'zonder oplossing' },
  // A place is one that is free for a pupil. Elsewhere it is a channel, a location of a meeting or a municipality.
  {
    says: /\b(?:plaats(?! gekregen)|plaatsen)\b/i,
    instead: 'kanaal, locatie of gemeente',
    not: [
      'case',
      'catalogue',
      'common',
      'dispatch',
      'figures',
      'helplines',
      'intake',
      'referral',
      'start',
      'survey',
      'waitlist',
    ],
  },
  { says: /\b(?:enige|gekoppelde|andere|welke|deze) plaats(?:en)?\b|de plaats van/i, instead: 'kanaal of gemeente' },
];

const english: readonly OtherName[] = [
  { says: /\barea\b/i, instead: 'region' },
  { says: /not told|not given/i, instead: 'not known' },
  { says: /^(?:look|show|see)(?: (?:the )?\w+)?$/i, instead: 'view' },
  { says: /how to ask for help/i, instead: 'how to refer' },
  { says: /outside the province/i, instead: 'outside Vlaams-Brabant' },
  { says: /linked places?\b|only place of/i, instead: 'channel' },
];

const others: Readonly<Record<Language, readonly OtherName[]>> = { nl: dutch, en: english };

/** One thing has one name: what a text of a room (`meetings`, `linking` …) calls otherwise. */
export const otherNames = (text: string, room: string, language: Language): string[] =>
  others[language]
    .filter(({ says, not }) => says.test(text) && !(not ?? []).includes(room))
    .map(({ says, instead }) => `says “${says.exec(text)?.[0]}” for “${instead}”`);
