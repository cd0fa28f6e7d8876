import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import { can } from '../../../domain/case/policy.js';
import { schoolCards } from '../../../domain/trajectory/cards.js';
import { isOpenMessage } from '../../../domain/trajectory/school-message.js';
import { act } from '../act-on-case.js';
import { caseActor } from '../case-actor.js';
import { loadMessage, onMessage, presentMessage, schoolSubject, type SchoolFacts } from './school-facts.js';

/** Lezen: what was written for the school, for this one person, written to the read log. The provider as long as it is open. */
export const openSchoolMessage = action({
  slug: 'open-school-message',
  opensPersonal: true,
  subject: schoolSubject,
  fields: z.object({}),
  load: loadMessage,
  may(facts: SchoolFacts, { actor, now }: ActionContext): Refusal | null {
    const { show: view, with: params } = presentMessage(facts);
    const verdict = can(caseActor(actor, facts.referral), 'open-school', facts.referral, now);
    if ('denied' in verdict) return { refused: 'not-yours' };
    return verdict.side === 'provider' && !isOpenMessage(facts.message)
      ? { refused: 'file-closed', show: { view, with: params } }
      : null;
  },
  decide: (facts, _fields, context) =>
    act(facts, { act: 'open-school' }, context, schoolCards.opened.shown(onMessage(facts))),
});
