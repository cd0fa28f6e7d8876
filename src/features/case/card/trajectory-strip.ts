import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import { isLeft, isPutOff, isStepDue, isTooOftenAbsent } from '../../../domain/trajectory/clocks.js';
import { owedMessages } from '../../../domain/trajectory/school-message.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { outcomeWords } from '../../../texts/trajectory-words.js';
import { schoolStrip } from './school-strip.js';
import type { Reader } from './strip.js';

type Told = Pick<CaseFacts, 'provider' | 'clb'>;

/** `di 3 mrt.`: a day of a trajectory. */
const dayWord = (on: string | null, { language, calendar, now }: ViewContext): string =>
  on === null ? '' : day(on, language, calendar.dayOf(now));
const dayAt = (at: Date | null, context: ViewContext): string =>
  at === null ? '' : dayWord(context.calendar.dayOf(at), context);

/** The strip of a trajectory: how it stands, and the next step for this reader. */
export function trajectoryStrip(trajectory: Trajectory, facts: Told, reader: Reader, context: ViewContext): Strip {
  if (isTooOftenAbsent(trajectory) && reader === 'desk' && !isLeft(trajectory))
    return absent(trajectory, facts, context);
  if (isStepDue(trajectory, context.now)) return due(trajectory, facts, reader, context);
  const [owed] = owedMessages(trajectory, reader);
  if (owed !== undefined) return schoolStrip(owed, facts, reader, context);
  const say = texts(context.language);
  const values = {
    provider: plain(facts.provider?.name ?? ''),
    by: dayAt(trajectory.nextBy, context),
    on: dayWord(trajectory.startedOn, context),
    halfDays: trajectory.halfDays,
    absent: isTooOftenAbsent(trajectory) ? trajectory.absentRow : 0,
  };
  switch (trajectory.state) {
    case 'awaited':
      return reader === 'provider'
        ? awaited(trajectory, say('trajectory.strip.say-start', values), context)
        : { ...looks.settled, state: say('trajectory.strip.awaited'), next: say('trajectory.strip.will-say', values) };
    case 'started':
      return {
        ...looks.settled,
        state: say('trajectory.strip.runs', values),
        next: say(`trajectory.strip.look-${reader}`, values),
      };
    case 'paused':
      return {
        ...looks.waits,
        state: say('trajectory.strip.paused', values),
        next: say('trajectory.strip.asked-again', values),
      };
    case 'closed':
      return {
        ...looks.over,
        state: say('trajectory.strip.closed', { on: dayWord(trajectory.closedOn, context) }),
        next: say('trajectory.strip.outcome', { ...values, outcome: outcomeWords(trajectory, context.language) }),
      };
    case 'dropped':
      return { ...looks.closed, state: say('trajectory.strip.dropped'), next: say('trajectory.strip.nothing') };
  }
}

/** Asked once; who said “not yet” is left alone until it is asked again. */
function awaited(trajectory: Trajectory, next: string, { language, calendar }: ViewContext): Strip {
  const say = texts(language);
  return isPutOff(trajectory, calendar)
    ? { ...looks.waits, state: say('trajectory.strip.not-yet'), next }
    : { ...looks.decide, state: say('trajectory.strip.started-yet'), next };
}

/** Absent three times in a row: the desk sees to it. */
const absent = ({ absentRow }: Trajectory, { provider }: Told, { language }: ViewContext): Strip => ({
  ...looks.decide,
  state: texts(language)('trajectory.strip.absent', { count: absentRow }),
  next: texts(language)('trajectory.strip.absent-desk', { provider: plain(provider?.name ?? '') }),
});

/** The provider owes a next step: to say that it started, that it goes on, or that it runs again. */
function due(trajectory: Trajectory, { provider }: Told, reader: Reader, context: ViewContext): Strip {
  const { state } = trajectory;
  const say = texts(context.language);
  const values = {
    provider: plain(provider?.name ?? ''),
    on: dayWord(trajectory.startedOn, context),
    halfDays: trajectory.halfDays,
  };
  const key = state === 'awaited' || state === 'paused' ? state : 'started';
  if (reader === 'clb')
    return {
      ...looks.settled,
      state: say(`trajectory.strip.stands-${key}`, values),
      next: say('trajectory.strip.is-asked', values),
    };
  const next = say(reader === 'desk' ? 'trajectory.strip.desk-calls' : 'trajectory.strip.say-it', values);
  if (!isLeft(trajectory)) return { ...looks.decide, state: say(`trajectory.strip.ask-${key}`, values), next };
  const since = moment(trajectory.nextBy ?? context.now, context.language, context.now);
  const late = say('case.card.late', { moment: since });
  return { ...looks.late, state: late, next: [say(`trajectory.strip.ask-${key}`, values), next].join(' ') };
}
