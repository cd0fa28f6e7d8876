import { z } from 'zod';

/**
 * The schema of an id that comes from outside: a uuid, branded as the id of one kind of thing. `error` is the code of the
 * sentence that tells what is wrong.
 */
export const id = <T extends string>(error?: string): z.ZodType<T, string> =>
  z.uuid(error === undefined ? undefined : { error }).transform((value) => value as string as T);
