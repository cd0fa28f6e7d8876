import type { HsdsRecord, IncomingService } from '../../domain/hsds/index.js';
import type { CheckedDocument } from '../../lib/hsds/check-document.js';

/** A checked document as it is compared: each service with the organisation around it, and the organisations. */
export function incomingOf({ services, organisations }: Pick<CheckedDocument, 'services' | 'organisations'>): {
  readonly incoming: readonly IncomingService[];
  readonly alone: readonly HsdsRecord[];
} {
  const byPath = new Map(organisations.map(({ path, organisation }) => [path, organisation]));
  return {
    incoming: services.map(({ path, service, within, emptied = [] }) => ({
      path,
      service,
      emptied,
      container: within === null ? null : (byPath.get(within) ?? null),
    })),
    alone: organisations.map(({ organisation }) => organisation),
  };
}
