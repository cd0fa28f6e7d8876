import { decideRoundTable, isRoundTableDenied, type RoundTableCommand } from '../../src/domain/round-table/decide.js';
import { foldRoundTable } from '../../src/domain/round-table/evolve.js';
import { roundTableEvent, type RoundTableEvent } from '../../src/domain/round-table/events.js';
import { roundTableActs, roundTablePolicy } from '../../src/domain/round-table/policy.js';
import { organisers, roundTableStates, type RoundTable } from '../../src/domain/round-table/round-table.js';
import type { Side } from '../../src/domain/case/referral.js';
import { calendar, ids, registeredAt } from '../../tests/support/case.js';
import { policyLines, waysOf } from './aggregate-ways.js';
import { arrows, tableRows, type Way } from './ways.js';

const day = 86_400_000;
const id = ids.referral as string as RoundTable['id'];
const startsAt = new Date(registeredAt.getTime() + 10 * day);
const slot = {
  startsAt,
  endsAt: new Date(startsAt.getTime() + 3_600_000),
  venue: 'school' as const,
  location: null,
  url: null,
  invited: ['clb', 'provider'] as const,
};
const clock = { at: registeredAt, side: 'clock' as const, personId: null, organisationId: null };

const wanted = (kind: RoundTable['kind']): RoundTableEvent => {
  const { referral, trail, clb, referrer, provider, service } = ids;
  const facts = {
    ...{ referralId: referral, trailId: trail, clbId: clb, referrerId: referrer },
    ...{ providerId: provider, serviceId: service, kind },
  };
  return roundTableEvent('wanted', { facts: facts as never, organiser: 'clb', planBy: startsAt }, clock);
};

/** What happened to a round table that stands so. */
const before: Readonly<Record<RoundTable['state'], readonly RoundTableEvent[]>> = {
  'to-plan': [],
  planned: [roundTableEvent('planned', slot, clock)],
  held: [roundTableEvent('planned', slot, clock), roundTableEvent('held', {}, clock)],
  dropped: [roundTableEvent('dropped', {}, clock)],
};

const commands: readonly RoundTableCommand[] = [
  { act: 'plan', slot },
  { act: 'cancel', again: true },
  { act: 'cancel', again: false },
  { act: 'note-held' },
  { act: 'note-not-held' },
  { act: 'drop' },
];

/** Where an act leads from a state, when this side may do it, before or after the moment itself. */
function leads(state: RoundTable['state'], side: Side, command: RoundTableCommand): string[] {
  const table = { ...foldRoundTable(null, [wanted('interim'), ...before[state]], id), organiser: organiserFor(side) };
  const actor = { sides: [side], isAuthor: false };
  const by = { personId: null, organisationId: null };
  return [registeredAt, slot.endsAt].flatMap((now) => {
    const decided = decideRoundTable(table, command, { now, calendar, actor, by });
    return isRoundTableDenied(decided) ? [] : [foldRoundTable(table, decided).state];
  });
}

const ways = (): Way[] => [
  { from: 'new', act: 'place', to: 'to-plan', by: ['clock'], rule: 'R10: a pupil has a place' },
  { from: 'new', act: 'plan-next', to: 'planned', by: ['clb', 'provider', 'desk'], rule: 'R15: interim or closing' },
  ...waysOf({ states: roundTableStates, commands, policy: roundTablePolicy }, leads),
];

const organiserFor = (side: string): RoundTable['organiser'] => organisers.find((one) => one === side) ?? 'clb';

/** The part of docs/states.md on round tables. */
export const drawRoundTableStates = (): string => `
## A round table

Asked for when a pupil has a place (\`src/domain/round-table/placing.ts\`), dropped when the place ends. Calling off a first
one always asks for another moment; of the others it is asked. Drawn in the same way.

\`\`\`mermaid
stateDiagram-v2
${arrows(ways(), []).join('\n')}
\`\`\`

| from | act | to | by | rule |
|---|---|---|---|---|
${tableRows(ways()).join('\n')}
`;

/** The part of docs/policy.md on round tables. */
export const drawRoundTablePolicy = (): string => `
## Round tables

From \`src/domain/round-table/policy.ts\`, by the same evaluator (\`src/domain/case/policy-table.ts\`).

Conditions: \`organises\` this side organises it · \`to-come\` before the moment itself · \`begun\` from the moment itself on.

| act | by | in | when | rule |
|---|---|---|---|---|
${policyLines(roundTableActs, roundTablePolicy, roundTableStates)}
`;
