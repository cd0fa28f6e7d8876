import { z } from 'zod';
import type { ActionContext, Context } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { Outcome, Refusal, Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { RoundTableFacts } from '../../../contracts/round-table.js';
import type { RoundTableId } from '../../../domain/ids.js';
import { roundTableCards } from '../../../domain/round-table/cards.js';
import {
  decideRoundTable,
  isDone,
  isRoundTableDenied,
  type RoundTableCommand,
  type RoundTableMoment,
} from '../../../domain/round-table/decide.js';
import type { RoundTableEvent } from '../../../domain/round-table/events.js';
import type { RefusalCode } from '../../../domain/refusal.js';
import { currentOf } from '../../../domain/round-table/round-table.js';
import { roundTableRights, type RoundTableAct, type RoundTableDenial } from '../../../domain/round-table/policy.js';
import { caseActor, organisationFor, theClock } from '../case-actor.js';

/** For whom a card of a round table is drawn. */
export const readers = ['clb', 'provider', 'desk'] as const;

/** What a button of a round table carries: which one, and on whose card it stands. */
export const roundTableSubject = z.object({
  roundTableId: id<RoundTableId>(),
  side: z.enum(readers).nullish(),
});

/** A round table on which somebody acts, and the card that was pressed. */
export interface TableFacts extends RoundTableFacts {
  readonly side: (typeof readers)[number] | undefined;
}

/** Loads a round table to act on; refuses with `not-found`. */
export async function loadTable(
  read: Read,
  { roundTableId, side }: z.output<typeof roundTableSubject>,
): Promise<TableFacts | Refusal> {
  const facts = await read.roundTable(roundTableId);
  return facts === null ? { refused: 'not-found' } : { ...facts, side: side ?? undefined };
}

/** The card that shows the present state to who pressed. */
export const present = ({ table, side }: TableFacts): Extract<Reply, { show: string }> =>
  roundTableCards.card.shown({ roundTableId: table.id, side });

/** Who asks, and when. */
export const momentOf = (context: ActionContext, { referral }: TableFacts): RoundTableMoment => ({
  now: context.now,
  calendar: context.calendar,
  actor: caseActor(context.actor, referral),
  by: { personId: context.actor.person.id, organisationId: null },
});

/** What is said of a press that does not fit the moment. */
const refusedAs: Readonly<Record<Exclude<RoundTableDenial, 'side' | 'organiser'>, RefusalCode>> = {
  state: 'outdated',
  begun: 'outdated',
  'not-begun': 'round-table-to-come',
  settled: 'round-table-settled',
};

const refusalOf = (denied: RoundTableDenial, facts: TableFacts): Refusal => {
  const { show: view, with: params } = present(facts);
  if (denied === 'side') return { refused: 'not-yours' };
  if (denied === 'organiser') return { refused: 'only-organiser' };
  return { refused: refusedAs[denied], show: { view, with: params } };
};

/** Whether anything is still to be done with it: the pupil has the place, and no later round table came after it. */
export const isStillOpen = ({ table, referral, roundTables }: RoundTableFacts): boolean =>
  referral.state === 'placed' && currentOf(roundTables)?.id === table.id;

/** Whether one of these acts may be done now: null, or why not. What was done already is let through: it then shows that it is. */
export function mayDo(facts: TableFacts, acts: readonly RoundTableAct[], context: ActionContext): Refusal | null {
  if (!isStillOpen(facts)) return refusalOf('state', facts);
  const { actor } = momentOf(context, facts);
  const verdicts = acts.map((act) => roundTableRights.can(actor, act, facts.table, context.now));
  if (verdicts.some((verdict) => 'side' in verdict)) return null;
  const [first] = verdicts.flatMap((verdict) => ('denied' in verdict ? [verdict.denied] : []));
  if (first === 'state' && acts.some((act) => isDone(facts.table, act))) return null;
  return refusalOf(first ?? 'state', facts);
}

/** Events in the name of the organisation for which somebody acts. */
export const inNameOf = (
  events: readonly RoundTableEvent[],
  { referral }: TableFacts,
  { actor }: ActionContext,
): readonly RoundTableEvent[] =>
  events.map((one) => ({ ...one, organisationId: organisationFor(actor, referral, one.side) }) as RoundTableEvent);

/** An act on one round table: what happens, and the present state as reply. */
export function doIt(facts: TableFacts, command: RoundTableCommand, context: ActionContext): Outcome | Refusal {
  const { table } = facts;
  const decided = decideRoundTable(table, command, momentOf(context, facts));
  if (isRoundTableDenied(decided))
    return isDone(table, command.act) ? { reply: present(facts) } : refusalOf(decided.denied, facts);
  return {
    roundTables: [{ id: table.id, before: table, events: inNameOf(decided, facts, context) }],
    reply: present(facts),
  };
}

/** What the program does with a round table by itself; nothing when the policy or the state does not ask for it. */
export function doByClock({ table }: RoundTableFacts, command: RoundTableCommand, context: Context): Outcome {
  const { now, calendar } = context;
  const by = { personId: null, organisationId: null };
  const decided = decideRoundTable(table, command, { now, calendar, actor: theClock, by });
  return isRoundTableDenied(decided) ? {} : { roundTables: [{ id: table.id, before: table, events: decided }] };
}
