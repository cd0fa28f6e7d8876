import type { Calendar } from '../../calendar.js';
import type { Referral } from '../../case/referral.js';
import type { Inquiry } from '../../inquiry/inquiry.js';

/** Something that happened, as figures look at it: also what was written before there were events with a shape. */
export interface Told {
  readonly name: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A referral as figures look at it: what it is about now, and what happened, in order. */
export interface CountedReferral extends Pick<
  Referral,
  | 'region'
  | 'ageBand'
  | 'schoolForm'
  | 'source'
  | 'providerId'
  | 'serviceId'
  | 'problemDomains'
  | 'target'
  | 'presence'
  | 'enrolment'
  | 'firstRegisteredAt'
> {
  /** The term for contact stands still: the provider waits for an answer of the CLB. */
  readonly standsStill: boolean;
  readonly told: readonly Told[];
}

export interface CountedTrajectory extends Pick<CountedReferral, 'told'> {
  /** The referral that it came from. */
  readonly of: CountedReferral;
  readonly providerId: string;
  readonly serviceId: string;
}

/** A question before referring: codes only. */
export interface CountedInquiry extends Pick<Inquiry, 'region' | 'ageBand' | 'schoolForm' | 'problemDomains'> {
  readonly told: readonly Told[];
}

/** Everything of one pupil or group. */
export interface CountedTrail {
  readonly referrals: readonly CountedReferral[];
  readonly trajectories: readonly CountedTrajectory[];
  readonly inquiries: readonly CountedInquiry[];
}

/** What counting needs besides: days are counted in the desk's own. */
export type Days = Pick<Calendar, 'dayOf' | 'schoolHalfDaysBetween'>;

/** A word in what was told; null when there is none. */
export const word = ({ data }: Told, key: string): string | null => {
  const value = data[key];
  return value === null || value === undefined ? null : String(value);
};

/** A moment in what was told; null when there is none. */
export const moment = (told: Told, key: string): Date | null => {
  const value = word(told, key);
  return value === null ? null : new Date(value);
};
