import { alsoFor, doingsFor, explanations, refersElsewhere, type Audience } from './audience.js';
import type { Doing } from '../../contracts/doings.js';
import { nearness } from './understanding/understand.js';

export interface Nearest {
  /** Two things this person can do, the nearest to what was typed first. */
  readonly doings: readonly Doing[];
  /** Whether anything in what was typed came near to a thing. */
  readonly known: boolean;
}

/** The two things, of those this person can do, that come nearest to what was typed; the likeliest when nothing does. */
export function nearestDoings(said: string, who: Audience): Nearest {
  const near = nearness(said);
  const likeliest = [...doingsFor(who), ...(refersElsewhere(who) ? (['start-intake'] as const) : []), 'say-help'];
  const can = [...new Set<Doing>([...(likeliest as Doing[]), ...alsoFor(who), ...explanations, 'tell-danger'])];
  const points = (doing: Doing): number => near.get(doing) ?? 0;
  const doings = [...can].sort((one, other) => points(other) - points(one)).slice(0, 2);
  return { doings, known: doings.some((one) => points(one) > 0) };
}
