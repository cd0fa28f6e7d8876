export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `body[2].text`, from the path so far and the next step. */
export function stepTo(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** Calls `visit` for every value in a tree, parents first, with its path and the key it stands under. */
export function walk(node: Json, visit: (node: Json, path: string, key: string | number) => void): void {
  const go = (value: Json, path: string, key: string | number): void => {
    visit(value, path, key);
    if (Array.isArray(value)) value.forEach((item, index) => go(item, stepTo(path, index), index));
    else if (isObject(value)) for (const [name, child] of Object.entries(value)) go(child, stepTo(path, name), name);
  };
  go(node, '', '');
}

/** Every object in a tree with a `type`, with its path: elements and actions of a card. */
export function typedObjects(card: Json): { node: JsonObject & { type: string }; path: string }[] {
  const found: { node: JsonObject & { type: string }; path: string }[] = [];
  walk(card, (node, path, key) => {
    if (isObject(node) && typeof node['type'] === 'string' && key !== 'data')
      found.push({ node: node as JsonObject & { type: string }, path });
  });
  return found;
}
