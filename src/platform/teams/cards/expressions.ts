import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Constant, Expression, ExpressionFunctions, type ExpressionEvaluator } from 'adaptive-expressions';
import versions from 'adaptive-expressions/package.json' with { type: 'json' };
import { Template } from 'adaptivecards-templating';
import { isObject, type Json, type JsonObject } from './json-tree.js';

/** A constant (none is `undefined`), or what is done with the nodes at these places, which stand before it. */
type Node = readonly [0, Json?] | readonly [string, ...number[]];

interface Kept {
  readonly version: string;
  readonly nodes: readonly Node[];
  /** By the text of the template. */
  readonly texts: Readonly<Record<string, number>>;
}

const evaluators = ExpressionFunctions.standardFunctions;
const nothing: Kept = { version: versions.version, nodes: [], texts: {} };

/**
 * The texts of templates with what the template language makes of them. To parse those of all cards takes most of a second and 60 MB, so
 * what was parsed before is kept in a file: under the text itself and the version of the language, so that it cannot be of
 * another card. A text that does not stand there is parsed.
 */
export class Expressions {
  readonly #made: (Expression | undefined)[] = [];
  readonly #met = new Map<string, Expression>();
  #parsed = 0;

  private constructor(private readonly kept: Kept) {}

  /** What was kept; nothing when there is no such file, or one of another version. */
  static from(file: string): Expressions {
    return new Expressions(keptIn(file));
  }

  static none = (): Expressions => new Expressions(nothing);

  /** A template of which all texts are parsed. Raises what the language raises for one that it does not know. */
  templateOf(source: JsonObject): Template {
    return Object.assign(new Template({}), { _preparedPayload: this.#prepared(source) });
  }

  /** How many texts were parsed here, because they were not kept. */
  get parsed(): number {
    return this.#parsed;
  }

  /** Keeps what was met here, and nothing else. Where nothing can be written, the next start parses again. */
  keep(file: string): void {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(written(this.#met)));
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // A folder that is only read.
    }
  }

  /** What a text means; the text itself when nothing in it is to be worked out. */
  of(text: string): Expression | string {
    if (!text.includes('${')) return text;
    const made = this.#met.get(text) ?? this.#kept(text) ?? this.#parse(text);
    if (typeof made !== 'string') this.#met.set(text, made);
    return made;
  }

  #prepared(node: Json): unknown {
    if (typeof node === 'string') return this.of(node);
    if (Array.isArray(node)) return node.map((item) => this.#prepared(item));
    if (!isObject(node)) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, this.#prepared(value)]));
  }

  #parse(text: string): Expression | string {
    this.#parsed += 1;
    return Template.parseInterpolatedString(text);
  }

  #kept(text: string): Expression | undefined {
    const place = Object.hasOwn(this.kept.texts, text) ? this.kept.texts[text] : undefined;
    return place === undefined ? undefined : this.#at(place);
  }

  /** What is the same is made once: an expression holds nothing of who works it out. */
  #at(place: number): Expression {
    return (this.#made[place] ??= this.#make(this.kept.nodes[place]));
  }

  #make(node: Node | undefined): Expression {
    if (node === undefined || node[0] === 0) return new Constant(node?.[1]);
    const [type, ...children] = node;
    return new Expression(type, evaluatorOf(type), ...children.map((at) => this.#at(at)));
  }
}

function evaluatorOf(type: string): ExpressionEvaluator {
  const evaluator = evaluators.get(type);
  if (evaluator === undefined) throw new Error(`The template language has no ${type}.`);
  return evaluator;
}

function keptIn(file: string): Kept {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.version === versions.version ? kept : nothing;
  } catch {
    return nothing;
  }
}

/** Each node once, after those that it is made of. A text with a function that the language does not know is left out. */
function written(met: ReadonlyMap<string, Expression>): Kept {
  const nodes: Node[] = [];
  const places = new Map<string, number>();
  const place = (one: Expression): number => {
    const node: Node =
      one instanceof Constant
        ? one.value === undefined
          ? [0]
          : [0, one.value as Json]
        : [one.type, ...one.children.map(place)];
    const name = JSON.stringify(node);
    const known = places.get(name) ?? nodes.push(node) - 1;
    places.set(name, known);
    return known;
  };
  const texts = [...met].filter(([, one]) => isKnown(one)).map(([text, one]) => [text, place(one)] as const);
  return { version: versions.version, nodes, texts: Object.fromEntries(texts) };
}

const isKnown = (one: Expression): boolean =>
  one instanceof Constant || (evaluators.get(one.type) === one.evaluator && one.children.every(isKnown));
