import { deliveryPolicy, patience, type PolicyRow } from '../../src/platform/outbox/delivery-policy.js';

const line = ({ on, when, then, why }: PolicyRow): string =>
  `| ${on.length === 4 ? 'every call' : on.join(', ')} | ${when} | ${then.join(' → ')} | ${why} |`;

/** The page docs/delivery.md: what is done with a message that Teams did not take, drawn from the table that decides it. */
export const drawDelivery = (): string => `# What is done with a message that Teams does not take

Drawn from \`src/platform/outbox/delivery-policy.ts\` by \`npm run states:draw\`; a test fails when this page is not current.
Every failed call is judged by this table and by nothing else; the first row that fits counts. The same trouble again in a row is the next step, the last
one as long as it lasts; anything else that happens in between begins anew.

| call | Teams answers | what is done | why |
|---|---|---|---|
${deliveryPolicy.map(line).join('\n')}

\`wait\` nothing was sent, and it is not a try · \`again\` later, each time later (2 s, doubled up to five minutes, or as long as Teams asks) ·
\`look-again\` once more after half a minute · \`repost\` the post is made anew · \`own-post\` as a post of its own, not under another ·
\`without-mention\` the same without calling anybody by name · \`desk:…\` before the desk, with that reason.

## Patience

\`again\` has an end only where others get through: a message is put before the desk (\`not-delivered\`) when it was tried for ${patience.hours} hours and failed ${patience.tries} times
while the same address of Teams took something else in between. Its age says nothing: a message that waited behind another for days was not tried
yet. While nothing at all is taken there, nothing is given up, however long it lasts, and order is kept.
`;
