import { sql, type RawBuilder } from 'kysely';
import { stands } from './standing.js';

/** What a provider can answer to a referral, as it is called in the history: with each of these the referrer was contacted (R9). */
const names = ['contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'no-match', 'full'] as const;

const named = sql.join(names.map((name) => sql.lit(name)));

/** Event `e` is an answer of a provider that was not taken back: one definition for every figure that counts answers. */
export const isAnswer: RawBuilder<boolean> = sql<boolean>`(e.name in (${named}) and ${stands})`;
