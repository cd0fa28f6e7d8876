import type { Calendar } from '../../contracts/calendar.js';
import type { Due } from '../../contracts/outcome.js';
import { daysLater } from '../../domain/local-date.js';
import type { Decision } from '../../domain/workgroup/meeting.js';
import { meetingJobs } from './meeting-cards.js';
import { decisionDueKey } from './meeting-keys.js';

/** So many days before the due date its owner hears of a decision again. */
const daysBefore = 7;

/** When the owner is reminded: a week before, at nine; not at all when that has passed, or nobody with an account owns it. */
export function decisionDues({ id, ownerId, dueOn }: Decision, now: Date, calendar: Calendar): Due[] {
  if (ownerId === null || dueOn === null) return [];
  const at = calendar.at(daysLater(dueOn, -daysBefore), 9, 0);
  if (at <= now) return [];
  return [meetingJobs.remindDecision.at(at, decisionDueKey(id), { decisionId: id })];
}
