import type { OrganisationId, PersonId, ReferralId } from '../../../domain/ids.js';

/** What happened to referrals, as the figures count it: a view on the timeline. */
export interface EventRow {
  id: string;
  seq: number;
  referralId: ReferralId;
  name: string;
  at: Date;
  personId: PersonId | null;
  organisationId: OrganisationId | null;
  data: unknown;
}
