import { labelOf, nodes, text, type Button, type Node } from './card-reading.js';

/** What a person fills in: by input id or by label. A choice by its visible title (or value), several as a list. */
export type Filled = Readonly<Record<string, string | number | boolean | readonly string[]>>;

const plain = (label: string): string => label.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * The data that Teams sends with a press: the button's own data and the inputs, as strings. As in the real client an
 * input that is empty is not sent at all, and a required or malformed one holds the press back (`Error`).
 */
export function dataOf(button: Button, filled: Filled, unchecked = false): Node {
  const data = typeof button.action['data'] === 'object' ? { ...(button.action['data'] as Node) } : {};
  const travelling = button.action['associatedInputs'] === 'none' ? [] : button.inputs;
  const values = new Map(travelling.map((input) => [input, startValue(input)]));
  for (const [name, value] of Object.entries(filled)) {
    const input = inputNamed(name, travelling, button.title);
    values.set(input, valueFor(input, value));
  }
  for (const [input, value] of values) {
    if (!unchecked) check(input, value);
    if (value !== '') data[text(input['id'])] = value;
  }
  return data;
}

function inputNamed(name: string, inputs: readonly Node[], button: string): Node {
  const byId = inputs.find((input) => input['id'] === name);
  if (byId) return byId;
  const byLabel = inputs.filter((input) => plain(labelOf(input)) === plain(name));
  if (byLabel.length === 1 && byLabel[0]) return byLabel[0];
  const there = inputs.map((input) => `"${labelOf(input)}" (${text(input['id'])})`).join(', ') || 'none';
  const problem = byLabel.length > 1 ? `more than one input is called "${name}"` : `no input "${name}"`;
  throw new Error(`${problem} goes with the button "${button}"; there is: ${there}`);
}

function startValue(input: Node): string {
  const value = input['value'] === undefined ? '' : String(input['value']);
  if (input['type'] !== 'Input.Toggle') return value;
  const on = text(input['valueOn']) || 'true';
  return value === on ? on : text(input['valueOff']) || 'false';
}

function valueFor(input: Node, given: Filled[string]): string {
  if (input['type'] === 'Input.ChoiceSet') return choicesFor(input, given);
  if (input['type'] === 'Input.Toggle') {
    if (typeof given !== 'boolean') throw new Error(`"${labelOf(input)}" is a toggle: give true or false`);
    return given ? text(input['valueOn']) || 'true' : text(input['valueOff']) || 'false';
  }
  const value = String(given);
  if (value !== '' && input['type'] === 'Input.Date' && !/^\d{4}-\d{2}-\d{2}$/.test(value))
    throw new Error(`"${labelOf(input)}" is a date: give yyyy-mm-dd, not "${value}"`);
  if (value !== '' && input['type'] === 'Input.Time' && !/^\d{2}:\d{2}$/.test(value))
    throw new Error(`"${labelOf(input)}" is a time: give hh:mm, not "${value}"`);
  if (value !== '' && input['type'] === 'Input.Number' && Number.isNaN(Number(value)))
    throw new Error(`"${labelOf(input)}" is a number, not "${value}"`);
  return value;
}

function choicesFor(input: Node, given: Filled[string]): string {
  const asked = (Array.isArray(given) ? given : [given]).map(String).filter((title) => title !== '');
  if (asked.length > 1 && input['isMultiSelect'] !== true)
    throw new Error(`"${labelOf(input)}" takes one choice, not ${asked.length}`);
  return asked.map((title) => choiceFor(input, title)).join(',');
}

function choiceFor(input: Node, title: string): string {
  const choices = nodes(input['choices']);
  const found =
    choices.find((choice) => choice['title'] === title) ??
    choices.find((choice) => plain(text(choice['title'])) === plain(title)) ??
    choices.find((choice) => choice['value'] === title);
  if (found) return text(found['value']);
  if (input['choices.data']) return title;
  const there = choices.map((choice) => `"${text(choice['title'])}"`).join(', ') || 'none';
  throw new Error(`"${labelOf(input)}" has no choice "${title}"; there is: ${there}`);
}

/** The checks of the client itself, before anything is sent. */
function check(input: Node, value: string): void {
  const problem = problemWith(input, value);
  if (!problem) return;
  const shown = input['errorMessage'] ? `: "${text(input['errorMessage'])}"` : '';
  throw new Error(`Teams holds the press back, "${labelOf(input)}" ${problem}${shown}`);
}

function problemWith(input: Node, value: string): string | null {
  const off = input['type'] === 'Input.Toggle' && value !== (text(input['valueOn']) || 'true');
  if (input['isRequired'] === true && (value === '' || off)) return 'is required';
  if (value === '') return null;
  const { min, max, maxLength, regex } = input;
  if (typeof maxLength === 'number' && value.length > maxLength) return `is longer than ${maxLength}`;
  if (typeof regex === 'string' && !new RegExp(regex).test(value)) return `does not match ${regex}`;
  const comparable = input['type'] === 'Input.Number' ? Number(value) : value;
  if (min !== undefined && comparable < (min as string | number)) return `is below ${String(min)}`;
  if (max !== undefined && comparable > (max as string | number)) return `is above ${String(max)}`;
  return null;
}
