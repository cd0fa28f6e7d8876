import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { act, caseSubject, loadCase, mayAct } from '../act-on-case.js';
import { deskCard } from './deliver-now.js';

/** Gebeld: the desk has told the provider by phone; from now on it has the referral and the term for contact runs (R9). */
export const notePhoned = action({
  slug: 'note-phoned',
  subject: caseSubject,
  fields: z.object({}),
  load: loadCase,
  may: (facts, context) => mayAct(facts, ['note-phoned'], context, deskCard(facts)),
  decide: (facts, _fields, context) => act(facts, { act: 'note-phoned' }, context, deskCard(facts)),
});
