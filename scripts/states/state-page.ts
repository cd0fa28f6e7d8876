import { drawRoundTableStates } from './round-table-page.js';
import { drawInquiryStates } from './inquiry-page.js';
import { drawTrajectoryStates } from './trajectory-page.js';
import type { Row } from './transitions.js';
import { arrows, tableRows } from './ways.js';

/** Acts that go out from nearly everywhere; as arrows they would hide the way. */
const EVERYWHERE = ['withdraw', 'undo', 'correct', 'refer-on'];

/** The page docs/states.md: a diagram and a table, drawn from the rows only, so that it can never say something else. */
export function drawStates(transitions: readonly Row[]): string {
  return `# The states of a referral

Drawn by trying every act in every state from every side (\`npm run states:draw\`); a test fails when this page is not
current. What each state knows stands in \`src/domain/case/states.ts\`, who may do what in [policy.md](policy.md).
Withdrawing, undoing, correcting and referring on are possible from many states: they stand in the table, not in the
diagram. What each status of a FHIR Task would be among them: [decision 24](decisions/0024-task-statuses.md).

\`\`\`mermaid
stateDiagram-v2
${arrows(transitions, EVERYWHERE).join('\n')}
\`\`\`

| from | act | to | by | rule |
|---|---|---|---|---|
${tableRows(transitions).join('\n')}
${drawRoundTableStates()}${drawTrajectoryStates()}${drawInquiryStates()}`;
}
