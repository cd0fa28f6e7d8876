import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import { can } from '../../../domain/case/policy.js';
import { act, caseSubject } from '../act-on-case.js';
import { caseActor } from '../case-actor.js';
import { loadAsking, presentOf, type AskingFacts } from './question-facts.js';
import { caseViews } from '../case-views.js';

/** Vraag lezen: what was asked and answered, for this one person, written to the read log. Whoever may open the file may. */
export const openQuestions = action({
  slug: 'open-questions',
  opensPersonal: true,
  subject: caseSubject,
  fields: z.object({}),
  load: loadAsking,
  may(facts: AskingFacts, { actor, now }: ActionContext): Refusal | null {
    const who = caseActor(actor, facts.referral);
    if ('side' in can(who, 'open-file', facts.referral, now)) return null;
    if ('denied' in can(who, 'see-offer', facts.referral, now)) return { refused: 'not-yours' };
    const { show: view, with: params } = presentOf(facts);
    return { refused: 'file-closed', show: { view, with: params } };
  },
  decide(facts, _fields, context) {
    const { way, referral } = facts;
    const shown = { referralId: referral.id, ...(way.why === null ? {} : { why: way.why }) };
    const reply = caseViews.openedQuestions.shown(shown);
    return act(facts, { act: 'open-file', what: 'questions' }, context, reply);
  },
});
