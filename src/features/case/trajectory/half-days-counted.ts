import { z } from 'zod';
import { view } from '../../../contracts/action.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { trajectoryForms } from '../../../domain/trajectory/cards.js';
import { daysFrom } from '../../../domain/trajectory/half-days.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { countedOf, countedSentence, type CountedWeekOf } from './counted-week.js';
import { texts } from '../../../texts/index.js';
import { loadRunning, mayCount, providerId } from './half-day-rows.js';

interface CountedFacts extends CountedWeekOf {
  readonly providerId: OrganisationId;
}

/** What was counted of a week at a provider: how many half days of how many pupils, and of how many nothing yet. */
export const halfDaysCounted = view({
  slug: 'half-days-counted',
  audience: 'stored',
  params: z.object({ providerId, week: z.iso.date() }),
  async load(read, { providerId: of, week }, { now }): Promise<CountedFacts> {
    return { providerId: of, ...countedOf(await loadRunning(read, of, week, now), week) };
  },
  may: (facts, actor) => mayCount(facts.providerId, actor),
  fill(facts, context) {
    const say = texts(context.language);
    const form = (week: LocalDate) => trajectoryForms.count.onButton({ providerId: facts.providerId, week });
    const press = { verb: builtInVerbs.openForm, style: null, mode: null };
    return {
      sentence: countedSentence(facts, context),
      noted: facts.byDesk ? say('referral.told.by-desk') : null,
      missing: facts.uncounted === 0 ? null : say('trajectory.half-days-counted.missing', { count: facts.uncounted }),
      buttons: [
        { ...press, title: say('trajectory.half-days-counted.put-right'), data: form(facts.week) },
        { ...press, title: say('trajectory.half-days-counted.before'), data: form(daysFrom(facts.week, -7)) },
      ],
    };
  },
  summary: (facts, context) => countedSentence(facts, context),
});
