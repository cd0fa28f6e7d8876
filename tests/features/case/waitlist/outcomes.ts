import type { Outcome } from '../../../../src/contracts/outcome.js';
import type { Service } from '../../../../src/domain/organisation.js';
import type { Referral } from '../../../../src/domain/case/referral.js';

/** The referral that is stored, when there is one. */
export const savedReferral = (outcome: Outcome): Referral | undefined =>
  outcome.changes?.flatMap((change) => ('put' in change && change.put === 'referral' ? [change.row] : []))[0];

/** The service that is stored, when there is one. */
export const savedService = (outcome: Outcome): Service | undefined =>
  outcome.changes?.flatMap((change) => ('put' in change && change.put === 'service' ? [change.row] : []))[0];

/** The sentences told in threads, by name. */
export const told = (outcome: Outcome): unknown[] => (outcome.notices ?? []).map(({ params }) => params['what']);
