import type { PersonId } from './ids.js';
import type { Person } from './organisation.js';
import type { Reach } from './reach.js';

/** How somebody is reached at work; null: not known. Data of a worker, never of a pupil: it may stand in a channel. */
export interface WorkWays {
  readonly phone: string | null;
  readonly email: string | null;
  /** The name under which Teams opens a chat (user principal name), by the roster. */
  readonly chatName: string | null;
  /** The first name, by the roster. */
  readonly givenName: string | null;
}

/** A worker with how he or she is reached. */
export interface Worker extends Person, WorkWays {}

/** What is stored of how a worker is reached: what Teams' roster says, and what he or she said. */
export interface WorkerDetails {
  readonly personId: PersonId;
  readonly chatName: string | null;
  readonly givenName: string | null;
  readonly rosterEmail: string | null;
  /** Said by the worker, instead of the roster's; null: the roster's counts. */
  readonly ownEmail: string | null;
  readonly phone: string | null;
  /** When the worker answered on which number; with `phone` null: on none of his or her own. Null: not asked yet. */
  readonly phoneAnsweredAt: Date | null;
  /** Until when he or she has seen what others did with the cases on his or her name; null: never said. */
  readonly caughtUpAt: Date | null;
  /** When he or she wants to read what the bot says by itself in the personal chat. */
  readonly reach: Reach;
}

/** Of whom nothing is known yet. */
export const unknownDetails = (personId: PersonId): WorkerDetails => ({
  personId,
  chatName: null,
  givenName: null,
  rosterEmail: null,
  ownEmail: null,
  phone: null,
  phoneAnsweredAt: null,
  caughtUpAt: null,
  reach: 'at-once',
});

/** How a worker is reached, as others see it. */
export const waysOf = ({ phone, rosterEmail, ownEmail, chatName, givenName }: WorkerDetails): WorkWays => ({
  phone,
  email: ownEmail ?? rosterEmail,
  chatName,
  givenName,
});

const longestPhone = 40;
const longestEmail = 200;

/** Whether it is a number as people write it: digits with signs between them, 8 to 15 digits. */
export const isPhone = (text: string): boolean => {
  const digits = text.replace(/\D/g, '').length;
  return text.length <= longestPhone && /^[+\d][\d\s./()-]*$/.test(text) && digits >= 8 && digits <= 15;
};

export const isEmail = (text: string): boolean =>
  text.length <= longestEmail && /^[^\s@,;<>()[\]]+@[^\s@,;<>()[\]]+\.[^\s@,;.<>()[\]]{2,}$/.test(text);
