import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isRefusal, type Change, type Refusal } from '../../../contracts/outcome.js';
import { noMatchReasons } from '../../../domain/codes.js';
import type { CaseFile } from '../../../domain/draft.js';
import { identityIn } from '../../../domain/intake/index.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { codeWord } from '../../../texts/referral-words.js';
import { act, caseSubject, loadCase, mayAct, type ActFacts } from '../act-on-case.js';
import { formHeader, presentAnswer } from './answering.js';

const longestNote = 1000;

/** A case with its sealed file; null when it was erased: then no note can be kept either. */
export interface FileFacts extends ActFacts {
  readonly caseFile: CaseFile | null;
}

/**
 * Geen match (R12): a reason from the list and, if wanted, a note for the CLB. The note is free text about a pupil: it
 * goes into the sealed case file and is read in the opened file only. Errors: `reason-missing`, `note-too-long`.
 */
export const refuseMatch = action({
  slug: 'refuse-match',
  subject: caseSubject,
  fields: z.object({
    reason: z.enum(noMatchReasons, { error: 'reason-missing' }),
    note: z.string().trim().max(longestNote, { error: 'note-too-long' }).default(''),
  }),
  async load(read, subject): Promise<FileFacts | Refusal> {
    const facts = await loadCase(read, subject);
    return isRefusal(facts) ? facts : { ...facts, caseFile: await read.caseFile(facts.referral.id) };
  },
  may: (facts, context) => mayAct(facts, ['refuse-match'], context, presentAnswer(facts)),
  form: (facts, { actor }, { typed }) => ({
    ...formHeader(facts, actor.language),
    reasons: noMatchReasons.map((code) => ({
      title: codeWord(actor.language, 'no-match-reason', code),
      value: code,
    })),
    typed: { reason: typed['reason'] ?? null, note: typed['note'] ?? null },
  }),
  decide(facts, { reason, note }, context) {
    const command = { act: 'refuse-match', reason, note: note !== '' } as const;
    const given = act(facts, command, context, presentAnswer(facts));
    if (isRefusal(given) || note === '' || given.cases?.[0]?.events.length === 0) return given;
    return { ...given, changes: keepNote(facts, note, context.calendar.dayOf(context.now)) };
  },
});

/** The case file with the provider's note, or without it (null); the pupil stays recognisable for the duplicate check. */
export function keepNote({ referral, caseFile }: FileFacts, note: string | null, today: LocalDate): Change[] {
  if (caseFile === null) return [];
  const typed = Object.fromEntries(Object.entries(caseFile.typed).filter(([field]) => field !== 'noMatchNote'));
  const row = { ...caseFile, typed: note === null ? typed : { ...typed, noMatchNote: note } };
  const identity = referral.target === 'pupil' ? identityIn(typed, today) : null;
  return [{ put: 'caseFile', row, clbId: referral.clbId, identity }];
}
