import { isLocalDate, type LocalDate } from '../local-date.js';
import type { HelpLineStatus } from '../helpline/help-line.js';
import type { Lens } from './lens.js';
import { numberOf, textOf, withValue } from '../../lib/hsds/record.js';
import { asUri } from '../../lib/hsds/formats.js';

/** A text under a key of the service; null takes the key away. */
export const textUnder = (key: string): Lens<string | null> => ({
  get: (service) => textOf(service, key)?.trim() ?? null,
  put: (service, text) => withValue(service, key, text),
});

/** The name, which is always there. */
export const nameLens: Lens<string> = {
  get: (service) => textOf(service, 'name')?.trim() ?? '',
  put: (service, name) => withValue(service, 'name', name),
};

/** An address on the web, written so that it is a whole one. */
export const websiteLens: Lens<string | null> = {
  get: (service) => textOf(service, 'url')?.trim() ?? null,
  put: (service, url) => withValue(service, 'url', url === null ? null : asUri(url)),
};

const oldest = 120;

/** An age in whole years; an age that cannot be somebody's (months, −1, 999) is not got and stays where it is. */
export const ageUnder = (key: string): Lens<number | null> => ({
  get: (service) => {
    const age = numberOf(service, key);
    return age === null || age < 0 || age > oldest ? null : Math.floor(age);
  },
  put: (service, age) => withValue(service, key, age),
});

const statusWords: Readonly<Record<HelpLineStatus, string>> = {
  active: 'active',
  inactive: 'inactive',
  defunct: 'defunct',
  'closed-temporarily': 'temporarily closed',
};

export const statusLens: Lens<HelpLineStatus> = {
  get: (service) =>
    (Object.keys(statusWords) as HelpLineStatus[]).find((status) => statusWords[status] === service['status']) ??
    'active',
  put: (service, status) => withValue(service, 'status', statusWords[status]),
};

/** The day on which somebody last said that it is right. */
export const assuredLens: Lens<LocalDate | null> = {
  get: (service) => {
    const day = textOf(service, 'assured_date')?.slice(0, 10) ?? '';
    return isLocalDate(day) ? day : null;
  },
  put: (service, day) => withValue(service, 'assured_date', day),
};
