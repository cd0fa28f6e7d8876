import { plainUuid } from './formats.js';
import { isRecord, recordOf, sameValue, textOf, without, withoutNulls, type HsdsRecord } from './record.js';
import { otherKindOf } from './other-kinds.js';
import { takeApart, type Part } from './take-apart.js';
import { organizationSchema, serviceSchema } from './hsds-schemas.js';
import { isWritable } from './is-writable.js';
import type { FaultCode } from './value-schemas.js';

/** One thing that is wrong: where, what, and what would be right. */
export interface Fault {
  readonly path: string;
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string>>;
}

/** A record that is left out, with everything that is wrong with it. */
export interface BadRecord {
  readonly path: string;
  readonly what: Part['what'];
  readonly name: string | null;
  readonly faults: readonly Fault[];
}

export interface GoodService {
  readonly path: string;
  readonly service: HsdsRecord;
  /** The path of the organisation in which it stood; null for one that stood by itself. */
  readonly within: string | null;
  /** What the file says to be nothing (null): not the same as what it does not say. */
  readonly emptied?: readonly string[];
}

export interface GoodOrganisation {
  readonly path: string;
  readonly organisation: HsdsRecord;
}

/** What a document holds that can be taken in, and what not. It is stored like this: bad records are not kept. */
export interface CheckedDocument {
  readonly services: readonly GoodService[];
  readonly organisations: readonly GoodOrganisation[];
  readonly bad: readonly BadRecord[];
}

const mostFaults = 12;

interface Judged {
  readonly part: Part;
  readonly record: HsdsRecord;
  readonly faults: readonly Fault[];
}

/** Checks every record of a document by itself. Null: the document holds no HSDS records at all. */
export function checkDocument(document: unknown): CheckedDocument | null {
  const parts = takeApart(document);
  if (parts === null) return null;
  const judged = withTwins(parts.map(judge));
  const wrong = new Set(judged.filter(({ faults }) => faults.length > 0).map(({ part }) => part.path));
  const final = judged.map((one) =>
    one.faults.length === 0 && one.part.within !== null && wrong.has(one.part.within)
      ? { ...one, faults: [{ path: one.part.within, code: 'organisation-wrong' as const, values: {} }] }
      : one,
  );
  const good = final.filter(({ faults }) => faults.length === 0);
  return {
    services: good
      .filter(({ part }) => part.what === 'service')
      .map(({ part: { path, within, value }, record }) => ({ path, service: record, within, ...emptiedIn(value) })),
    organisations: good
      .filter(({ part }) => part.what === 'organisation')
      .map(({ part: { path }, record }) => ({ path, organisation: record })),
    bad: final.filter(({ faults }) => faults.length > 0).map(badRecord),
  };
}

function judge(part: Part): Judged {
  if (!isRecord(part.value))
    return { part, record: {}, faults: [{ path: part.path, code: 'not-a-record', values: {} }] };
  if (!isWritable(part.value))
    return { part, record: {}, faults: [{ path: part.path, code: 'unreadable-sign', values: {} }] };
  const kind = otherKindOf(part.value);
  if (part.what === 'service' && kind !== null)
    return { part, record: {}, faults: [{ path: part.path, code: 'other-record', values: { kind } }] };
  const whole = withoutNulls(part.value) as HsdsRecord;
  const record = part.what === 'organisation' ? without(whole, 'services') : whole;
  return { part, record, faults: schemaFaults(part, record) };
}

function schemaFaults(part: Part, record: HsdsRecord): Fault[] {
  const result = (part.what === 'service' ? serviceSchema : organizationSchema).safeParse(record);
  if (result.success) return [];
  return result.error.issues.slice(0, mostFaults).map((issue) => ({
    path: pathOf(part.path, issue.path),
    code: issue.message as FaultCode,
    values: valuesOf(issue),
  }));
}

/** What is written where, so that it is found: texts of the record itself, cut short. */
function valuesOf(issue: { readonly path: readonly PropertyKey[] }): Record<string, string> {
  const values = 'values' in issue && Array.isArray(issue.values) ? issue.values.join(', ') : null;
  const most = 'params' in issue ? String((issue.params as { most?: string } | undefined)?.most ?? '') : '';
  return { field: String(issue.path.at(-1) ?? ''), most, ...(values === null ? {} : { values }) };
}

const emptiedIn = (value: unknown): Pick<GoodService, 'emptied'> => {
  const emptied = isRecord(value) ? Object.keys(value).filter((key) => value[key] === null) : [];
  return emptied.length === 0 ? {} : { emptied };
};

const pathOf = (start: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`), start);

const idOf = ({ part, record }: Judged): string => `${part.what} ${plainUuid(textOf(record, 'id') ?? part.path)}`;

/** The same id twice: the same again is left out silently, something else is a fault. */
function withTwins(judged: readonly Judged[]): Judged[] {
  const first = new Map<string, Judged>();
  return judged.flatMap((one) => {
    const known = first.get(idOf(one));
    if (known === undefined || one.faults.length > 0) {
      if (one.faults.length === 0) first.set(idOf(one), one);
      return one;
    }
    if (one.part.what === 'organisation' || sameValue(known.record, one.record))
      return one.part.what === 'organisation' ? one : [];
    return { ...one, faults: [{ path: `${one.part.path}.id`, code: 'twice', values: { first: known.part.path } }] };
  });
}

function badRecord({ part, faults }: Judged): BadRecord {
  const value = isRecord(part.value) ? part.value : {};
  const name = textOf(value, 'name') ?? textOf(recordOf(value, 'organization') ?? {}, 'name');
  return { path: part.path, what: part.what, name: name === null ? null : readable(name), faults };
}

/** A name of a record that may hold anything, as it can be stored and shown. */
const readable = (name: string): string =>
  name
    .replace(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, ' ')
    .trim()
    .slice(0, 120);
