import type { Formerly } from '../../contracts/action.js';
import { builtInVerbs } from '../../contracts/jobs.js';
import type { Press } from '../../contracts/turn.js';
import type { Registry } from './registry.js';

/** Which key of a press names the form or the view; null when the verb is itself the slug. */
const namedBy: Readonly<Record<string, 'form' | 'view'>> = {
  [builtInVerbs.openForm]: 'form',
  [builtInVerbs.show]: 'view',
};

/**
 * A press on a card that was posted before something was renamed, in today's words: its verb, form or view, and the keys
 * of its data. Any other press is given back as it came.
 */
export function inTodaysWords(press: Press, registry: Pick<Registry, 'action' | 'view'>): Press {
  const key = namedBy[press.verb] ?? null;
  const slug = key === null ? press.verb : String(press.data[key]);
  const part = key === 'view' ? registry.view(slug) : registry.action(slug);
  if (part?.formerly === undefined) return press;
  const data = withTodaysKeys(press.data, part.formerly);
  return key === null ? { ...press, verb: part.slug, data } : { ...press, data: { ...data, [key]: part.slug } };
}

/** What stands under an old key goes to the present one, unless that is there already. */
const withTodaysKeys = (data: Press['data'], { keys = {} }: Formerly): Press['data'] => ({
  ...Object.fromEntries(Object.entries(data).map(([key, value]) => [keys[key] ?? key, value])),
  ...Object.fromEntries(Object.entries(data).filter(([key]) => keys[key] === undefined)),
});
