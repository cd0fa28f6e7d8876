import type { ActionContext } from '../../contracts/action.js';
import type { CaseChange } from '../../contracts/case.js';
import { decide, isDenied, type CaseCommand } from '../../domain/case/decide/index.js';
import type { Referral } from '../../domain/case/referral.js';
import { caseActor, organisationFor } from './case-actor.js';

/** A referral of a list as a decision looks at it: what happens to a place on a list asks nothing of its service. */
export const onList = (referral: Referral) => ({
  referral,
  service: null,
  hasChannel: false,
  coordinatorId: null,
  last: null,
});

/** What one answer on the card of a whole list does to its referral; none when somebody else has answered meanwhile. */
export function changesOf(referral: Referral, command: CaseCommand, context: ActionContext): CaseChange[] {
  const { actor, now, calendar, settings } = context;
  const by = { personId: actor.person.id, organisationId: null };
  const moment = { now, calendar, settings, actor: caseActor(actor, referral), by };
  const decided = decide(onList(referral), command, moment);
  if (isDenied(decided)) return [];
  const events = decided.map((one) => ({ ...one, organisationId: organisationFor(actor, referral, one.side) }));
  return [{ id: referral.id, before: referral, events }];
}
