import { CardError } from './card-error.js';
import { isObject, stepTo, type Json, type JsonObject } from './json-tree.js';

const HOLE = /\{\{(\w+)(\?)?\}\}/g;
const WHOLE_HOLE = /^\{\{(\w+)(\?)?\}\}$/;
const CARRIED = ['$when', '$data'];

/**
 * Replaces every `{"$include": "header", "title": …}` by the part of that name, its `{{title}}` holes filled. A hole
 * `{{title?}}` may stay empty (null); a part that is an array is laid into the array around it.
 * Raises CardError for an unknown part and for a parameter too few or too many.
 */
export function includeParts(card: Json, parts: ReadonlyMap<string, Json>, file: string): Json {
  const go = (node: Json, path: string): Json => {
    if (Array.isArray(node)) return node.flatMap((item, index) => go(item, stepTo(path, index)));
    if (!isObject(node)) return node;
    if (typeof node['$include'] === 'string') return go(fill(node['$include'], node, path), path);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, go(value, stepTo(path, key))]));
  };

  const fill = (name: string, call: JsonObject, path: string): Json => {
    const part = parts.get(name);
    if (part === undefined) throw new CardError(file, path, `no part called ${name}`);
    const given = Object.fromEntries(Object.entries(call).filter(([key]) => key !== '$include'));
    const carried = Object.fromEntries(Object.entries(given).filter(([key]) => CARRIED.includes(key)));
    checkParameters(part, Object.keys(given), `${name} in ${file}`, path);
    const filled = fillHoles(part, given);
    if (Object.keys(carried).length === 0) return filled;
    if (!isObject(filled)) throw new CardError(file, path, `part ${name} is a list and cannot take $when or $data`);
    return { ...carried, ...filled };
  };

  return go(card, '');
}

function checkParameters(part: Json, given: string[], where: string, path: string): void {
  const holes = [...JSON.stringify(part).matchAll(HOLE)].map(([, name, optional]) => ({ name: name ?? '', optional }));
  const missing = holes.find(({ name, optional }) => !optional && !given.includes(name));
  if (missing) throw new CardError(where, path, `parameter ${missing.name} is missing`);
  const unknown = given.find((key) => !CARRIED.includes(key) && !holes.some(({ name }) => name === key));
  if (unknown) throw new CardError(where, path, `there is no parameter ${unknown}`);
}

function fillHoles(node: Json, given: JsonObject): Json {
  if (typeof node === 'string') {
    const whole = WHOLE_HOLE.exec(node)?.[1];
    if (whole !== undefined) return given[whole] ?? null;
    return node.replace(HOLE, (_hole, name: string) => String(given[name] ?? ''));
  }
  if (Array.isArray(node)) return node.map((item) => fillHoles(item, given));
  if (!isObject(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fillHoles(value, given)]));
}
