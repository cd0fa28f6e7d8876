import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { chooseOrganisation, forWhom } from '../../../contracts/for-whom.js';
import type { Outcome, Refusal, Reply } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { CountedTrajectory } from '../../../contracts/trajectory.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { trajectoryCards, trajectoryForms } from '../../../domain/trajectory/cards.js';
import { decideTrajectory, isTrajectoryDenied } from '../../../domain/trajectory/decide.js';
import type { TrajectoryEvent } from '../../../domain/trajectory/events.js';
import { daysFrom, mostHalfDays, weekOf } from '../../../domain/trajectory/half-days.js';
import type { TrajectoryChange } from '../../../domain/trajectory/placing.js';
import { texts } from '../../../texts/index.js';
import { caseActor, organisationFor } from '../case-actor.js';
import { hasSchool } from './act-on-trajectory.js';
import { countStages, type CountStage } from '../../../domain/trajectory/weekly-count.js';
import { countFields, fieldOf, proposedLine, weekDay } from './half-day-fields.js';
import { loadRunning, mayCount, perCard, providerId, weekToCount } from './half-day-rows.js';

const subject = z.object({
  /** Null: of who says the words. */
  providerId: providerId.nullish(),
  week: z.iso.date().nullish().catch(null),
  page: z.coerce.number().int().min(0).nullish().catch(null),
  /** Whose numbers stand in the fields of the card that was pressed, in order. */
  ids: z.string().nullish(),
  /** Of the card that asked for the week: it is shown again. */
  stage: z.enum(countStages).nullish().catch(null),
});

interface Counting {
  readonly providerId: OrganisationId;
  readonly week: LocalDate;
  readonly page: number;
  readonly more: boolean;
  readonly rows: readonly CountedTrajectory[];
  readonly stage: CountStage | null;
}

async function load(read: Read, given: z.infer<typeof subject>, context: ActionContext): Promise<Counting | Refusal> {
  const chosen = given.providerId ?? forWhom(context.actor, 'count-half-days', null);
  if (chosen === null) return { refused: 'for-providers' };
  if (chosen === 'choose')
    return {
      refused: 'choose-first',
      show: chooseOrganisation.instead({ for: 'count-half-days', personId: context.actor.person.id }),
    };
  const provider = typeof chosen === 'string' ? chosen : chosen.id;
  const week = weekOf(given.week ?? weekToCount(context.now, context.calendar));
  const all = await loadRunning(read, provider, week, context.now);
  const page = given.page ?? 0;
  const ids = given.ids?.split(',') ?? null;
  const rows =
    ids === null
      ? all.slice(page * perCard, (page + 1) * perCard)
      : ids.flatMap((id) => all.filter(({ trajectory }) => trajectory.id === id)).slice(0, perCard);
  return {
    providerId: provider,
    week,
    page,
    rows,
    more: all.length > (page + 1) * perCard,
    stage: given.stage ?? null,
  };
}

/** A number of half days; empty: not counted. Error: `count-wrong`. */
const count = z
  .union([z.string(), z.number(), z.null(), z.undefined()])
  .transform((typed) => (String(typed ?? '').trim() === '' ? null : Number(String(typed).replace(',', '.'))))
  .refine((number) => number === null || (Number.isInteger(number) && number >= 0 && number <= mostHalfDays), {
    error: 'count-wrong',
  });

/**
 * Halve dagen (R15): one card for everybody who runs at a provider, a number each; what was counted last stands there. The same
 * card puts a mistake right, also of a week before. Errors: `count-wrong`, `nothing-counted`.
 */
export const countHalfDays = action({
  slug: 'count-half-days',
  words: { nl: ['halve dagen', 'dagdelen'], en: ['half days'] },
  subject,
  fields: z.record(z.string(), z.unknown()),
  storable: true,
  load,
  may: (facts, { actor }) => mayCount(facts.providerId, actor),
  form(facts, context, filled) {
    const around = { ...context, language: context.actor.language };
    const say = texts(around.language);
    return {
      providerId: facts.providerId,
      week: facts.week,
      page: facts.page,
      before: daysFrom(facts.week, -7),
      title: say('trajectory.count-half-days.week', { week: weekDay(facts.week, around) }),
      empty: facts.rows.length === 0 ? say('trajectory.count-half-days.empty') : null,
      ids: facts.rows.length === 0 ? null : facts.rows.map(({ trajectory }) => trajectory.id).join(','),
      proposed: proposedLine(facts.rows, facts.week, around.language),
      rows: facts.rows.map((row, index) => fieldOf(row, facts.week, countFields[index] ?? '', around, filled)),
      stage: facts.stage,
    };
  },
  decide(facts, typed, context): Outcome | Refusal {
    const read = facts.rows.map((_row, index) => count.safeParse(typed[countFields[index] ?? '']));
    if (read.some(({ success }) => !success)) return { reply: again(facts, read) };
    // The card that asked would only stand there once more, and say nothing.
    if (facts.stage !== null && facts.rows.length > 0 && read.every(({ data }) => (data ?? null) === null))
      return { reply: again(facts, [], { [countFields[0] ?? '']: 'nothing-counted' }) };
    const trajectories = facts.rows.flatMap((row, index) => {
      const number = read[index]?.data ?? null;
      return number === null ? [] : counted(row, facts.week, number, context);
    });
    return { trajectories, reply: after(facts) };
  },
});

/** The card that asked, the next ones to count, or what was counted. */
function after({ providerId: of, week, page, more, stage }: Counting): Reply {
  if (stage !== null) return trajectoryCards.week.shown({ providerId: of, week, stage });
  return more
    ? trajectoryForms.count.opened({ providerId: of, week, page: page + 1 })
    : trajectoryCards.counted.shown({ providerId: of, week });
}

/** The same card once more, with what is wrong at its field. */
const again = (
  { providerId: of, week, page, rows, stage }: Counting,
  read: readonly { readonly success: boolean }[],
  errors: Readonly<Record<string, string>> = {},
) =>
  trajectoryForms.count.again(
    {
      providerId: of,
      week,
      page,
      ids: rows.map(({ trajectory }) => trajectory.id).join(','),
      ...(stage === null ? {} : { stage }),
    },
    {
      ...errors,
      ...Object.fromEntries(
        read.flatMap(({ success }, index) => (success ? [] : [[countFields[index] ?? '', 'count-wrong']])),
      ),
    },
  );

/** What is counted of one pupil; nothing when that was counted already, or the policy does not allow it any more. */
function counted(
  { trajectory, referral }: CountedTrajectory,
  week: LocalDate,
  number: number,
  { now, calendar, settings, actor }: ActionContext,
): TrajectoryChange[] {
  const decided = decideTrajectory(
    trajectory,
    { act: 'count-half-days', week, count: number },
    {
      now,
      calendar,
      settings,
      hasSchool: hasSchool({ referral }),
      actor: caseActor(actor, referral),
      by: { personId: actor.person.id, organisationId: null },
    },
  );
  if (isTrajectoryDenied(decided) || decided.length === 0) return [];
  const events = decided.map((one) => ({
    ...one,
    organisationId: organisationFor(actor, referral, one.side),
  })) as TrajectoryEvent[];
  return [{ id: trajectory.id, before: trajectory, events }];
}
