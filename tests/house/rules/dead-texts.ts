import ts from 'typescript';
import type { JsonObject } from '../../../src/platform/teams/cards/json-tree.js';
import { hostPaths } from './text-rules.js';

/** What programs hold, and what their templates can make: '`room.${code}.word`' is ['room.', '.word']. */
interface Said {
  /** Every word that a program holds as a string or as the name of a property: what a computed part of a path can be. */
  readonly words: ReadonlySet<string>;
  readonly paths: readonly (readonly string[])[];
  /** Templates of a word: '`${field}-missing`'. */
  readonly made: readonly (readonly string[])[];
}

interface Card {
  readonly feature: string;
  readonly slug: string;
  readonly source: JsonObject;
}

/** 'choices.agreed' stands in a path as two steps. */
const stepsOf = (text: string): readonly string[] => (/^[\w-]+(\.[\w-]+)+$/.test(text) ? text.split('.') : []);

/** Reads strings, names of properties and templates from the programs. */
export function saidIn(files: readonly { readonly path: string; readonly content: string }[]): Said {
  const words = new Set<string>();
  const templates: (readonly string[])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) for (const word of [node.text, ...stepsOf(node.text)]) words.add(word);
    if (ts.isTemplateExpression(node))
      templates.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]);
    const name = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) ? node.name : null;
    if (name !== null && (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)))
      words.add(name.text);
    if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) words.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  for (const { path, content } of files) visit(ts.createSourceFile(path, content, ts.ScriptTarget.Latest));
  /** A path has a dot, and words of its own: '`${one}.${other}`' could be anything. */
  const isPath = (parts: readonly string[]): boolean => parts.some((part) => /\.\w|\w\./.test(part));
  return {
    words,
    paths: templates.filter(isPath),
    made: templates.filter(
      (parts) => !parts.some((part) => part.includes('.')) && parts.some((part) => /[\w-]{3,}/.test(part)),
    ),
  };
}

/** The labels that the cards bind, as whole keys; one that ends in `.` goes on with a computed key. */
export const boundBy = (cards: readonly Card[]): string[] =>
  cards.flatMap(({ feature, slug, source }) =>
    hostPaths(source).map((path) => (path.startsWith('common.') ? `common.${path}` : `${feature}.${slug}.${path}`)),
  );

const patternsOf = (templates: readonly (readonly string[])[]): RegExp[] =>
  [...new Set(templates.map((parts) => parts.map(escaped).join('(.+?)')))].map((pattern) => new RegExp(`^${pattern}$`));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Texts that no card binds, no program names and no program can make a path to. */
export function deadTexts(keys: readonly string[], { words, paths, made }: Said, bound: readonly string[]): string[] {
  const exact = new Set(bound.filter((path) => !path.endsWith('.')));
  const begun = bound.filter((path) => path.endsWith('.'));
  const [ofPaths, ofWords] = [patternsOf(paths), patternsOf(made)];
  const isWord = (step: string): boolean =>
    words.has(step) ||
    ofWords.some((pattern) =>
      pattern
        .exec(step)
        ?.slice(1)
        .every((part) => words.has(part)),
    );
  const isPart = (part: string): boolean => words.has(part) || part.split('.').every(isWord);
  const isMade = (key: string): boolean => ofPaths.some((pattern) => pattern.exec(key)?.slice(1).every(isPart));
  const isUsed = (key: string): boolean =>
    exact.has(key) || words.has(key) || begun.some((path) => key.startsWith(path)) || isMade(key);
  return keys.filter((key) => !isUsed(key));
}
