import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isOf } from '../../../contracts/actor.js';
import { isRefusal, type Notice, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { askPhone } from '../../../contracts/worker-cards.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts, type CaseSubject } from '../act-on-case.js';
import { presentAnswer } from './answering.js';

interface Contact extends ActFacts {
  /** On which number the CLB reaches who takes the case, asked once; empty when that was answered. */
  readonly asks: readonly Notice[];
}

async function load(read: Read, subject: CaseSubject, { actor }: ActionContext): Promise<Contact | Refusal> {
  const facts = await loadCase(read, subject);
  if (isRefusal(facts)) return facts;
  const { id, personalConversationId } = actor.person;
  const takes = isOf(actor, facts.referral.providerId) && personalConversationId !== null;
  return { ...facts, asks: takes ? askPhone(id, await read.worker(id)) : [] };
}

/** Gecontacteerd: one press stops the clock (R9) and takes the case on one's name. */
export const confirmContact = action({
  slug: 'confirm-contact',
  subject: caseSubject,
  fields: z.object({}),
  load,
  may: (facts, context) => mayAct(facts, ['contact'], context, presentAnswer(facts)),
  decide(facts, _fields, context) {
    const outcome = act(facts, { act: 'contact' }, context, presentAnswer(facts));
    const isNew = 'cases' in outcome && outcome.cases?.some(({ events }) => events.length > 0);
    return isNew ? { ...outcome, notices: facts.asks } : outcome;
  },
});
