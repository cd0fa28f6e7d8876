import type { ServiceId } from '../domain/ids.js';
import type { EntrySubject, SubjectId, ToldEntry } from '../domain/timeline/entries.js';

/** Reading of what happened to what is no referral: who did what, when. */
export interface ReadTimeline {
  /** Newest first, at most so many (default 100). What was told before there was a timeline is not in it. */
  timeline<S extends EntrySubject>(subject: S, id: SubjectId<S>, most?: number): Promise<ToldEntry<S>[]>;
  /** When it was last said of a service whether there is a place, a waiting list or none; services of which nobody said it are not in it. */
  availabilitySaid(): Promise<ReadonlyMap<ServiceId, Date>>;
}
