import type { Action } from '../../contracts/action.js';

export interface Command {
  readonly action: Action;
  readonly subject: Readonly<Record<string, string>>;
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The action that typed words start. The longest command counts, in any of the languages; what follows goes to the
 * action's `rest`. A command without `rest` must be the whole sentence, so that talk is not taken for an order.
 */
export function commandIn(actions: readonly Action[], text: string): Command | null {
  const said = folded(text);
  const candidates = actions.flatMap((action) =>
    [...(action.words?.nl ?? []), ...(action.words?.en ?? [])].map((words) => ({ action, words: folded(words) })),
  );
  const fits = candidates.filter(
    ({ action, words }) => said === words || (action.words?.rest !== undefined && said.startsWith(`${words} `)),
  );
  const best = fits.sort((a, b) => b.words.length - a.words.length)[0];
  if (best === undefined) return null;
  const rest = best.action.words?.rest;
  return { action: best.action, subject: rest === undefined ? {} : { [rest]: restOf(text, best.words) } };
}

/** What follows the command, as it was typed. */
const restOf = (text: string, words: string): string =>
  text.trim().split(/\s+/).slice(words.split(' ').length).join(' ');
