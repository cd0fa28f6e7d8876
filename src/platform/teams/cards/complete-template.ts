import { errorIcon } from './form-look.js';
import { isObject, typedObjects, type Json, type JsonObject } from './json-tree.js';

/** The property by which a loop tells afterwards what it ran over; see finish-card.ts. */
export const LOOP_MARK = '@data';

/** What would be cut off on a narrow card. */
const wrapped = ['TextBlock', 'Input.Toggle', 'Input.ChoiceSet'];

const SINGLE_EXPRESSION = /^\$\{(.*)\}$/s;

/**
 * Adds what every card needs and nobody should write: `$schema`, `wrap` on text, the line for a wrong field under each
 * input, a `$when` that understands "is there", a mark by which an unknown `$data` is found.
 */
export function completeTemplate(card: JsonObject): JsonObject {
  const lines = new Set(typedObjects(card).flatMap(({ node }) => (typeof node['id'] === 'string' ? [node['id']] : [])));
  return { $schema: 'https://adaptivecards.io/schemas/adaptive-card.json', ...(complete(card, lines) as JsonObject) };
}

function complete(node: Json, ids: ReadonlySet<string>): Json {
  if (Array.isArray(node)) return node.flatMap((item) => [complete(item, ids), ...errorLine(item, ids)]);
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, value] of Object.entries(node)) copy[key] = complete(value, ids);
  if (wrapped.includes(String(node['type'])) && !('wrap' in node)) copy['wrap'] = true;
  if (typeof node['$when'] === 'string') copy['$when'] = present(node['$when']);
  if (typeof node['$data'] === 'string') copy[LOOP_MARK] = '${$data}';
  return copy;
}

/** A bare `${reason}` would count as false whatever it holds: the template engine wants a strict boolean. */
const present = (when: string): string => when.replace(SINGLE_EXPRESSION, (_all, inner: string) => `\${!!(${inner})}`);

/** What is wrong with a field, right under its input: a sign and a bold sentence; red text is unreadable on some themes. */
function errorLine(item: Json, ids: ReadonlySet<string>): Json[] {
  if (!isObject(item) || typeof item['type'] !== 'string' || !item['type'].startsWith('Input.')) return [];
  const id = item['id'];
  if (typeof id !== 'string' || id.includes('${') || ids.has(`error-${id}`)) return [];
  const sentence = `$root.errors['${id}']`;
  return [
    {
      type: 'ColumnSet',
      id: `error-${id}`,
      $when: `\${${sentence} != null}`,
      spacing: 'Small',
      columns: [
        { type: 'Column', width: 'auto', items: [errorIcon('xSmall', { color: 'Attention' })] },
        {
          type: 'Column',
          width: 'stretch',
          items: [{ type: 'TextBlock', text: `\${${sentence}}`, weight: 'Bolder', wrap: true }],
        },
      ],
    },
  ];
}
