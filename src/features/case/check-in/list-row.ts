import type { WaitingOfWorker } from '../../../contracts/case-lists.js';
import { ordinal } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { waitsLine, type Around } from '../waits-line.js';
import type { OwnList } from './own-list.js';

/** By what the reader knows it: the CLB's own hint where only this reader sees it, and otherwise its number. */
export const knownAs = ({ referral }: WaitingOfWorker, { hints }: Pick<OwnList, 'hints'>): string => {
  const hint = hints?.get(referral.trailId);
  return hint === undefined ? referral.reference : plain(hint);
};

/** `2026-0042 · 2de op de lijst · 9 weken` */
export function standsLine(row: WaitingOfWorker, list: Pick<OwnList, 'hints'>, context: Around): string {
  const { referral, position } = row;
  const { language } = context;
  const say = texts(language);
  return [
    ...(knownAs(row, list) === referral.reference ? [] : [referral.reference]),
    ...(position === null ? [] : [say('check-in.row.position', { position: ordinal(position, language) })]),
    waitsLine(referral, context),
  ].join(' · ');
}
