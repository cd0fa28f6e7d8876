import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { trajectoryForms } from '../../../domain/trajectory/cards.js';
import { daysFrom } from '../../../domain/trajectory/half-days.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { loadRunning, mayCount, providerId } from './half-day-rows.js';

interface CountedFacts {
  readonly providerId: OrganisationId;
  readonly week: LocalDate;
  readonly pupils: number;
  readonly halfDays: number;
  readonly uncounted: number;
}

/** What was counted of a week at a provider: how many half days of how many pupils, and of how many nothing yet. */
export const halfDaysCounted = view({
  slug: 'half-days-counted',
  audience: 'stored',
  params: z.object({ providerId, week: z.iso.date() }),
  async load(read, { providerId: of, week }, { now }): Promise<CountedFacts> {
    const all = await loadRunning(read, of, week, now);
    const counts = all.flatMap(({ trajectory }) => trajectory.weeks.filter((one) => one.week === week));
    const halfDays = counts.reduce((sum, { count }) => sum + count, 0);
    return { providerId: of, week, pupils: counts.length, halfDays, uncounted: all.length - counts.length };
  },
  may: (facts, actor) => mayCount(facts.providerId, actor),
  fill(facts, context) {
    const say = texts(context.language);
    const form = (week: LocalDate) => trajectoryForms.count.onButton({ providerId: facts.providerId, week });
    const press = { verb: builtInVerbs.openForm, style: null, mode: null };
    return {
      sentence: sentenceOf(facts, context),
      missing: facts.uncounted === 0 ? null : say('trajectory.half-days-counted.missing', { count: facts.uncounted }),
      buttons: [
        { ...press, title: say('trajectory.half-days-counted.put-right'), data: form(facts.week) },
        { ...press, title: say('trajectory.half-days-counted.before'), data: form(daysFrom(facts.week, -7)) },
      ],
    };
  },
  summary: (facts, context) => sentenceOf(facts, context),
});

const sentenceOf = ({ week, pupils, halfDays }: CountedFacts, { language, calendar, now }: ViewContext): string =>
  texts(language)('trajectory.half-days-counted.sentence', {
    week: day(week, language, calendar.dayOf(now)),
    pupils,
    halfDays,
  });
