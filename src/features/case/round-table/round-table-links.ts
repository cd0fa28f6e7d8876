import type { ViewContext } from '../../../contracts/action.js';
import { fileLink } from '../../../contracts/file-link.js';
import type { RoundTableFacts } from '../../../contracts/round-table.js';
import { linkUntil } from '../../../domain/appointment/appointment.js';
import { texts } from '../../../texts/index.js';
import type { ChatButton } from '../card/buttons.js';

/** Into one's own calendar before it, out of it again when it is off; and the way to an online meeting. */
export function roundTableLinks({ table }: RoundTableFacts, context: ViewContext): ChatButton[] {
  const { language, now } = context;
  const { appointment, state } = table;
  if (appointment === null || state === 'held' || linkUntil(appointment) <= now) return [];
  const say = texts(language);
  const isOff = state !== 'planned';
  const file = fileLink('round-table-invitation', { roundTableId: table.id }, context, linkUntil(appointment));
  const calendar = { title: say(isOff ? 'round-table.words.calendar-off' : 'round-table.words.calendar'), url: file };
  const isOver = !isOff && appointment.startsAt <= now;
  const online =
    isOff || appointment.url === null ? [] : [{ title: say('round-table.words.online'), url: appointment.url }];
  return [...(isOver ? [] : [calendar]), ...online].map((one) => ({ ...one, mode: null }));
}
