import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { daysBetween } from '../../../domain/local-date.js';
import { duration, ordinal, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import type { Figures } from './case-card.js';

/** On the waiting list: place, expected start, time since the trail's first registration (R11); null otherwise. */
export function waitingFigures({ referral, position }: CaseFacts, context: ViewContext): Figures | null {
  if (position === null) return null;
  const { language, calendar, now } = context;
  const t = texts(language);
  const today = calendar.dayOf(now);
  const start = referral.expectedStartOn;
  return {
    position: ordinal(position, language),
    positionWord: t('case.figures.position'),
    start: start === null ? '–' : shortDay(start, language, today),
    startWord: t(start === null ? 'case.figures.no-start' : 'case.figures.start'),
    waited: duration(daysBetween(calendar.dayOf(referral.firstRegisteredAt), today), language),
    waitedWord: t('case.figures.waited'),
  };
}
