import type { ActionContext, Filled } from '../../../contracts/action.js';
import { invitees, venues, type Slot } from '../../../domain/round-table/appointment.js';
import { clockTime } from '../../../texts/appointment-words.js';
import { texts } from '../../../texts/index.js';
import { inviteeWord, venueWord } from '../../../texts/round-table-words.js';
import type { TableFacts } from './act-on-round-table.js';
import { lengths } from './typed-slot.js';

/** A working day of the desk is 390 minutes: a round table is proposed a week from now, at two. */
const proposedIn = 5 * 390;

const everyone = 'clb,provider,school,family';

const lengthOf = ({ startsAt, endsAt }: Slot): string =>
  String(Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));

/** What stands in the fields before anything is typed: the present appointment, or what is likeliest. */
function proposed(slot: Slot | null, { now, calendar }: ActionContext): Readonly<Record<string, string | null>> {
  if (slot === null) {
    const on = calendar.dayOf(calendar.addWorkingMinutes(now, proposedIn));
    return { on, at: '14:00', venue: 'school', invited: everyone, length: lengths[0], location: null, url: null };
  }
  const { startsAt, venue, invited, location, url } = slot;
  const on = calendar.dayOf(startsAt);
  return { on, at: clockTime(startsAt), venue, invited: invited.join(','), length: lengthOf(slot), location, url };
}

/** The fields of the form, for a new appointment or another one; what was typed stays. */
export function slotForm(facts: TableFacts, slot: Slot | null, context: ActionContext, { typed }: Filled) {
  const { language } = context.actor;
  const before = proposed(slot, context);
  return {
    venues: venues.map((value) => ({ value, title: venueWord(value, facts, language) })),
    invitees: invitees.map((value) => ({ value, title: inviteeWord(value, facts, language) })),
    lengths: lengths.map((value) => ({ value, title: texts(language)('round-table.words.minutes', { count: value }) })),
    typed: Object.fromEntries(Object.entries(before).map(([key, value]) => [key, typed[key] ?? value])),
  };
}
