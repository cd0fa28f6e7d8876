import { sides, type Side } from '../../src/domain/case/referral.js';
import type { Way } from './ways.js';

/** A row of the policy of some kind of aggregate. */
export interface PolicyLine {
  readonly act: string;
  readonly by: readonly string[];
  readonly in: readonly string[];
  readonly when: readonly string[];
  readonly rule: string;
}

const ruleOf = (policy: readonly PolicyLine[], act: string, state: string, side: string): string =>
  policy.find((row) => row.act === act && row.by.includes(side) && row.in.includes(state))?.rule ?? '';

/**
 * Every way from state to state of a kind of aggregate, found by trying every command in every state from every side. `leads`: the
 * states it leads to, none where this side may not.
 */
export function waysOf<State extends string, Command extends { readonly act: string }>(
  kind: {
    readonly states: readonly State[];
    readonly commands: readonly Command[];
    readonly policy: readonly PolicyLine[];
  },
  leads: (state: State, side: Side, command: Command) => readonly string[],
): Way[] {
  const found = new Map<string, Way>();
  for (const from of kind.states)
    for (const side of sides)
      for (const command of kind.commands)
        for (const to of leads(from, side, command)) {
          const { act } = command;
          const key = `${from} ${act} ${to}`;
          const way = found.get(key) ?? { from, act, to, by: [], rule: ruleOf(kind.policy, act, from, side) };
          found.set(key, way.by.includes(side) ? way : { ...way, by: [...way.by, side] });
        }
  return [...found.values()];
}

/** The rows of a policy as lines of a table, in the order of its acts. */
export const policyLines = (
  acts: readonly string[],
  policy: readonly PolicyLine[],
  states: readonly string[],
): string =>
  acts
    .flatMap((act) => policy.filter((row) => row.act === act))
    .map(({ act, by, in: some, when, rule }) => {
      const where = some.length === states.length ? 'every state' : some.join(', ');
      return `| ${act} | ${by.join(', ')} | ${where} | ${when.join(', ') || '–'} | ${rule} |`;
    })
    .join('\n');
