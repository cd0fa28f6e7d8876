import type { Transaction } from 'kysely';
import type { Change } from '../../contracts/outcome.js';
import { postKeysOfService } from '../../domain/case/posts.js';
import { postKeysOfDraft } from '../../domain/intake/index.js';
import type { Service } from '../../domain/organisation.js';
import type { PostKey } from '../../domain/reference-to.js';
import type { Schema } from '../storage/rows/schema.js';

/**
 * The living cards that show an intake or a service which is stored anew, before it is: no act lists them. A service also
 * with the cards of how it stood, among them the question that this answers.
 */
export async function shownWith(trx: Transaction<Schema>, changes: readonly Change[]): Promise<PostKey[]> {
  const rows = changes.flatMap((change) => ('put' in change ? [change] : []));
  const drafts = rows.flatMap((one) => (one.put === 'draft' ? postKeysOfDraft(one.row) : []));
  const services = rows.flatMap((one) => (one.put === 'service' ? [one.row] : []));
  const before = services.length === 0 ? [] : await storedServices(trx, services);
  return [...drafts, ...[...before, ...services].flatMap(postKeysOfService)];
}

const storedServices = (trx: Transaction<Schema>, services: readonly Service[]) =>
  trx
    .selectFrom('service')
    .select(['id', 'fullUntil'])
    .where(
      'id',
      'in',
      services.map(({ id }) => id),
    )
    .execute();
