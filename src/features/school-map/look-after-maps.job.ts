import { z } from 'zod';
import { job, type Schedule } from '../../contracts/action.js';
import type { ChangedMap } from '../../contracts/read-maps.js';
import type { Outcome } from '../../contracts/outcome.js';
import { isToCheck, type SchoolMap } from '../../domain/school-map/school-map.js';
import type { LocalDate } from '../../domain/local-date.js';
import { mapCards, mapJobs, mapPostKey } from './map-cards.js';

/** Each morning at seven. */
export const looksAfterMapsEachDay: Schedule = {
  job: mapJobs.lookAfter.name,
  next(now, { calendar }) {
    const today = calendar.at(calendar.dayOf(now), 7, 0);
    return today > now ? today : calendar.at(calendar.addDays(calendar.dayOf(now), 1), 7, 0);
  },
};

interface LookFacts {
  readonly toCheck: readonly SchoolMap[];
  readonly changed: readonly ChangedMap[];
}

/** A team whose map is a year old is asked whether it is right, on one card; it hears which lines of the region changed. */
export const lookAfterMaps = job({
  name: mapJobs.lookAfter.name,
  subject: z.object({}),
  async load(read, _subject, { calendar, now }): Promise<LookFacts> {
    const today = calendar.dayOf(now);
    const toCheck = (await read.schoolMapsCheckedBefore(today)).filter((map) => isToCheck(map, today));
    return { toCheck, changed: await read.changedMaps() };
  },
  decide({ toCheck, changed }, { calendar, now }): Outcome {
    const today = calendar.dayOf(now);
    return {
      changes: [
        ...toCheck.map((map) => ({ put: 'schoolMap' as const, row: { ...map, askedOn: today } })),
        ...changed.flatMap(({ map, entries }) =>
          entries.map((one) => ({
            put: 'mapEntry' as const,
            row: { ...one, toldAt: now, trailId: map.trailId },
          })),
        ),
      ],
      notices: [
        ...toCheck.map((map) => told(map, 'check', today)),
        ...changed.map(({ map, entries }) =>
          told(
            map,
            'changed',
            today,
            entries.map(({ lineId }) => lineId),
          ),
        ),
      ],
    };
  },
});

const told = (
  map: SchoolMap,
  why: 'check' | 'changed',
  today: LocalDate,
  lines: readonly ChangedMap['entries'][number]['lineId'][] = [],
) => ({
  key: mapPostKey(map.id, `${why}:${today}`),
  ...mapCards.post.with({ mapId: map.id, why, lines }),
  to: { organisation: map.organisationId },
  living: why === 'check',
});
