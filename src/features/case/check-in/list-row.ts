import type { WaitingOfWorker } from '../../../contracts/case-lists.js';
import type { ViewContext } from '../../../contracts/context.js';
import { daysBetween } from '../../../domain/local-date.js';
import { duration, ordinal } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import type { OwnList } from './own-list.js';

/** By what the reader knows it: the CLB's own hint where only this reader sees it, and otherwise its number. */
export const knownAs = ({ referral }: WaitingOfWorker, { hints }: Pick<OwnList, 'hints'>): string => {
  const hint = hints?.get(referral.trailId);
  return hint === undefined ? referral.reference : plain(hint);
};

/** `2026-0042 · 2de op de lijst · 9 weken` */
export function standsLine(row: WaitingOfWorker, list: Pick<OwnList, 'hints'>, context: Around): string {
  const { referral, position } = row;
  const { language, calendar, now } = context;
  const say = texts(language);
  const waited = daysBetween(calendar.dayOf(referral.firstRegisteredAt), calendar.dayOf(now));
  return [
    ...(knownAs(row, list) === referral.reference ? [] : [referral.reference]),
    ...(position === null ? [] : [say('check-in.row.position', { position: ordinal(position, language) })]),
    say('check-in.row.waits', { duration: duration(waited, language) }),
  ].join(' · ');
}

/** What of its surroundings a line needs. */
export type Around = Pick<ViewContext, 'language' | 'calendar' | 'now'>;
