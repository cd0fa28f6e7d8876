import type { ViewContext } from '../../contracts/action.js';
import type { Language } from '../../domain/language.js';
import { meetingPhase, type Meeting } from '../../domain/workgroup/meeting.js';
import type { Wording } from '../../texts/appointment-words.js';
import { texts } from '../../texts/index.js';
import { schoolYearWords } from '../../texts/school-year-words.js';

export { dayOfAppointment as dayOfMeeting, hoursOf, whenOf, type Wording } from '../../texts/appointment-words.js';

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
  texts(language)('meetings.words.reference', { year: schoolYearWords(schoolYear) });

/** The wording of somebody who acts. */
export const wordingOf = (context: {
  readonly now: Date;
  readonly calendar: ViewContext['calendar'];
  readonly actor: { readonly language: Language };
}): Wording => ({ now: context.now, calendar: context.calendar, language: context.actor.language });
