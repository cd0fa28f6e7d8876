import { drawRoundTablePolicy } from './round-table-page.js';
import { drawInquiryPolicy } from './inquiry-page.js';
import { drawTrajectoryPolicy } from './trajectory-page.js';
import { acts, policy, type CasePolicyRow as PolicyRow } from '../../src/domain/case/policy.js';
import { referralStates } from '../../src/domain/case/states.js';

const who = (row: PolicyRow): string => row.by.join(', ');

const where = ({ in: states }: PolicyRow): string => {
  if (states.length === referralStates.length) return 'every state';
  const missing = referralStates.filter((state) => !states.includes(state));
  return missing.length === 1 ? `every state but ${missing[0]}` : states.join(', ');
};

const line = (row: PolicyRow): string =>
  `| ${row.act} | ${who(row)} | ${where(row)} | ${row.when.join(', ') || '–'} | ${row.rule} |`;

/** The page docs/policy.md: who may do and see what, drawn from the table that guards every act and draws every button. */
export const drawPolicy = (): string => `# Who may do and see what

Drawn from \`src/domain/case/policy.ts\` by \`npm run states:draw\`; a test fails when this page is not current. The same
table guards each act (\`can\`) and draws the buttons of each card (\`allowedActs\`): what a card offers and what an act
accepts cannot differ. \`clb\` is the referrer's CLB, \`provider\` the addressed provider, \`desk\` the referral desk (also in
somebody's name), \`clock\` the program by itself.

Conditions: \`author\` the referrer in person · \`undo-open\` within 15 minutes and before the other side has acted ·
\`own-answer\` given by this side · \`received\` the provider has it (the desk always) · \`delivered\` it was received ·
\`asked\` a question waits for this side (of the desk: any) · \`has-asked\` a question of this side waits ·
\`only-start\` no other referral of the trail has a place · \`beside\` one has, and it was not answered yet ·
\`checked\` the CLB is asked whether its place on the list is needed · \`left-list\` it left a list in the last two weeks.

| act | by | in | when | rule |
|---|---|---|---|---|
${acts.flatMap((act) => policy.filter((row) => row.act === act).map(line)).join('\n')}
${drawRoundTablePolicy()}${drawTrajectoryPolicy()}${drawInquiryPolicy()}`;
