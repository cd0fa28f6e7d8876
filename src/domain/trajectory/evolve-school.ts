import type { TrajectoryEvent } from './events.js';
import type { ExpectedMessage } from './expected-messages.js';
import { isOpenMessage, isReleased, type SchoolMessage } from './school-message.js';
import type { Trajectory } from './trajectory.js';

const names = [
  'school-agreed',
  'school-planned',
  'school-asked',
  'school-written',
  'school-returned',
  'school-released',
  'school-sent',
  'school-not-sent',
  'school-skipped',
  'school-reminded',
] as const;
/** What happens to what the school hears. */
export type SchoolEvent = TrajectoryEvent<(typeof names)[number]>;

export const isAboutSchool = (event: TrajectoryEvent): event is SchoolEvent =>
  names.some((name) => name === event.name);

const over = { by: null, told: null } as const;

const dropped = (one: SchoolMessage, since: Date): SchoolMessage => ({ ...one, ...over, state: 'dropped', since });

/** The place has ended: nobody writes or reads any more; what the CLB released still goes to the school. */
export const dropUnreleased = (messages: readonly SchoolMessage[], since: Date): SchoolMessage[] =>
  messages.map((one) => (isOpenMessage(one) && !isReleased(one) ? dropped(one, since) : one));

/** No consent any more: nothing of what is still open goes to the school. */
const dropMessages = (messages: readonly SchoolMessage[], since: Date): SchoolMessage[] =>
  messages.map((one) => (isOpenMessage(one) ? dropped(one, since) : one));

function planned(
  messages: readonly SchoolMessage[],
  expected: readonly ExpectedMessage[],
  since: Date,
): SchoolMessage[] {
  const isWanted = ({ number }: SchoolMessage): boolean => expected.some((one) => one.number === number);
  const stay = messages.map((one): SchoolMessage => {
    const again = expected.find(({ number }) => number === one.number);
    if (again !== undefined) return { ...one, ...again };
    return one.state === 'expected' && !isWanted(one) ? { ...one, ...over, state: 'dropped', since } : one;
  });
  const fresh = expected
    .filter(({ number }) => !messages.some((one) => one.number === number))
    .map((one): SchoolMessage => ({ ...one, state: 'expected', asked: false, told: null, round: 0, since }));
  return [...stay, ...fresh];
}

/** The trajectory after something happened to what the school hears: its state and its next step stay as they are. Pure. */
export function evolveSchool(before: Trajectory, event: SchoolEvent): Trajectory {
  const { schoolMessages: messages } = before;
  const withMessages = (schoolMessages: readonly SchoolMessage[]): Trajectory => ({ ...before, schoolMessages });
  if (event.name === 'school-agreed') {
    const { plan } = event.data;
    const left = plan.consent === 'no' ? dropMessages(messages, event.at) : messages;
    return { ...withMessages(left), schoolPlan: plan };
  }
  if (event.name === 'school-planned') return withMessages(planned(messages, event.data.expected, event.at));
  const { number } = event.data;
  return withMessages(messages.map((one) => (one.number === number ? { ...one, ...changed(one, event) } : one)));
}

type OneMessageEvent = Exclude<SchoolEvent, { name: 'school-agreed' | 'school-planned' }>;

/** What one message becomes. */
function changed(one: SchoolMessage, event: OneMessageEvent): Partial<SchoolMessage> {
  const since = event.at;
  switch (event.name) {
    case 'school-asked':
      return { asked: true };
    case 'school-reminded':
      return { told: event.data.to };
    case 'school-written':
      return { state: 'written', asked: true, by: event.data.by, told: null, since };
    case 'school-returned':
      return { state: 'returned', by: event.data.by, told: null, since, round: one.round + 1 };
    case 'school-released':
    case 'school-not-sent':
      return { state: 'released', by: event.data.by, told: null, since };
    case 'school-sent':
      return { ...over, state: 'sent', since };
    case 'school-skipped':
      return { ...over, state: 'skipped', since };
  }
}
