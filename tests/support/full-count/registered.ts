import { sql, type RawBuilder } from 'kysely';
import { inSpan, isRegistration, type Span } from './counted.js';

/**
 * Referrals that were sent for the first time in the period, as a source of rows `r`. Each referral counts, also the next
 * one of a pupil who was referred on; one that was called back, changed and sent again counts once, as it is now.
 */
export const registered = (span: Span): RawBuilder<unknown> =>
  sql`(select referral.* from event e join referral on referral.id = e.referral_id where ${isRegistration} and ${inSpan(span)}) r`;
