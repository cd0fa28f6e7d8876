import type { Language } from '../../domain/language.js';
import { attendances, type Attendance, type Participant } from '../../domain/workgroup/meeting.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';

const mostNames = 12;

/** `An Peeters`, or `Karel Gast (gast, VDAB)`. */
export const nameOf = ({ name, guest, organisation }: Participant, language: Language): string =>
  guest ? texts(language)('meetings.words.guest', { name, organisation }) : name;

/** `3 · An Peeters, Bram Claes, Els De Smet`; null when nobody gave that answer. */
function line(people: readonly Participant[], answer: Attendance, language: Language): string | null {
  const those = people.filter((one) => one.answer === answer);
  if (those.length === 0) return null;
  const names = those.slice(0, mostNames).map((one) => plain(nameOf(one, language)));
  const more = those.length - names.length;
  return `${those.length} · ${[...names, ...(more > 0 ? [`+ ${more}`] : [])].join(', ')}`;
}

/** Who comes, perhaps comes, does not come: counts with names; null where nobody answered so. */
export const whoComes = (people: readonly Participant[], language: Language): Record<Attendance, string | null> =>
  Object.fromEntries(attendances.map((answer) => [answer, line(people, answer, language)])) as Record<
    Attendance,
    string | null
  >;
