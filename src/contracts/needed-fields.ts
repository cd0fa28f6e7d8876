import type { z } from 'zod';

/** Which fields of a form must be filled in, and which boxes must be ticked. */
export interface Needed {
  readonly fields: readonly string[];
  readonly ticks: readonly string[];
}

interface Inner {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly in?: { readonly def: Inner };
  readonly innerType?: { readonly def: Inner };
}

/** What a client sends for a field that was left alone: nothing, or an empty text. */
const left = [undefined, ''];
const takes = (field: z.ZodType, value: unknown): boolean => field.safeParse(value).success;

/** Reads from an action's own schema which of its fields cannot be left alone; none of one whose keys are free. */
export function neededFields(schema: z.ZodType): Needed {
  const needed = Object.entries(shapeOf(schema.def as Inner)).filter(
    ([, field]) => !left.some((value) => takes(field, value)),
  );
  return {
    fields: needed.map(([key]) => key),
    ticks: needed.filter(([, field]) => !takes(field, 'false')).map(([key]) => key),
  };
}

const shapeOf = (def: Inner): Readonly<Record<string, z.ZodType>> => {
  if (def.shape) return def.shape;
  const inner = def.in ?? def.innerType;
  return inner ? shapeOf(inner.def) : {};
};
