import type { AnswerId, OrganisationId, PersonId } from '../ids.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';

/** The questions that come with the program; their words stand in the texts. In the order in which they are shown. */
export const answerKeys = [
  'what-it-is',
  'from-which-age',
  'which-region',
  'who-refers',
  'how-to-refer',
  'parent-asks',
  'facility-asks',
  'not-enrolled',
  'when-delivered',
  'what-happens-next',
  'code-p',
  'waiting-list',
  'full',
  'no-match',
  'workgroup-members',
  'join-workgroup',
  'vision-text',
] as const;
export type AnswerKey = (typeof answerKeys)[number];

/** What one can do next, once a question is answered. */
export const answerActs = [
  'start-intake',
  'list-my-referrals',
  'list-services',
  'list-lines',
  'join-workgroup',
  'ask-desk',
] as const;
export type AnswerAct = (typeof answerActs)[number];

/** Under which heading a question stands. */
export const answerGroups = ['about', 'referring', 'afterwards', 'workgroup', 'more'] as const;
export type AnswerGroup = (typeof answerGroups)[number];

interface Place {
  readonly group: AnswerGroup;
  readonly act: AnswerAct;
}

/** Where each stands, and what follows from it. */
export const placeOf: Readonly<Record<AnswerKey, Place>> = {
  'what-it-is': { group: 'about', act: 'list-services' },
  'from-which-age': { group: 'about', act: 'list-services' },
  'which-region': { group: 'about', act: 'list-services' },
  'who-refers': { group: 'referring', act: 'start-intake' },
  'how-to-refer': { group: 'referring', act: 'start-intake' },
  'parent-asks': { group: 'referring', act: 'start-intake' },
  'facility-asks': { group: 'referring', act: 'start-intake' },
  'not-enrolled': { group: 'referring', act: 'start-intake' },
  'when-delivered': { group: 'afterwards', act: 'list-my-referrals' },
  'what-happens-next': { group: 'afterwards', act: 'list-my-referrals' },
  'code-p': { group: 'afterwards', act: 'list-my-referrals' },
  'waiting-list': { group: 'afterwards', act: 'list-my-referrals' },
  full: { group: 'afterwards', act: 'list-services' },
  'no-match': { group: 'afterwards', act: 'list-my-referrals' },
  'workgroup-members': { group: 'workgroup', act: 'join-workgroup' },
  'join-workgroup': { group: 'workgroup', act: 'join-workgroup' },
  'vision-text': { group: 'workgroup', act: 'ask-desk' },
};

const space = '6f0f3a52-6c1e-4c0e-9a53-0a5b7b0f6d11';

/** The id of a question that comes with the program: the same everywhere, without being stored. */
export const idOfKey = (key: AnswerKey): AnswerId => nameUuid(space, key) as string as AnswerId;

/** The words of a question with its answer. */
export interface AnswerWords {
  readonly question: string;
  readonly text: string;
  /** Other words in which it is asked; only searched in. */
  readonly asked: string;
  readonly act: AnswerAct;
}

/** What it said before, until when, and who changed it then. */
export interface EarlierAnswer extends AnswerWords {
  readonly until: string;
  readonly personId: PersonId | null;
}

/** A question with its answer as the desk wrote it: another wording of one that comes with the program, or one of its own. */
export interface Answer extends AnswerWords {
  readonly id: AnswerId;
  readonly state: 'shown' | 'withdrawn';
  /** The newest first. */
  readonly earlier: readonly EarlierAnswer[];
  readonly changedAt: Date;
  readonly changedBy: PersonId;
  readonly organisationId: OrganisationId;
  readonly version: number;
}

/** A question as it is shown in one language. */
export interface ShownAnswer extends AnswerWords {
  readonly id: AnswerId;
  readonly group: AnswerGroup;
  /** When the desk wrote it; null: it comes with the program. */
  readonly changedAt: Date | null;
}
