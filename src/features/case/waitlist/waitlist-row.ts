import type { ViewContext } from '../../../contracts/action.js';
import { isUnconfirmed } from '../../../domain/case/check-in.js';
import type { Referral } from '../../../domain/case/referral.js';
import { shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { aboutWhom } from '../../../texts/referral-words.js';

/** One who waits: number and for whom, since when and from when, and what must be seen first. */
export function rowOf(one: Referral, number: number, { language, calendar, now }: ViewContext) {
  const t = texts(language);
  const today = calendar.dayOf(now);
  const start = one.expectedStartOn === null ? null : shortDay(one.expectedStartOn, language, today);
  return {
    title: `${number} · ${aboutWhom(one, language)}`,
    line: [
      one.reference,
      t('waitlist.service-waitlist.since', { day: shortDay(calendar.dayOf(one.firstRegisteredAt), language, today) }),
      start === null ? t('waitlist.service-waitlist.no-start') : t('waitlist.service-waitlist.start', { day: start }),
      ...(isUnconfirmed(one) ? [t('waitlist.service-waitlist.unconfirmed')] : []),
    ].join(' · '),
    badge: badgeOf(one, language),
    press: t('waitlist.service-waitlist.show', { reference: one.reference, number }),
    referralId: one.id,
  };
}

/** A place that the CLB is to confirm, or that it is urgent; null: neither. */
function badgeOf({ state, urgency }: Referral, language: ViewContext['language']) {
  const t = texts(language);
  if (state === 'place-free') return { text: t('waitlist.service-waitlist.free'), style: 'Warning' };
  return urgency === 'urgent' ? { text: t('case.card.urgent'), style: 'Attention' } : null;
}
