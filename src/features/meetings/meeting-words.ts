import type { ViewContext } from '../../contracts/action.js';
import type { Language } from '../../domain/language.js';
import { meetingPhase, type Meeting } from '../../domain/workgroup/meeting.js';
import { day, time } from '../../texts/format.js';
import { texts } from '../../texts/index.js';

/** What words about a meeting need; a view's and an action's context both have it. */
export type Wording = Pick<ViewContext, 'now' | 'calendar' | 'language'>;

/** `14–16 u.`, `9.30–12 u.` or `14:00–16:00`. */
export const hoursOf = ({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>, language: Language): string =>
  `${time(startsAt, language).replace(/ u\.$/, '')}–${time(endsAt, language)}`;

/** `do 14 jan. 2027`: the day of a meeting; the year only when it is another than this one. */
export const dayOfMeeting = ({ startsAt }: Pick<Meeting, 'startsAt'>, { now, calendar, language }: Wording): string =>
  day(calendar.dayOf(startsAt), language, calendar.dayOf(now));

/** `do 14 jan. 2027, 14–16 u.` */
export const whenOf = (meeting: Pick<Meeting, 'startsAt' | 'endsAt'>, wording: Wording): string =>
  `${dayOfMeeting(meeting, wording)}, ${hoursOf(meeting, wording.language)}`;

/** `◌ Gepland`, `◐ Nu bezig`, `◑ Voorbij`, `✓ Gehouden`, `✕ Geannuleerd`. */
export const stateOf = (
  meeting: Pick<Meeting, 'state' | 'startsAt' | 'endsAt'>,
  { language, now }: Pick<Wording, 'language' | 'now'>,
): string => texts(language)(`meetings.state.${meetingPhase(meeting, now)}`);

/** `Vergadering 2` */
export const titleOf = ({ number }: Pick<Meeting, 'number'>, language: Language): string =>
  texts(language)('meetings.words.title', { number });

/** `Werkgroep ‘Recht op Leren’ · 2026-2027` */
export const referenceOf = ({ schoolYear }: Pick<Meeting, 'schoolYear'>, language: Language): string =>
  texts(language)('meetings.words.reference', { year: schoolYear.replace('-', '–') });

/** The wording of somebody who acts. */
export const wordingOf = (context: {
  readonly now: Date;
  readonly calendar: ViewContext['calendar'];
  readonly actor: { readonly language: Language };
}): Wording => ({ now: context.now, calendar: context.calendar, language: context.actor.language });
