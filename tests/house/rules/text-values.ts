import { IntlMessageFormat } from 'intl-messageformat';
import { isObject, walk, type Json, type JsonObject } from '../../../src/platform/teams/cards/json-tree.js';

type Values = Readonly<Record<string, string | number>>;

/** The kinds of arguments in the tree of an ICU message. */
const [argument, number, select, plural] = [1, 2, 5, 6];

/** A value that ends like a sentence, as moments and days do in Dutch. */
export const moment = 'di 1 dec., 18.12 u.';

function possible(node: JsonObject): (string | number)[] {
  if (node['type'] === select)
    return Object.keys(node['options'] as JsonObject).map((option) => (option === 'other' ? moment : option));
  if (node['type'] === plural) return [0, 1, 2];
  return node['type'] === number ? [1, 2] : [moment, 1];
}

/** Values with which a text is said in each of its ways: every choice, one and many, and a moment wherever a word may stand. */
export function fillings(text: string): Values[] {
  const names = new Map<string, (string | number)[]>();
  const tree = new IntlMessageFormat(text, 'nl', undefined, { ignoreTag: true }).getAst() as unknown as Json;
  walk(tree, (node) => {
    if (!isObject(node) || ![argument, number, select, plural].includes(Number(node['type']))) return;
    const name = String(node['value']);
    // Chosen by at one place and printed at another: what it is chosen by decides.
    const known = names.get(name) ?? [];
    names.set(name, [
      ...new Set(node['type'] === argument && known.length > 0 ? known : [...known, ...possible(node)]),
    ]);
  });
  return [...names].reduce<Values[]>(
    (all, [name, values]) => all.flatMap((filling) => values.map((value) => ({ ...filling, [name]: value }))),
    [{}],
  );
}

/** What is counted in our texts, as it is said of several. */
const several = [
  ...['mensen', 'personen', 'leerlingen', 'medewerkers', 'antwoorden', 'aanmeldingen', 'opmerkingen', 'vergaderingen'],
  ...[
    'punten',
    'agendapunten',
    'besluiten',
    'signalen',
    'hulplijnen',
    'organisaties',
    'berichten',
    'diensten',
    'dagen',
  ],
  ...['weken', 'uren', 'plaatsen', 'aanbieders', 'people', 'pupils', 'workers', 'answers', 'referrals', 'remarks'],
  ...['meetings', 'points', 'decisions', 'signals', 'help lines', 'organisations', 'messages', 'services', 'days'],
  ...['weeks', 'hours', 'places', 'providers'],
];
const oneAsMany = new RegExp(`(?<![\\p{L}\\d.,–-])1 (?:${several.join('|')})(?!\\p{L})`, 'u');

/** What is wrong with a sentence as it is read, with its values in it. */
export function spokenFaults(told: string, isNeverOne = false): string[] {
  const faults: string[] = [];
  if (/[.?!…]\**\.(?!\.)/.test(told)) faults.push('has two full stops');
  if (/[^\n] {2}| [.,;:?](\s|$)/.test(told) || told.trim() !== told) faults.push('has a space too many');
  if (!isNeverOne && oneAsMany.test(told)) faults.push('says one as many');
  return faults;
}
