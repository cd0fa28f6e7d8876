import type { InquiryMisfit } from '../../../domain/codes.js';
import type { DraftId, InquiryId, OrganisationId, PersonId, ServiceId } from '../../../domain/ids.js';
import type { InquiryAnswer, InquiryFacts, InquiryState } from '../../../domain/inquiry/inquiry.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A question before referring as it is stored; what only some states know may be null: the checks in the database say when. */
export interface InquiryRow extends Mutable<InquiryFacts> {
  id: InquiryId;
  providerId: OrganisationId | null;
  serviceId: ServiceId | null;
  state: InquiryState;
  nextBy: Date | null;
  answer: InquiryAnswer | null;
  reason: InquiryMisfit | null;
  answeredBy: PersonId | null;
  draftId: DraftId | null;
  askedAt: Date;
  since: Date;
  reached: boolean;
  nudges: number;
  answers: number;
  noted: boolean;
  erased: boolean;
  version: number;
}
