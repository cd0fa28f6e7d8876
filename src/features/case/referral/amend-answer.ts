import { z } from 'zod';
import { action, type ActionContext, type Filled } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { caseCards } from '../../../domain/case/cards.js';
import type { CaseFile, Typed } from '../../../domain/draft.js';
import {
  answered,
  askedFacts,
  consentBlockersOf,
  faultOf,
  identityIn,
  isAsked,
  meantAt,
  questionIds,
  questionOf,
  readAnswers,
  type Answers,
  type QuestionId,
} from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { factOf } from '../../../texts/answer-words.js';
import { texts } from '../../../texts/index.js';
import {
  caseSubject,
  happens,
  loadCase,
  mayAct,
  type ActFacts,
  type CaseSubject,
  type Present,
} from '../act-on-case.js';
import { caseForms } from '../case-forms.js';
import { asTyped } from '../intake/draft-subject.js';
import { localityChoices } from '../intake/locality-choices.js';
import { oneShown } from '../intake/questions-shown.js';

/** Questions of which the answer is a field of its own, and stands in the opened file. */
const amendable = questionIds.filter((id) => {
  const { input, file, own } = questionOf(id);
  return file !== undefined && own !== true && input.kind !== 'open-choice' && input.kind !== 'confirm';
});

interface Amending extends ActFacts {
  /** Null: it was erased. */
  readonly file: CaseFile | null;
  /** Null: not chosen yet. */
  readonly question: QuestionId | null;
}

type Subject = CaseSubject & { readonly question?: QuestionId | null | undefined };

async function load(read: Read, subject: Subject): Promise<Amending | Refusal> {
  const facts = await loadCase(read, subject);
  if (isRefusal(facts)) return facts;
  return { ...facts, file: await read.caseFile(facts.referral.id), question: subject.question ?? null };
}

const present = ({ referral }: ActFacts): Present => caseCards.post.shown({ referralId: referral.id });

const subjectOf = ({ referral }: ActFacts): CaseSubject => ({ referralId: referral.id, round: referral.round });

const typedOf = ({ file, referral }: Amending): Typed => ({ ...file?.typed, target: referral.target });

/** What is wrong with the new answer by itself; null when it is right. */
const faultIn = (question: QuestionId, typed: Typed, { calendar, now }: Pick<ActionContext, 'calendar' | 'now'>) =>
  faultOf(question, typed, calendar.dayOf(now));

/** What was filled in; of a municipality that may be several, the one that was chosen under it, as long as the words are the same. */
function newAnswer(question: QuestionId, fields: Readonly<Record<string, unknown>>, typed: Typed, language: Language) {
  const text = asTyped(fields[question]) ?? '';
  const chosen = asTyped(fields[meantAt(question)]);
  const meant = localityChoices({ ...typed, [question]: text }, language)[question] ?? [];
  return meant.some(({ value }) => value === chosen) && chosen !== undefined ? chosen : text;
}

/** Why it cannot be changed by itself; otherwise all answers with it. */
function answersWith(typed: Typed, { calendar, now }: ActionContext): Answers | 'needs-more' | 'no-consent' {
  const answers = readAnswers(typed, calendar.dayOf(now));
  if (answers === null) return 'needs-more';
  return consentBlockersOf(answers.consent).length > 0 ? 'no-consent' : answers;
}

function formOf(facts: Amending, { actor: { language }, calendar, now }: ActionContext, filled: Filled) {
  const say = texts(language);
  const today = calendar.dayOf(now);
  const { question } = facts;
  const typed = typedOf(facts);
  const subject = subjectOf(facts);
  const nameOf = (id: QuestionId): string => factOf(id, typed, language, today).title;
  const head = {
    ...subject,
    question,
    reference: say('case.card.reference', { reference: facts.referral.reference }),
  };
  if (question === null) {
    const rows = amendable
      .filter((id) => isAsked(id, typed))
      .map((id) => ({
        title: nameOf(id),
        line: factOf(id, typed, language, today).value ?? say('privacy.opened-file.left-open'),
        badge: null,
        press: {
          type: 'Action.Execute',
          title: say('referral.amend-answer.change', { name: nameOf(id) }),
          verb: builtInVerbs.openForm,
          data: caseForms.amend.onButton({ ...subject, question: id }),
        },
      }));
    return { ...head, title: say('referral.amend-answer.which'), rows, groups: [], wrong: null };
  }
  // What was emptied does not come along.
  const given = filled.typed[question] ?? (filled.errors['amended'] === undefined ? null : '');
  const changed = given === null ? typed : { ...typed, [question]: given };
  const fault = given === null ? null : faultOf(question, changed, today);
  const meant = fault === null ? {} : localityChoices(changed, language);
  const questions = [oneShown(question, changed, language, { fault, meant })];
  // What is wrong with the answer by itself stands at the answer.
  const wrong = fault === null ? (filled.errors['amended'] ?? null) : null;
  return {
    ...head,
    title: nameOf(question),
    rows: [],
    groups: [{ id: 'one', unfold: null, isOpen: true, questions }],
    wrong,
  };
}

/**
 * Gegevens wijzigen: one answer of the intake is put right after sending, by anybody of its CLB. What stood there stays in the earlier
 * version of the file; the provider is told which answer it is, and reads old and new in the opened file. Errors: those of the
 * question, `needs-more`, `no-consent`.
 */
export const amendAnswer = action({
  slug: 'amend-answer',
  opensPersonal: true,
  subject: caseSubject.extend({
    question: z
      .enum(amendable as [QuestionId, ...QuestionId[]])
      .nullish()
      .catch(null),
  }),
  /** The input of the question that is changed has its id. */
  fields: z.record(z.string(), z.unknown()),
  load,
  may: (facts, context) =>
    mayAct(facts, ['amend'], context, present(facts)) ?? (facts.file === null ? { refused: 'file-closed' } : null),
  form: formOf,
  decide(facts, fields, context): Outcome | Refusal {
    const { question, file, referral } = facts;
    const subject = subjectOf(facts);
    if (question === null || file === null) return { reply: caseForms.amend.opened(subject) };
    const typed = {
      ...typedOf(facts),
      [question]: newAnswer(question, fields, typedOf(facts), context.actor.language),
    };
    if (answered(question, typed) === answered(question, typedOf(facts))) return { reply: present(facts) };
    const again = (code: string): Outcome => ({
      reply: caseForms.amend.again({ ...subject, question }, { amended: code }),
    });
    if (faultIn(question, typed, context) !== null) return again('wrong');
    const answers = answersWith(typed, context);
    if (typeof answers === 'string') return again(answers);
    const command = { act: 'amend', field: question, facts: askedFacts(answers) } as const;
    const change = happens(facts, command, context, present(facts));
    if (isRefusal(change)) return change;
    const identity = referral.target === 'pupil' ? identityIn(typed, context.calendar.dayOf(context.now)) : null;
    return {
      cases: [change],
      changes: [
        {
          put: 'caseFile',
          row: { ...file, typed: { ...file.typed, [question]: typed[question] ?? '' } },
          clbId: referral.clbId,
          identity,
        },
      ],
      reply: { ...present(facts), note: { key: 'amended' } },
    };
  },
});
