import { isObject, typedObjects, type JsonObject } from './json-tree.js';

/** What stands folded in the part `more`. */
const isFolded = ({ id, isVisible }: JsonObject): boolean => String(id).startsWith('more-') && isVisible === false;

/** A choice always has a value; what somebody typed or picked himself has not. */
const isOwn = (type: unknown): boolean => ['Input.Text', 'Input.Time', 'Input.Date'].includes(String(type));

/**
 * Opens what is folded in a form where something in it is wrong, or was filled in before: nobody looks for a fault that is
 * not there, and nothing typed is out of sight. Changes the card.
 */
export function unfold(card: JsonObject, root: object): void {
  const errors = (root as { readonly errors?: JsonObject }).errors ?? {};
  const shows = ({ id, type, value }: JsonObject): boolean =>
    (errors[String(id)] ?? null) !== null || (isOwn(type) && typeof value === 'string' && value !== '');
  for (const { node } of typedObjects(card).filter((one) => isFolded(one.node)))
    if (typedObjects(node['items'] ?? []).some((one) => isObject(one.node) && shows(one.node)))
      delete node['isVisible'];
}
