import type { InterestId, MeetingId, PersonId } from '../ids.js';

/** Somebody who would like to join the working group: interested people are welcome (R19). */
export interface Interest {
  readonly id: InterestId;
  readonly personId: PersonId;
  /** For which organisation; empty: none that is linked. */
  readonly organisation: string;
  readonly at: Date;
  readonly state: 'asked' | 'invited';
  readonly meetingId: MeetingId | null;
  readonly invitedBy: PersonId | null;
  readonly version: number;
}
