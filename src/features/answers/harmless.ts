import { findPersonalData, type FindingKind } from '../../lib/personal-data/index.js';
import type { ActionContext } from '../../contracts/action.js';
import { checkText, isHarmless } from '../../domain/workgroup/check-text.js';
import { longestQuestion } from './answer-params.js';

/** Whether a question may be kept: nothing personal is found in it, or only what may be and is called harmless. */
export const mayKeep = (
  text: string,
  insists: boolean,
  { calendar, now }: Pick<ActionContext, 'calendar' | 'now'>,
): boolean => isHarmless(checkText(text, calendar.dayOf(now)), insists);

/** What was typed, for a button in a message that stays: null when something in it may be personal, or it is a story. */
export const keptWords = (typed: string, context: Pick<ActionContext, 'calendar' | 'now'>): string | null =>
  typed.length <= longestQuestion && mayKeep(typed, false, context) ? typed : null;

/** What no answer needs; a phone number or the name of a service may be what it is about. */
const ofSomebody: readonly FindingKind[] = ['national-number', 'birth-date', 'pupil-name'];

/** Whether what the desk writes is about somebody: that is read by everybody. */
export const isAboutSomebody = (text: string, { calendar, now }: Pick<ActionContext, 'calendar' | 'now'>): boolean =>
  findPersonalData(text, calendar.dayOf(now)).some(({ kind }) => ofSomebody.includes(kind));
