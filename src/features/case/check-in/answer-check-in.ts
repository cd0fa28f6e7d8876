import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { WaitingOfWorker } from '../../../contracts/case-lists.js';
import type { Outcome, Refusal } from '../../../contracts/outcome.js';
import { caseCards } from '../../../domain/case/cards.js';
import type { CaseCommand } from '../../../domain/case/decide/index.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { checkInForms } from './check-in-forms.js';
import { changesOf } from '../list-changes.js';
import { knownAs, standsLine } from './list-row.js';
import { askedNow, askedOn, loadOwnList, type OwnList } from './own-list.js';

/** What can be said of one who waits; what it does to the referral. */
const commands: Readonly<Record<(typeof answers)[number], CaseCommand>> = {
  needed: { act: 'confirm-waiting' },
  solved: { act: 'withdraw', reason: 'solved' },
  elsewhere: { act: 'withdraw', reason: 'elsewhere' },
};
const answers = ['needed', 'solved', 'elsewhere'] as const;
const answer = z.enum(answers);

/** So many fit in one card; the others follow when these are sent. */
const mostRows = 20;

const inputOf = ({ referral }: WaitingOfWorker): `row-${ReferralId}` => `row-${referral.id}`;

interface AnswerFacts extends OwnList {
  readonly on: LocalDate;
  /** What is asked now, as many as fit. */
  readonly asked: readonly WaitingOfWorker[];
  /** How many do not fit: they follow once these are answered. */
  readonly more: number;
}

/**
 * Per leerling: still needed, solved or helped elsewhere, for the whole list in one submit; everything stands as still needed.
 * What is solved or helped elsewhere leaves its list, and may come back for two weeks. Error: `answer-strange`.
 */
export const answerCheckIn = action({
  slug: 'answer-check-in',
  subject: z.object({ on: askedOn }),
  fields: z.record(z.string(), z.unknown()),
  async load(read, { on }, { actor }): Promise<AnswerFacts | Refusal> {
    const list = await loadOwnList(read, actor.person.id, actor);
    if (list === null) return { refused: 'not-found' };
    const asked = askedNow(list.rows);
    return { ...list, on, asked: asked.slice(0, mostRows), more: Math.max(0, asked.length - mostRows) };
  },
  may: ({ asked, person, on }) =>
    asked.length > 0 ? null : { refused: 'outdated', show: caseCards.checkIn.instead({ personId: person.id, on }) },
  form(facts, context, { typed, errors }) {
    const say = texts(context.actor.language);
    const around = { ...context, language: context.actor.language };
    const rows = facts.asked.map((row) => ({
      id: inputOf(row),
      label: `${knownAs(row, facts)} · ${plain(row.service)}`,
      line: standsLine(row, facts, around),
      value: typed[inputOf(row)] ?? 'needed',
      choices: answers.map((one) => ({ title: say(`check-in.answers.${one}`), value: one })),
      error: errors[inputOf(row)] === undefined ? null : say('check-in.answer-check-in.errors.answer-strange'),
    }));
    return {
      personId: facts.person.id,
      on: facts.on,
      onlyYou: say('privacy.opened-file.only-you'),
      rows: unique(rows, facts),
      more: facts.more === 0 ? null : say('check-in.answer-check-in.more', { count: facts.more }),
    };
  },
  decide(facts, fields, context): Outcome {
    const { asked, on, person } = facts;
    const strange = asked.filter(
      (row) => isGiven(fields[inputOf(row)]) && !answer.safeParse(fields[inputOf(row)]).success,
    );
    if (strange.length > 0) return again(facts, fields, strange);
    return {
      cases: asked.flatMap((row) => answered(row, fields[inputOf(row)], context)),
      reply: caseCards.checkIn.shown({ personId: person.id, on }),
    };
  },
});

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Two that are known in the same way are told apart by their number. */
const unique = <Row extends { readonly label: string }>(rows: readonly Row[], { asked }: AnswerFacts): Row[] =>
  rows.map((row, index) => {
    const isTwice = rows.filter(({ label }) => label === row.label).length > 1;
    return isTwice ? { ...row, label: `${row.label} · ${asked[index]?.referral.reference ?? ''}` } : row;
  });

/** One that was left out, stays asked. */
function answered({ referral }: WaitingOfWorker, value: unknown, context: ActionContext) {
  const given = answer.safeParse(value);
  return given.success ? changesOf(referral, commands[given.data], context) : [];
}

function again(
  { on }: AnswerFacts,
  fields: Readonly<Record<string, unknown>>,
  strange: readonly WaitingOfWorker[],
): Outcome {
  const typed = Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => key.startsWith('row-') && typeof value === 'string'),
  );
  const errors = Object.fromEntries(strange.map((row) => [inputOf(row), 'answer-strange']));
  return { reply: checkInForms.answer.again({ ...typed, on }, errors) };
}
