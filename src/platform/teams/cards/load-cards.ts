import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { CardJson } from '../../../contracts/turn.js';
import { once } from '../../../lib/once.js';
import { CardError } from './card-error.js';
import { checkTemplate } from './check-template.js';
import { completeTemplate } from './complete-template.js';
import { finish, shield } from './finish-card.js';
import { inviteToChoose, markNeeded, wrongStrip } from './form-look.js';
import { unfold } from './unfold.js';
import type { Needed } from '../../../contracts/needed-fields.js';
import { Expressions } from './expressions.js';
import { includeParts } from './include-parts.js';
import { typedObjects, walk, type Json, type JsonObject } from './json-tree.js';

/** Teams takes a message of 28 KB; the envelope around the card gets one. */
export const MAX_CARD_BYTES = 27_000;
const PARTS = '_parts';

export interface CardContents {
  /** The data of the view or form: what `${…}` binds to. Plain JSON; null means "not there". */
  readonly root: object;
  /** The card's own text section, with `common`: what `${$host.…}` binds to. */
  readonly host: object;
  /** A sentence on top of the card. */
  readonly note?: string;
  /** Of a form: what must be filled in. */
  readonly needed?: Needed;
}

interface Loaded {
  readonly feature: string;
  readonly source: JsonObject;
  readonly template: () => Template;
  /** There is something to fill in on it. */
  readonly isForm: boolean;
}

/** When templates are compiled: all at once (checks), or each when it is first drawn, as the program does: a second less to start. */
export type Compiling = 'at-once' | 'when-drawn';

/** All cards of the house. */
export class Cards {
  constructor(private readonly loaded: ReadonlyMap<string, Loaded>) {}

  /** The slugs of all cards. */
  get slugs(): string[] {
    return [...this.loaded.keys()];
  }

  has(slug: string): boolean {
    return this.loaded.has(slug);
  }

  /** Compiles what was not drawn yet, one card after another; between two of them `turn` lets others go first. */
  async warmUp(turn: () => Promise<void>): Promise<void> {
    for (const { template } of this.loaded.values()) {
      await turn();
      template();
    }
  }

  /** The folder a card stands in. Raises CardError when there is no such card. */
  featureOf(slug: string): string {
    return this.find(slug).feature;
  }

  /** The template as it is compiled: parts included, completed. For checks. */
  sourceOf(slug: string): JsonObject {
    return this.find(slug).source;
  }

  /** Draws a card. Raises CardError (slug and path, never a value) for an open binding or a card that is too large. */
  render(slug: string, contents: CardContents): CardJson {
    const { template, source, isForm } = this.find(slug);
    const context = { $root: shield(contents.root, slug, ''), $host: shield(contents.host, slug, '$host') };
    const card = finish(expand(template(), source, context, slug), slug);
    const above = [noteBox(contents.note), wrongStrip(card, contents.root, contents.host)];
    if (isForm) asForm(card, contents);
    card['body'] = [...above.filter((one) => one !== null), ...((card['body'] as Json[] | undefined) ?? [])];
    const bytes = Buffer.byteLength(JSON.stringify(card));
    if (bytes > MAX_CARD_BYTES) throw new CardError(slug, '', `is ${bytes} bytes, at most ${MAX_CARD_BYTES}`);
    return card;
  }

  private find(slug: string): Loaded {
    const card = this.loaded.get(slug);
    if (!card) throw new CardError(slug, '', 'there is no such card');
    return card;
  }
}

/** What a form says beside its template: what must be filled in, where one chooses, what is folded and wrong. Changes the card. */
function asForm(card: JsonObject, { root, host, needed }: CardContents): void {
  markNeeded(card, needed, host);
  inviteToChoose(card, host);
  unfold(card, root);
}

const noteBox = (note: string | undefined): Json | null =>
  note
    ? { type: 'Container', style: 'emphasis', bleed: true, items: [{ type: 'TextBlock', text: note, wrap: true }] }
    : null;

type Context = { $root: unknown; $host: unknown };

function expand(template: Template, source: JsonObject, context: Context, slug: string): Json {
  try {
    return template.expand(context as never) as Json;
  } catch {
    throw new CardError(slug, unworkable(source, context), 'an expression cannot be worked out (null in a sentence?)');
  }
}

/** Looks for the text that cannot be expanded, one by one; only when something is wrong. Loops are not entered. */
function unworkable(source: JsonObject, context: Context): string {
  const paths: string[] = [];
  walk(source, (node, path) => {
    if (typeof node !== 'string' || !node.includes('${')) return;
    try {
      new Template({ text: node }).expand(context as never);
    } catch {
      paths.push(path);
    }
  });
  return paths.join(', ');
}

/**
 * Reads, completes and checks every `<feature>/<slug>.json` of a folder, once, at start; compiles them too when asked.
 * Raises CardError naming the file and the reason: a broken card stops the start, not a conversation. (That its expressions are
 * right is held by the tests of the house, which compile all.)
 */
export function loadCards(
  directory: string,
  compiling: Compiling = 'at-once',
  expressions: Expressions = Expressions.none(),
): Cards {
  const parts = new Map(jsonFiles(join(directory, PARTS)).map(({ slug, file }) => [slug, readJson(file)]));
  const loaded = new Map<string, Loaded>();
  for (const feature of folders(directory).filter((name) => name !== PARTS)) {
    for (const { slug, file } of jsonFiles(join(directory, feature))) {
      const twice = loaded.get(slug);
      if (twice) throw new CardError(file, '', `the slug is also in ${twice.feature}`);
      const source = complete(readJson(file), parts, file);
      const template = once(() => templateOf(source, file, expressions));
      if (compiling === 'at-once') template();
      const isForm = typedObjects(source).some(({ node }) => node.type.startsWith('Input.'));
      loaded.set(slug, { feature, source, template, isForm });
    }
  }
  return new Cards(loaded);
}

/** Includes the parts, checks, completes and compiles one template. */
export function compile(
  json: Json,
  parts: ReadonlyMap<string, Json>,
  file: string,
): { source: JsonObject; template: Template } {
  const source = complete(json, parts, file);
  return { source, template: templateOf(source, file, Expressions.none()) };
}

function complete(json: Json, parts: ReadonlyMap<string, Json>, file: string): JsonObject {
  const whole = includeParts(json, parts, file);
  checkTemplate(whole, file);
  return completeTemplate(whole);
}

function templateOf(source: JsonObject, file: string, expressions: Expressions): Template {
  try {
    return expressions.templateOf(source);
  } catch {
    throw new CardError(file, badExpression(source), 'is not an expression the template language knows');
  }
}

function badExpression(source: JsonObject): string {
  let found = '';
  walk(source, (node, path) => {
    if (found !== '' || typeof node !== 'string') return;
    try {
      new Template({ text: node });
    } catch {
      found = path;
    }
  });
  return found;
}

const folders = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

function jsonFiles(directory: string): { slug: string; file: string }[] {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.endsWith('.json') && !name.endsWith('.sample.json'))
    .sort()
    .map((name) => ({ slug: basename(name, '.json'), file: join(directory, name) }));
}

function readJson(file: string): Json {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch (error) {
    throw new CardError(file, '', `cannot be read: ${(error as Error).message}`);
  }
}
