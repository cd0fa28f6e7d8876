import { dirname, join } from 'node:path';
import type { SourceFile } from './source-rules.js';

const imported = /(?:from|import)\s+'(\.[^']+)'/g;

/** Which folders each folder looks into, by the relative imports of its own files; a subfolder is a folder of its own. */
function lookingInto(files: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const into = new Map<string, Set<string>>();
  for (const { path, content } of files) {
    const own = dirname(path);
    const others = [...content.matchAll(imported)].map(([, spec = '']) => dirname(join(own, spec)));
    into.set(own, new Set([...(into.get(own) ?? []), ...others.filter((other) => other !== own)]));
  }
  return into;
}

/** All folders that one leads to, step by step. */
function reachedFrom(start: string, into: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const one of into.get(next) ?? [])
      if (!reached.has(one)) {
        reached.add(one);
        open.push(one);
      }
  return reached;
}

/** Folders that lead back to themselves, with the folders on the way: `domain ↔ domain/case`. */
export function folderCircles(files: readonly SourceFile[]): string[] {
  const into = lookingInto(files);
  const reach = new Map([...into.keys()].map((folder) => [folder, reachedFrom(folder, into)]));
  const circles = [...reach].flatMap(([folder, reached]) => {
    if (!reached.has(folder)) return [];
    const round = [...reached].filter((other) => reach.get(other)?.has(folder) === true);
    return [round.toSorted().join(' ↔ ')];
  });
  return [...new Set(circles)];
}
