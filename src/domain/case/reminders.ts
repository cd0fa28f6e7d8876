import type { Referral } from './referral.js';
import { isLive } from './states.js';

/** Whether a reply in a thread reminds somebody of a step: it lives on, and says afterwards that nothing is asked any more. */
export const isReminder = (what: string): boolean => what === 'reminder' || /^(school-)?left-/.test(what);

/** Whether the step that such a reply asks for is still to be taken. */
export function stillReminds(what: string, referral: Referral): boolean {
  if (what === 'reminder') return referral.state === 'delivered' && referral.reminded !== null;
  if (what === 'left-beside')
    return isLive(referral.state) && referral.besidePlace !== null && !referral.besidePlace.kept;
  return what === `left-${referral.state}` && referral.nudges > 0;
}
