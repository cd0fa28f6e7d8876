import type { HsdsRecord } from '../../lib/hsds/record.js';
import type { HsdsTerms } from './terms.js';

/** What a lens may look at besides the service. */
export interface Around {
  /** The id of the service (and of our help line). */
  readonly id: string;
  readonly terms: HsdsTerms;
  /** The organisation's own record: a phone may stand there only. Null: it has none. */
  readonly organisation: HsdsRecord | null;
}

/**
 * How one thing of a help line stands in an HSDS service. Both ways obey the laws of a lens: what was put can be got
 * again, and putting what was got changes nothing. That is why nothing is lost on a round trip.
 */
export interface Lens<Value> {
  get(service: HsdsRecord, around: Around): Value;
  put(service: HsdsRecord, value: Value, around: Around): HsdsRecord;
}
