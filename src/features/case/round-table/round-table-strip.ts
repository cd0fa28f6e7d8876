import type { ViewContext } from '../../../contracts/action.js';
import type { RoundTableFacts } from '../../../contracts/round-table.js';
import { nextStepOfRoundTable } from '../../../domain/round-table/clocks.js';
import type { RoundTable } from '../../../domain/round-table/round-table.js';
import { whenOf } from '../../../texts/appointment-words.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import type { Language } from '../../../domain/language.js';
import { invitedLine, organiserName } from '../../../texts/round-table-words.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import type { Reader } from '../card/strip.js';

/** Whether it is this reader who is to act: who organises, and the desk once it stands before it. */
const isToAct = ({ organiser }: RoundTable, reader: Reader): boolean => reader === organiser || reader === 'desk';

/** The strip of a round table: its state, and the next step for this reader. */
export function roundTableStrip(facts: RoundTableFacts, reader: Reader, context: ViewContext): Strip {
  const { table } = facts;
  const { language, now } = context;
  const say = texts(language);
  switch (table.state) {
    case 'to-plan':
      return toPlan(facts, table, reader, context);
    case 'planned':
      if (table.appointment.startsAt <= now)
        return { ...looks.decide, state: say('round-table.strip.was-it'), next: say('round-table.strip.say-it') };
      return {
        ...looks.settled,
        state: say('round-table.strip.planned', { when: whenOf(table.appointment, context) }),
        next: reader === table.organiser ? tellYourself(facts, table, language) : say('round-table.strip.reminder'),
      };
    case 'held':
      return {
        ...looks.over,
        state: say('round-table.strip.held', { when: whenOf(table.appointment, context) }),
        next: null,
      };
    case 'dropped':
      return { ...looks.closed, state: say('round-table.state.dropped'), next: say('round-table.strip.nothing') };
  }
}

/** Whom the bot cannot invite, who organises tells. */
function tellYourself(facts: RoundTableFacts, { appointment }: RoundTable<'planned'>, language: Language): string {
  const others = appointment.invited.filter((one) => one !== 'clb' && one !== 'provider');
  const say = texts(language);
  return others.length === 0
    ? say('round-table.strip.reminder')
    : say('round-table.strip.reminder-tell', { who: invitedLine(others, facts, language) });
}

function toPlan(facts: RoundTableFacts, table: RoundTable<'to-plan'>, reader: Reader, context: ViewContext): Strip {
  const { language, now, calendar } = context;
  const say = texts(language);
  const organiser = plain(organiserName(table.organiser, facts));
  const by = day(calendar.dayOf(table.planBy), language, calendar.dayOf(now));
  if (!isToAct(table, reader))
    return {
      ...looks.waits,
      state: say('round-table.strip.to-plan'),
      next: say('round-table.strip.other-plans', { organiser, day: by }),
    };
  const isLate = (nextStepOfRoundTable(table, calendar)?.by ?? now) < now || table.planBy < now;
  const next =
    reader === 'desk' ? say('round-table.strip.desk-plans', { organiser }) : say('round-table.strip.you-plan');
  return isLate
    ? { ...looks.late, state: say('case.card.late', { moment: moment(table.planBy, language, now) }), next }
    : { ...looks.decide, state: say('round-table.strip.plan-by', { day: by }), next };
}
