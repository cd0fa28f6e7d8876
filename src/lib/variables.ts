import { z } from 'zod';

/** The bytes that a base64 text stands for. */
export function bytes(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

type Fits = (value: string) => boolean;

const anything: Fits = () => true;
export const oneOf =
  (values: readonly string[]): Fits =>
  (value) =>
    values.includes(value);
export const isPort: Fits = (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
export const isMoment: Fits = (value) => z.iso.datetime({ offset: true }).safeParse(value).success;
export const isDay: Fits = (value) => z.iso.date().safeParse(value).success;
export const isPostgres: Fits = (value) => z.url({ protocol: /^postgres(ql)?$/ }).safeParse(value).success;
/** An address to which a path can be put: no query, no fragment, nobody's name in it. */
export const isWebAddress =
  (protocol: RegExp): Fits =>
  (value) =>
    z.url({ protocol }).safeParse(value).success && !/[?#@\s]/.test(value);
const isIp: Fits = (value) => z.union([z.ipv4(), z.ipv6()]).safeParse(value).success;
/** An address of this machine to listen on, or a name of it; no port, no path. */
export const isHost: Fits = (value) => isIp(value) || /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value);
export const isId: Fits = (value) => z.guid().safeParse(value).success;
export const isKey: Fits = (value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value) && bytes(value).length === 32;
/** Signs between letters and digits do not count when a code is typed, so they do not make one longer either. */
export const isCode: Fits = (value) => value.replace(/[^A-Za-z0-9]/g, '').length >= 12;
export const listIn = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** An empty variable is one that is not set. */
const orUnset = (value: unknown): unknown => (value === '' ? undefined : value);
/** A variable; `says` is what is right, told when it is missing or wrong. The value itself is never told. */
const text = (says: string, fits: Fits) => z.string(says).refine(fits, says);
export const required = (says: string, fits: Fits = anything) => z.preprocess(orUnset, text(says, fits));
export const optional = (says: string, fits: Fits = anything) => z.preprocess(orUnset, text(says, fits).optional());

export const flag = optional('1 or 0', oneOf(['0', '1', 'true', 'false'])).transform((value) =>
  ['1', 'true'].includes(value ?? ''),
);
