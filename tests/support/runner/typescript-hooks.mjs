import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import options from './swc-options.json' with { type: 'json' };

const jestGlobals = new URL('./jest-globals.mjs', import.meta.url).href;
const ours = (url) => url.protocol === 'file:' && !url.pathname.includes('/node_modules/');

/** `./x.js` is `./x.ts` where that exists, as the compiler has it; `@jest/globals` is what the runner hands out. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: jestGlobals, shortCircuit: true };
  if (!/^(\.|\/|file:)/.test(specifier)) return next(specifier, context);
  const url = new URL(specifier, context.parentURL);
  if (!ours(url)) return next(specifier, context);
  if (url.pathname.endsWith('.js')) {
    const source = new URL(url);
    source.pathname = url.pathname.replace(/js$/, 'ts');
    if (existsSync(fileURLToPath(source))) return { url: source.href, shortCircuit: true };
  }
  return url.pathname.endsWith('.ts') ? { url: url.href, shortCircuit: true } : next(specifier, context);
}

/** TypeScript of ours, with its types taken away. */
export async function load(address, context, next) {
  const url = new URL(address);
  if (!ours(url) || !url.pathname.endsWith('.ts')) return next(address, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...options, filename, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
