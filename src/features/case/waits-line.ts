import type { ViewContext } from '../../contracts/context.js';
import type { Referral } from '../../domain/case/referral.js';
import { daysBetween } from '../../domain/local-date.js';
import { duration } from '../../texts/format.js';
import { texts } from '../../texts/index.js';

/** What of its surroundings a line needs. */
export type Around = Pick<ViewContext, 'language' | 'calendar' | 'now'>;

/** `wacht ± 9 weken`, since the trail's first registration. */
export function waitsLine(
  { firstRegisteredAt }: Pick<Referral, 'firstRegisteredAt'>,
  { language, calendar, now }: Around,
): string {
  const waited = daysBetween(calendar.dayOf(firstRegisteredAt), calendar.dayOf(now));
  return texts(language)('check-in.row.waits', { duration: duration(waited, language) });
}
