/** One way from a state to another, and who may go it. */
export interface Way {
  readonly from: string;
  readonly act: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly rule: string;
}

/** Mermaid takes no dash in the name of a state. */
const node = (state: string): string => (state === 'new' ? '[*]' : state.replaceAll('-', '_'));

/** The arrows of a diagram; `hidden` acts go out from nearly everywhere and would hide the way. */
export function arrows(transitions: readonly Way[], hidden: readonly string[]): string[] {
  const drawn = transitions.filter(({ act }) => !hidden.includes(act));
  const states = [...new Set(drawn.flatMap(({ from, to }) => [from, to]))].filter((state) => state.includes('-'));
  const labels = new Map<string, string[]>();
  for (const { from, act, to } of drawn) {
    const arrow = `${node(from)} --> ${node(to)}`;
    labels.set(arrow, [...(labels.get(arrow) ?? []), act]);
  }
  return [
    ...states.map((state) => `  state "${state}" as ${node(state)}`),
    ...[...labels].map(([arrow, acts]) => `  ${arrow}: ${acts.join(', ')}`),
  ];
}

/** One line for all states from which an act leads to the same state by the same hands. */
export function tableRows(transitions: readonly Way[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { from, act, to, by, rule } of transitions) {
    const rest = `${act} | ${to} | ${by.join(', ')} | ${rule} |`;
    lines.set(rest, [...(lines.get(rest) ?? []), from]);
  }
  return [...lines].map(([rest, from]) => `| ${from.join(', ')} | ${rest}`);
}
