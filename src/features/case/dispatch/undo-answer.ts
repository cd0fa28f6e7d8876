import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import { act, caseSubject, loadCase, mayAct } from '../act-on-case.js';
import { presentAnswer } from './answering.js';
import { fullAsBefore } from './full-service.js';
import { keepNote, type FileFacts } from './refuse-match.js';

/**
 * Ongedaan maken: within 15 minutes, or until the other side has acted. When the service was said to be full with the
 * answer, it is as full as it was before, and its other referrals hear so.
 */
export const undoAnswer = action({
  slug: 'undo-answer',
  subject: caseSubject,
  fields: z.object({}),
  async load(read, subject): Promise<FileFacts | Refusal> {
    const facts = await loadCase(read, subject);
    if (isRefusal(facts)) return facts;
    const caseFile = facts.referral.state === 'no-match' ? await read.caseFile(facts.referral.id) : null;
    return { ...facts, caseFile };
  },
  may: (facts, context) => mayAct(facts, ['undo'], context, presentAnswer(facts)),
  decide(facts, _fields, context): Outcome | Refusal {
    const { referral, service, caseFile } = facts;
    const done = act(facts, { act: 'undo' }, context, presentAnswer(facts));
    if (isRefusal(done) || done.cases?.[0]?.events.length === 0) return done;
    const marking = referral.undo?.marking ?? null;
    const note =
      caseFile?.typed['noMatchNote'] === undefined ? [] : keepNote(facts, null, context.calendar.dayOf(context.now));
    if (marking === null || service === null) return { ...done, changes: note };
    const before = fullAsBefore(service, marking.before, marking.id, context);
    return { ...done, ...before, changes: [...(before.changes ?? []), ...note] };
  },
});
