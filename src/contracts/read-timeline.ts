import type { OrganisationId, PersonId, ReferralId, ServiceId } from '../domain/ids.js';
import type { EntrySubject, SubjectId, ToldEntry } from '../domain/timeline/entries.js';

/** Somebody opened the data of a referral; `what`: the file, or the questions. */
export interface Opening {
  readonly at: Date;
  readonly personId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  readonly what: string;
}

/** Reading of what happened to what is no referral: who did what, when. */
export interface ReadTimeline {
  /** Newest first, at most so many (default 100). What was told before there was a timeline is not in it. */
  timeline<S extends EntrySubject>(subject: S, id: SubjectId<S>, most?: number): Promise<ToldEntry<S>[]>;
  /** The read log of a referral: some of its openings, newest first, and how many there are in all. */
  openingsOf(
    id: ReferralId,
    some: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly openings: readonly Opening[]; readonly count: number }>;
  /** When it was last said of a service whether there is a place, a waiting list or none; services of which nobody said it are not in it. */
  availabilitySaid(): Promise<ReadonlyMap<ServiceId, Date>>;
}
