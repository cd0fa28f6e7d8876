import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom } from '../../../texts/referral-words.js';

/** The small line under the heading: reference, for whom, by whom, when. */
export function caseLine({ referral, referrer, clb }: CaseFacts, { language, calendar, now }: ViewContext): string {
  const about = aboutWhom(referral, language);
  const told = {
    reference: referral.reference,
    about,
    who: plain(referrer?.name ?? clb?.name ?? ''),
    day: day(calendar.dayOf(referral.registeredAt), language, calendar.dayOf(now)),
  };
  return texts(language)(about === '' ? 'case.card.line-short' : 'case.card.line', told);
}
