import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { RoundTableFacts } from '../../../contracts/round-table.js';
import type { RoundTableId } from '../../../domain/ids.js';
import { roundTableRights } from '../../../domain/round-table/policy.js';
import { roundTableLinks } from './round-table-links.js';
import { wayToCase } from '../card/way-back.js';
import { mostShown, type Button } from '../card/buttons.js';
import { dayOfAppointment, whenOf } from '../../../texts/appointment-words.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { invitedLine, tableLine, venueWord } from '../../../texts/round-table-words.js';
import type { CaseCard, Fact } from '../card/case-card.js';
import { bothSides } from '../card/people.js';
import { caseActor } from '../case-actor.js';
import { readers } from './act-on-round-table.js';
import { roundTableButtons } from './round-table-buttons.js';
import { roundTableStrip } from './round-table-strip.js';

interface CardFacts extends RoundTableFacts {
  readonly side: (typeof readers)[number];
}

/**
 * A round table in the thread of each side (R10, R15): the present state, when and where, who is asked, the file for one's own
 * calendar, and what may be done. After it: the question whether it was held, until that is answered.
 */
export const roundTable = view({
  slug: 'round-table',
  audience: 'stored',
  params: z.object({ roundTableId: id<RoundTableId>(), side: z.enum(readers).nullish().catch(null) }),
  async load(read, { roundTableId, side }): Promise<CardFacts | null> {
    const facts = await read.roundTable(roundTableId);
    return facts === null ? null : { ...facts, side: side ?? 'clb' };
  },
  may: ({ table, referral }, actor) =>
    'side' in roundTableRights.can(caseActor(actor, referral), 'see', table, table.since)
      ? null
      : { refused: 'not-yours' },
  fill: (facts, context): CaseCard => ({
    strip: roundTableStrip(facts, facts.side, context),
    title: texts(context.language)(`round-table.kind.${facts.table.kind}`),
    urgent: null,
    line: plain(tableLine(facts.table.organiser, facts.referral.reference, facts, context.language)),
    figures: null,
    people: bothSides(facts, facts.side, context.language),
    facts: factsOf(facts, context),
    notes: [],
    buttons: inRow(facts, roundTableLinks(facts, context), roundTableButtons(facts, facts.side, context), context.now),
    back: wayToCase(facts.referral, facts.side, context),
  }),
  summary: (facts, context) => {
    const { appointment, state } = facts.table;
    const say = texts(context.language);
    return say('round-table.round-table.summary', {
      reference: facts.referral.reference,
      provider: facts.provider?.name ?? '',
      state: say(`round-table.state.${state}`),
      when: state === 'planned' && appointment !== null ? dayOfAppointment(appointment, context) : 'none',
    });
  },
});

/** When, where, who; nothing of one that was never planned. */
function factsOf(facts: RoundTableFacts, context: ViewContext): Fact[] {
  const { table } = facts;
  const { language } = context;
  const { appointment } = table;
  if (appointment === null || table.state === 'to-plan' || table.state === 'dropped') return [];
  const say = texts(language);
  const where = [plain(venueWord(appointment.venue, facts, language)), plain(appointment.location ?? '')];
  return [
    { title: say('round-table.words.when'), value: whenOf(appointment, context) },
    { title: say('round-table.words.where'), value: where.filter((one) => one !== '').join(', ') },
    { title: say('round-table.words.who'), value: invitedLine(appointment.invited, facts, language) },
  ];
}

/** Before it, one's own calendar comes first; afterwards the answer whether it was held. */
function inRow({ table }: CardFacts, links: readonly Button[], acts: readonly Button[], now: Date): Button[] {
  const isAhead = table.state === 'planned' && table.appointment.startsAt > now;
  const inSight = acts.filter(({ mode }) => mode === null);
  const row = isAhead ? [...links, ...inSight] : [...inSight, ...links];
  const hidden = acts.filter(({ mode }) => mode !== null);
  return [...row, ...hidden].map((one, index) => ({
    ...one,
    mode: row.length > 0 && index >= Math.min(row.length, mostShown) ? 'secondary' : null,
  }));
}
