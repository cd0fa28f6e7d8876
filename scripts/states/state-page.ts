import type { Row } from './transitions.js';

/** Acts that go out from nearly everywhere; as arrows they would hide the way. */
const EVERYWHERE = ['withdraw', 'undo', 'correct', 'refer-on'];

/** The page docs/states.md: a diagram and a table, drawn from the rows only, so that it can never say something else. */
export function drawStates(transitions: readonly Row[]): string {
  return `# The states of a referral

Drawn by trying every act in every state from every side (\`npm run states:draw\`); a test fails when this page is not
current. What each state knows stands in \`src/domain/case/states.ts\`, who may do what in [policy.md](policy.md).
Withdrawing, undoing, correcting and referring on are possible from many states: they stand in the table, not in the
diagram.

\`\`\`mermaid
stateDiagram-v2
${arrows(transitions).join('\n')}
\`\`\`

| from | act | to | by | rule |
|---|---|---|---|---|
${tableRows(transitions).join('\n')}
`;
}

/** Mermaid takes no dash in the name of a state. */
const node = (state: string): string => (state === 'new' ? '[*]' : state.replaceAll('-', '_'));

function arrows(transitions: readonly Row[]): string[] {
  const drawn = transitions.filter(({ act }) => !EVERYWHERE.includes(act));
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
function tableRows(transitions: readonly Row[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { from, act, to, by, rule } of transitions) {
    const rest = `${act} | ${to} | ${by.join(', ')} | ${rule} |`;
    lines.set(rest, [...(lines.get(rest) ?? []), from]);
  }
  return [...lines].map(([rest, from]) => `| ${from.join(', ')} | ${rest}`);
}
