import type { Address } from '../helpline/help-line.js';
import { provinceOfPostalCode, type Province } from '../../lib/region/outside.js';
import type { Lens } from './lens.js';
import { nameUuid } from '../../lib/hsds/name-uuid.js';
import { listOf, recordOf, textOf, withList, type HsdsRecord } from '../../lib/hsds/record.js';

/** As the standard asks: the province, by its Dutch name. */
const provinceNames: Readonly<Record<Province, string>> = {
  brussels: 'Brussels Hoofdstedelijk Gewest',
  'walloon-brabant': 'Waals-Brabant',
  antwerp: 'Antwerpen',
  limburg: 'Limburg',
  liege: 'Luik',
  namur: 'Namen',
  hainaut: 'Henegouwen',
  luxembourg: 'Luxemburg',
  'west-flanders': 'West-Vlaanderen',
  'east-flanders': 'Oost-Vlaanderen',
};

const provinceOf = (postalCode: string | null): string => {
  const province = postalCode !== null && /^\d{4}$/.test(postalCode) ? provinceOfPostalCode(postalCode) : undefined;
  return province === undefined ? 'Vlaams-Brabant' : provinceNames[province];
};

interface Spot {
  /** Which of the locations where the service is given. */
  readonly at: number;
  readonly address: number;
}

/** The first location where people can go; when there is none, the first postal address. */
function spotOf(service: HsdsRecord): Spot | null {
  for (const type of ['physical', 'postal']) {
    for (const [at, one] of listOf(service, 'service_at_locations').entries()) {
      const addresses = listOf(recordOf(one, 'location') ?? {}, 'addresses');
      const address = addresses.findIndex((one) => one['address_type'] === type && partsOf(one) !== null);
      if (address >= 0) return { at, address };
    }
  }
  return null;
}

function partsOf(address: HsdsRecord): Address | null {
  const [street, postalCode, city] = ['address_1', 'postal_code', 'city'].map(
    (key) => textOf(address, key)?.trim() ?? null,
  ) as [string | null, string | null, string | null];
  return street === null && postalCode === null && city === null ? null : { street, postalCode, city };
}

const writtenParts = ({ street, postalCode, city }: Address): HsdsRecord => ({
  address_1: street ?? '',
  city: city ?? '',
  postal_code: postalCode ?? '',
});

function withAddressAt(
  service: HsdsRecord,
  { at, address }: Spot,
  change: (address: HsdsRecord) => HsdsRecord | null,
): HsdsRecord {
  const locations = listOf(service, 'service_at_locations');
  const location = recordOf(locations[at] ?? {}, 'location') ?? {};
  const addresses = listOf(location, 'addresses').flatMap((one, index) =>
    index === address ? (change(one) ?? []) : one,
  );
  const changed = { ...locations[at], location: withList(location, 'addresses', addresses) };
  return { ...service, service_at_locations: locations.map((one, index) => (index === at ? changed : one)) };
}

function ownLocation(address: Address, id: string): HsdsRecord {
  const locationId = nameUuid(id, 'location');
  return {
    id: nameUuid(id, 'service at location'),
    service_id: id,
    location_id: locationId,
    location: {
      id: locationId,
      location_type: 'physical',
      addresses: [
        {
          id: nameUuid(id, 'address'),
          location_id: locationId,
          ...writtenParts(address),
          state_province: provinceOf(address.postalCode),
          country: 'BE',
          address_type: 'physical',
        },
      ],
    },
  };
}

/** Takes an address away; the location that we made for it ourselves goes with it. */
function withoutAddress(service: HsdsRecord, spot: Spot, id: string): HsdsRecord {
  const left = withAddressAt(service, spot, () => null);
  const own = nameUuid(id, 'service at location');
  const locations = listOf(left, 'service_at_locations').filter(
    (one) => one['id'] !== own || listOf(recordOf(one, 'location') ?? {}, 'addresses').length > 0,
  );
  return withList(left, 'service_at_locations', locations);
}

/** Where it is: the first address of a location where the service is offered. */
export const addressLens: Lens<Address | null> = {
  get(service) {
    const spot = spotOf(service);
    if (spot === null) return null;
    const location = recordOf(listOf(service, 'service_at_locations')[spot.at] ?? {}, 'location') ?? {};
    return partsOf(listOf(location, 'addresses')[spot.address] ?? {});
  },
  put(service, address, { id }) {
    const spot = spotOf(service);
    if (address === null) return spot === null ? service : withoutAddress(service, spot, id);
    if (spot !== null)
      return withAddressAt(service, spot, (one) => ({
        ...one,
        ...writtenParts(address),
        ...provinceAfter(one, address),
      }));
    return withList(service, 'service_at_locations', [
      ...listOf(service, 'service_at_locations'),
      ownLocation(address, id),
    ]);
  },
};

/** The province moves along only in a Belgian address whose postal code changed. */
const provinceAfter = (before: HsdsRecord, { postalCode }: Address): HsdsRecord =>
  before['country'] === 'BE' && before['postal_code'] !== (postalCode ?? '')
    ? { state_province: provinceOf(postalCode) }
    : {};
