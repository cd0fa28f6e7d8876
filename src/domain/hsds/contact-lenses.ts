import { isEmail } from '../../lib/hsds/formats.js';
import type { Around, Lens } from './lens.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { listOf, withList, withValue, type HsdsRecord } from '../../lib/hsds/record.js';
import { findText, replaceText, type Way } from '../../lib/hsds/slots.js';

const owners: readonly Way[] = [
  [],
  ['contacts'],
  ['service_at_locations'],
  ['service_at_locations', 'contacts'],
  ['service_at_locations', 'location'],
  ['service_at_locations', 'location', 'contacts'],
];
const phoneWays = owners.map((owner) => [...owner, 'phones', 'number']);
const emailWays = owners
  .filter((owner) => owner.length === 0 || owner.at(-1) === 'contacts')
  .map((owner) => [...owner, 'email']);
const organisationWays: readonly Way[] = [
  ['phones', 'number'],
  ['contacts', 'phones', 'number'],
  ['locations', 'phones', 'number'],
];

/** The first phone: the service's own, then that of a contact, a location, and last the organisation's. */
export const phoneLens: Lens<string | null> = {
  get: (service, { organisation }) =>
    (
      findText(service, phoneWays) ?? (organisation === null ? null : findText(organisation, organisationWays))
    )?.trim() ?? null,
  put(service, number, { id }) {
    const replaced = replaceText(service, phoneWays, number, true);
    if (replaced !== null || number === null) return replaced ?? service;
    const phone = { id: nameUuid(id, 'phone'), service_id: id, number, type: 'voice' };
    return withList(service, 'phones', [...listOf(service, 'phones'), phone]);
  },
};

/** The first e-mail address: the service's own, then that of a contact. */
export const emailLens: Lens<string | null> = {
  get: (service) => findText(service, emailWays)?.trim() ?? null,
  put(service, typed) {
    const email = typed !== null && isEmail(typed.trim()) ? typed.trim() : null;
    return replaceText(service, emailWays, email) ?? withValue(service, 'email', email);
  },
};

/** The id of the contact that we write ourselves. */
export const ownContactId = (id: string): string => nameUuid(id, 'contact');

/** The contact that we write ourselves: the line's name with its phone and address; null when it has neither. */
export function ownContact(service: HsdsRecord, around: Around): HsdsRecord | null {
  const id = ownContactId(around.id);
  const [number, email] = [phoneLens.get(service, around), emailLens.get(service, around)];
  if (number === null && email === null) return null;
  const contact = { id, service_id: around.id, name: service['name'], ...(email === null ? {} : { email }) };
  const phone = { id: nameUuid(around.id, 'contact-phone'), contact_id: id, number, type: 'voice' };
  return number === null ? contact : { ...contact, phones: [phone] };
}

/** The service with our own contact as it now must be; contacts of others are not touched. */
export function withOwnContact(service: HsdsRecord, around: Around): HsdsRecord {
  const own = ownContactId(around.id);
  const others = withList(
    service,
    'contacts',
    listOf(service, 'contacts').filter((one) => one['id'] !== own),
  );
  const contact = ownContact(others, around);
  return contact === null ? others : withList(others, 'contacts', [contact, ...listOf(others, 'contacts')]);
}
