import type { Context } from '../../contracts/context.js';
import type { PersonalService, StoredImport } from '../../contracts/hsds/stored-import.js';
import { checkLine } from '../../domain/helpline/check-line.js';
import { addressText } from '../../domain/helpline/address-text.js';
import { fieldsOfService } from '../../domain/hsds/index.js';
import { hsdsTerms } from '../../texts/hsds-terms.js';
import { recordOf, textOf } from '../../lib/hsds/record.js';
import { plainUuid } from '../../lib/hsds/formats.js';
import type { GoodService } from '../../lib/hsds/check-document.js';
import { inSlices } from '../../lib/in-slices.js';

/** So many services are looked through in one go: a tenth of a second or so. */
export const atOnce = 100;

type Now = Pick<Context, 'calendar' | 'now'>;

/** What looks personal in what a service would write in a help line, by the same check as a form; null: nothing. */
export function personalOf({ path, service }: GoodService, { calendar, now }: Now): PersonalService | null {
  const id = plainUuid(String(service['id']));
  const organisation = recordOf(service, 'organization');
  const fields = fieldsOfService(service, { id, terms: hsdsTerms, organisation });
  const written = {
    ...fields,
    organisation: textOf(organisation ?? {}, 'name'),
    address: fields.address && addressText(fields.address),
  };
  const checked = checkLine(written, {}, calendar.dayOf(now));
  return checked.found.length === 0 ? null : { path, ...checked };
}

/** A small upload, looked through in one go. */
export const lookedWhole = (document: StoredImport, now: Now): StoredImport => ({
  ...document,
  lookedThrough: document.services.length,
  personal: document.services.map((one) => personalOf(one, now)).filter((one) => one !== null),
});

/** The upload with the next services looked through, letting others go in between. */
export async function lookedFurther(document: StoredImport, now: Now): Promise<StoredImport> {
  const { lookedThrough, services } = document;
  const until = Math.min(lookedThrough + atOnce, services.length);
  const found = await inSlices(services.slice(lookedThrough, until), (one) => personalOf(one, now));
  return {
    ...document,
    lookedThrough: until,
    personal: [...document.personal, ...found.filter((one) => one !== null)],
  };
}
