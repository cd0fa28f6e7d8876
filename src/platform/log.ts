import { pino, type Logger } from 'pino';

/**
 * The log: JSON lines on stdout. It is given ids, codes and counts only; an error is written as its name and stack,
 * because a message may quote what somebody typed.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: errorTrace } });
}

/** Name, code and the places in our code; never the message, which may quote a person. */
export function errorTrace(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim());
  return { error: error.name, code: (error as { code?: unknown }).code, at };
}
