import { pino, type DestinationStream, type LogFn, type Logger } from 'pino';
import { isError, traceOf } from './error-trace.js';

/**
 * The log: JSON lines on stdout. It is given ids, codes and counts only. An error may be given as it is, under any name:
 * what is written of it is its trace, because its message may quote what somebody typed.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  // Ten frames, as V8 keeps by itself, are often all of the database's: none of ours would be among them.
  Error.stackTraceLimit = 50;
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Before pino sees anything: its serializers know errors by the name of one key, and it takes over their message.
      hooks: {
        logMethod(args, method) {
          const [fields, ...values] = args;
          method.apply(this, [traced(fields), ...values.map(traceIfError)] as Parameters<LogFn>);
        },
      },
    },
    destination,
  );
}

const traceIfError = (value: unknown) => (isError(value) ? traceOf(value) : value);

/** Under `error` stands what was thrown: when that is no error but a text, the text is not told either. */
function traced(fields: unknown): unknown {
  if (isError(fields)) return { error: traceOf(fields) };
  if (typeof fields !== 'object' || fields === null) return fields;
  const told = Object.entries(fields).map(([key, value]) => [key, traceIfError(value)]);
  const { error } = fields as { error?: unknown };
  return { ...Object.fromEntries(told), ...(error === undefined ? {} : { error: traceOf(error) }) };
}
