import { z } from 'zod';
import { isDay, isEmail, isMoment, isTime, isUri, isUuid } from './formats.js';

/** What can be wrong with a value; each has its sentence in texts (`line-import.faults`). */
export const faultCodes = [
  'missing',
  'not-text',
  'not-number',
  'not-list',
  'not-record',
  'not-uuid',
  'not-email',
  'not-uri',
  'not-day',
  'not-time',
  'not-moment',
  'not-one-of',
  'empty',
  'unreadable-sign',
  'unseen-sign',
  'too-long',
  'not-age',
  'ages-turned',
  'other-record',
  'not-a-record',
  'twice',
  'organisation-wrong',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Says a code when a value is of another sort, or is not there. */
const said = (code: FaultCode) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'missing' : code),
});

/** So long may a text be, and a name: what is longer does not fit a card. */
export const longestText = 4000;
export const longestName = 250;

/** Signs that turn the writing direction or steer a screen: a text could be read as something else. */
const steering = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u206F]/;

const textOf = (most: number) =>
  z
    .string(said('not-text'))
    .refine((value) => value.length <= most, { error: 'too-long', params: { most: String(most) } })
    .refine((value) => !steering.test(value), 'unseen-sign');

export const text = textOf(longestText);
export const number = z.number(said('not-number'));
export const list = <T extends z.ZodType>(of: T) => z.array(of, said('not-list')).optional();
/** Fields that the standard does not know are let through: they are kept and given back. */
export const record = <T extends z.ZodRawShape>(shape: T) => z.looseObject(shape, said('not-record'));
const fitting = (fits: (value: string) => boolean, code: FaultCode) => text.refine(fits, code);

export const uuid = fitting(isUuid, 'not-uuid');
export const email = fitting(isEmail, 'not-email');
export const uri = fitting(isUri, 'not-uri');
export const day = fitting(isDay, 'not-day');
export const time = fitting(isTime, 'not-time');
export const moment = fitting(isMoment, 'not-moment');
export const name = textOf(longestName).refine((value) => value.trim() !== '', 'empty');
/** An age in years. */
export const age = number.refine((value) => value >= 0 && value <= 120, 'not-age');
export const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, said('not-one-of'));

/** These keys, all of one sort, none of them asked. */
export const optional = <const K extends readonly string[], T extends z.ZodType>(keys: K, of: T) =>
  Object.fromEntries(keys.map((key) => [key, of.optional()])) as { [Key in K[number]]: z.ZodOptional<T> };
