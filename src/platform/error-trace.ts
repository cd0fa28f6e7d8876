import { types } from 'node:util';
import { unbundled } from './bundled-places.js';

/** What may be told of an error: its name, its code, and where in the code it happened. */
export interface ErrorTrace {
  readonly name: string;
  readonly code?: string | number;
  readonly at: readonly string[];
  /** The error behind it, told in the same way. */
  readonly cause?: ErrorTrace;
}

const mostFrames = 12;
const mostCauses = 3;
/** A line of V8's stack: it ends in a place in a file, or in one of V8's own words for "no file". */
const frame = /^\s+at .*(?::\d+:\d+\)?|\((?:<anonymous>|native|index \d+)\))$/;

const ofOthers = /node_modules|[( ]node:|wasm:|<anonymous>\)$/;

/** Also for errors of another realm, which `instanceof` does not know. */
export const isError = (value: unknown): value is Error => types.isNativeError(value) || value instanceof Error;

/**
 * An error without what a person may have written: never its message, nor fields of its own (PostgreSQL repeats a row in
 * `detail`). Something else that was thrown is told by its type only.
 */
export function traceOf(error: unknown, causes = mostCauses): ErrorTrace {
  if (!isError(error)) return { name: typeof error, at: [] };
  const code = codeOf(error);
  return {
    name: isWord(error.name) ? error.name : 'Error',
    ...(code === undefined ? {} : { code }),
    at: framesOf(error),
    ...(isError(error.cause) && causes > 0 ? { cause: traceOf(error.cause, causes - 1) } : {}),
  };
}

const isWord = (value: unknown): value is string => typeof value === 'string' && /^[\w.-]{1,60}$/.test(value);

function codeOf(error: Error): string | number | undefined {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'number' || isWord(code) ? code : undefined;
}

/** Where it was thrown, and then the places in our own code that led there. */
function framesOf(error: Error): string[] {
  const [first, ...rest] = allFrames(error);
  const ours = rest.filter((line) => !ofOthers.test(line));
  return first === undefined ? [] : [first, ...(ours.length > 0 ? ours : rest)].slice(0, mostFrames);
}

/** The stack repeats the message, which may have lines that look like frames: only what comes after it counts. */
function allFrames({ message, stack = '' }: Error): string[] {
  const told = stack.indexOf(message);
  const lines = (told < 0 ? stack : stack.slice(told + message.length)).split('\n').filter((line) => line !== '');
  const lastOther = lines.findLastIndex((line) => !frame.test(line));
  return lines.slice(lastOther + 1).map((line) => unbundled(line.trim()));
}
