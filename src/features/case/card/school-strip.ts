import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import {
  isLeftMessage,
  ownerOfMessage,
  owedMessages,
  type SchoolMessage,
} from '../../../domain/trajectory/school-message.js';
import { schoolCards } from '../../../domain/trajectory/cards.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import type { LooseButton } from './buttons.js';
import type { Reader } from './strip.js';

type Told = Pick<CaseFacts, 'provider' | 'clb'>;

/** The strip of a message to the school: how it stands, and the next step for this reader (R14). */
export function schoolStrip(message: SchoolMessage, facts: Told, reader: Reader, context: ViewContext): Strip {
  const { language, calendar, now } = context;
  const say = texts(language);
  const { state, by } = message;
  const values = {
    provider: plain(facts.provider?.name ?? ''),
    clb: plain(facts.clb?.name ?? ''),
    day: day(by === null ? calendar.dayOf(message.since) : calendar.dayOf(by), language, calendar.dayOf(now)),
  };
  if (state === 'sent' || state === 'skipped' || state === 'dropped')
    return {
      ...(state === 'sent' ? looks.over : looks.closed),
      state: say(`school.strip.${state}`, values),
      next: state === 'sent' ? say('school.strip.sent-next', values) : say('school.strip.nothing'),
    };
  const owner = ownerOfMessage(message);
  const owes = owner === reader || (reader === 'desk' && isLeftMessage(message));
  const isLate = owner !== null && by !== null && by < now;
  const next = say(`school.next.${state}-${reader}`, values);
  if (isLate && owes)
    return { ...looks.late, state: say('case.card.late', { moment: moment(by, language, now) }), next };
  return { ...(owes ? looks.decide : looks.waits), state: say(`school.strip.${state}`, values), next };
}

/** What the school is to hear next for a reader who is to act: its card in one press; null when nothing is asked. */
export function schoolButton(trajectory: Trajectory, reader: Reader, { language }: ViewContext): LooseButton | null {
  const [owed] = owedMessages(trajectory, reader);
  if (owed === undefined) return null;
  const data = schoolCards.message.onButton({ trajectoryId: trajectory.id, number: owed.number, side: reader });
  return {
    title: texts(language)('trajectory.buttons.school'),
    style: null,
    verb: builtInVerbs.show,
    data,
    inMenu: false,
  };
}
