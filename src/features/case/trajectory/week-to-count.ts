import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import type { CountedTrajectory } from '../../../contracts/trajectory.js';
import type { Organisation } from '../../../domain/organisation.js';
import { trajectoryForms } from '../../../domain/trajectory/cards.js';
import { countMoment, countStages, isToCount, type CountStage } from '../../../domain/trajectory/weekly-count.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { contactForDesk } from '../card/people.js';
import { countedOf, countedSentence, type CountedWeekOf } from './counted-week.js';
import { countFields, fieldOf, proposedLine, weekDay } from './half-day-fields.js';
import { loadRunning, mayCount, perCard, providerId } from './half-day-rows.js';

interface WeekFacts {
  readonly provider: Organisation;
  readonly week: string;
  readonly stage: CountStage;
  readonly counted: CountedWeekOf;
  /** Of whom a number is still to be filled in. */
  readonly rows: readonly CountedTrajectory[];
}

/**
 * Asks a provider to count the half days of a week (R15): one card for everybody who runs there, a number each with what was
 * counted the week before, one submit. When no answer comes, the same card stands before the desk, which phones and fills it in.
 */
export const weekToCountCard = view({
  slug: 'week-to-count',
  audience: 'stored',
  params: z.object({ providerId, week: z.iso.date(), stage: z.enum(countStages) }),
  async load(read, { providerId: of, week, stage }, { now, calendar }): Promise<WeekFacts | null> {
    const provider = await read.organisation(of);
    if (provider === null) return null;
    const all = await loadRunning(read, of, week, now);
    const rows = all.filter((one) => isToCount(one, week, calendar));
    return { provider, week, stage, counted: countedOf(all, week), rows };
  },
  may: ({ provider }, actor) => mayCount(provider.id, actor),
  fill(facts, context) {
    const { provider, week, stage } = facts;
    const say = texts(context.language);
    const rows = facts.rows.slice(0, perCard);
    const open = rows.length > 0;
    const form = trajectoryForms.count.onButton({ providerId: provider.id, week });
    const more = facts.rows.length - rows.length;
    return {
      providerId: provider.id,
      week,
      stage,
      strip: stripOf(facts, context),
      title: say('trajectory.week-to-count.title', { week: weekDay(week, context) }),
      people: open && stage === 'desk' ? [contactForDesk(null, provider, context.language)] : [],
      rows: rows.map((row, index) => fieldOf(row, week, countFields[index] ?? '', context)),
      ids: open ? rows.map(({ trajectory }) => trajectory.id).join(',') : null,
      more: more === 0 ? null : say('trajectory.week-to-count.more', { count: more }),
      buttons: open
        ? []
        : [
            {
              title: say('trajectory.half-days-counted.put-right'),
              style: null,
              mode: null,
              verb: builtInVerbs.openForm,
              data: form,
            },
          ],
    };
  },
  summary: ({ rows, week, counted }, context) =>
    rows.length === 0
      ? countedSentence(counted, context)
      : texts(context.language)('trajectory.week-to-count.summary', {
          week: weekDay(week, context),
          count: rows.length,
        }),
});

/** What is asked and until when; once everything stands there, what was counted. */
function stripOf({ rows, week, stage, provider, counted }: WeekFacts, context: ViewContext): Strip {
  const say = texts(context.language);
  if (rows.length === 0) {
    const noted = counted.byDesk ? ` ${say('referral.told.by-desk')}` : '';
    return {
      ...looks.over,
      state: say('trajectory.week-to-count.done'),
      next: `${countedSentence(counted, context)}${noted}`,
    };
  }
  const { calendar, language, now } = context;
  const term = countMoment(week, 'again', calendar);
  const proposed = stage === 'asked' ? proposedLine(rows, week, language) : null;
  const next = [say(`trajectory.week-to-count.next.${stage}`), ...(proposed === null ? [] : [proposed])].join(' ');
  if (stage !== 'desk' && term < now)
    return { ...looks.late, state: say('case.card.late', { moment: moment(term, language, now) }), next };
  const by = weekDay(calendar.dayOf(term), context);
  return {
    ...(stage === 'desk' ? looks.left : looks.toFillIn),
    state: say(`trajectory.week-to-count.state.${stage}`, { by, provider: plain(provider.name) }),
    next,
  };
}
