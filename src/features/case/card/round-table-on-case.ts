import type { CaseFacts } from '../../../contracts/case.js';
import type { ViewContext } from '../../../contracts/context.js';
import { termOfRoundTable } from '../../../domain/round-table/clocks.js';
import { roundTableRights } from '../../../domain/round-table/policy.js';
import { currentOf, type RoundTable } from '../../../domain/round-table/round-table.js';
import { whenOf } from '../../../texts/appointment-words.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { organiserName } from '../../../texts/round-table-words.js';
import { caseActor } from '../case-actor.js';
import type { LooseButton } from './buttons.js';
import type { Reader } from './strip.js';
import { roundTableForms } from '../../../domain/round-table/cards.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { roundTableCards } from '../../../domain/round-table/cards.js';

/** What a referral with a place says of its round table (R10). */
export interface RoundTableOnCase {
  readonly next: string;
  /** This reader is to act: until when, and whether that has passed. */
  readonly asks: { readonly by: Date; readonly isLate: boolean } | null;
  readonly buttons: readonly LooseButton[];
}

/** The round table of a referral with a place, for one reader; null where there is none. */
export function roundTableOnCase(facts: CaseFacts, reader: Reader, context: ViewContext): RoundTableOnCase | null {
  const table = facts.referral.state === 'placed' ? currentOf(facts.roundTables) : null;
  if (table === null) return null;
  const by = termOfRoundTable(table, context.now, context.calendar);
  const isAsked = by !== null && (reader === table.organiser || reader === 'desk');
  return {
    next: nextOf(table, facts, isAsked, context),
    asks: isAsked ? { by, isLate: by < context.now } : null,
    buttons: buttonsFor(table, facts, reader, context),
  };
}

function nextOf(table: RoundTable, facts: CaseFacts, isAsked: boolean, context: ViewContext): string {
  const { language, calendar, now } = context;
  const say = texts(language);
  if (table.appointment !== null && table.state !== 'to-plan') {
    const key = table.state === 'held' ? 'held' : table.appointment.startsAt <= now ? 'was-it' : 'planned';
    return say(`round-table.on-case.${key}`, { when: whenOf(table.appointment, context) });
  }
  const by = table.planBy ?? now;
  const told = {
    day: day(calendar.dayOf(by), language, calendar.dayOf(now)),
    organiser: plain(organiserName(table.organiser, facts)),
  };
  if (!isAsked) return say('round-table.on-case.other-plans', told);
  return say(by < now ? 'round-table.on-case.plan-late' : 'round-table.on-case.plan', told);
}

/** To plan it, and to say whether it was held, is one press from the post; its own card says the rest. */
function buttonsFor(table: RoundTable, { referral }: CaseFacts, reader: Reader, context: ViewContext): LooseButton[] {
  const { actor, now, language } = context;
  const say = texts(language);
  const who = actor === null ? { sides: [reader], isAuthor: false } : caseActor(actor, referral);
  const subject = { roundTableId: table.id, side: reader };
  if ('side' in roundTableRights.can(who, 'plan', table, now))
    return [
      {
        title: say('round-table.buttons.plan-first'),
        style: 'positive',
        verb: builtInVerbs.openForm,
        data: roundTableForms.plan.onButton(subject),
        inMenu: false,
      },
    ];
  if (table.appointment === null) return [];
  const may = roundTableRights.allowedActs(who, table, now);
  const asked = table.state === 'planned' ? answers.filter(({ act }) => may.has(act)) : [];
  const said = asked.map(({ act, verb }) => ({
    title: say(`round-table.buttons.${act}`),
    style: null,
    verb,
    data: subject,
    inMenu: false,
  }));
  const data = roundTableCards.card.onButton(subject);
  return [...said, { title: say('round-table.buttons.show'), style: null, verb: 'show', data, inMenu: false }];
}

/** Said in one press from where it is asked; a choice between equals. */
const answers = [
  { act: 'note-held', verb: 'confirm-round-table' },
  { act: 'note-not-held', verb: 'miss-round-table' },
] as const;
