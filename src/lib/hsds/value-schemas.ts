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
  'not-a-record',
  'twice',
  'organisation-wrong',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Says a code when a value is of another sort, or is not there. */
const said = (code: FaultCode) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'missing' : code),
});

export const text = z.string(said('not-text'));
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
export const name = fitting((value) => value.trim() !== '', 'empty');
export const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, said('not-one-of'));

/** These keys, all of one sort, none of them asked. */
export const optional = <const K extends readonly string[], T extends z.ZodType>(keys: K, of: T) =>
  Object.fromEntries(keys.map((key) => [key, of.optional()])) as { [Key in K[number]]: z.ZodOptional<T> };
