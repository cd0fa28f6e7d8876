import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { RoundTableFacts } from '../../../contracts/round-table.js';
import type { RoundTableNews } from '../../../domain/round-table/cards.js';
import { isReminder } from '../../../domain/case/reminders.js';
import type { RoundTableId } from '../../../domain/ids.js';
import { stillReminds } from '../../../domain/round-table/round-table.js';
import { day, moment } from '../../../texts/format.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { organiserName } from '../../../texts/round-table-words.js';

interface UpdateFacts extends RoundTableFacts {
  readonly what: RoundTableNews;
  readonly was: Date | null;
  readonly is: Date | null;
}

/** The sentence for each thing that is told; what is never told has none. */
const sentences: Readonly<Record<RoundTableNews, TextKey | null>> = {
  wanted: null,
  'handed-over': 'round-table.told.handed-over',
  planned: 'round-table.told.planned',
  moved: 'round-table.told.moved',
  cancelled: 'round-table.told.cancelled',
  reminded: 'round-table.told.reminded',
  asked: null,
  held: null,
  'not-held': 'round-table.told.not-held',
  'followed-up': null,
  dropped: 'round-table.told.dropped',
  'left-to-plan': 'round-table.told.left-to-plan',
  'left-planned': 'round-table.told.left-planned',
};

const instant = z.iso
  .datetime()
  .nullable()
  .transform((text) => (text === null ? null : new Date(text)));

/** A reply in a thread: what happened to a round table, in one sentence. A reminder says afterwards that nothing is asked any more. */
export const roundTableUpdate = view({
  slug: 'round-table-update',
  audience: 'stored',
  params: z.object({
    roundTableId: id<RoundTableId>(),
    what: z.enum(Object.keys(sentences) as RoundTableNews[]),
    was: instant,
    is: instant,
  }),
  async load(read, { roundTableId, ...told }): Promise<UpdateFacts | null> {
    const facts = await read.roundTable(roundTableId);
    return facts === null ? null : { ...facts, ...told };
  },
  fill: (facts, context) => ({
    reference: [
      texts(context.language)('case.card.reference', { reference: facts.referral.reference }),
      ...(facts.provider === null ? [] : [plain(facts.provider.name)]),
    ].join(' · '),
    sentence: sentenceOf(facts, context),
  }),
  summary: (facts, context) =>
    texts(context.language)('round-table.round-table-update.summary', {
      reference: facts.referral.reference,
      provider: plain(facts.provider?.name ?? ''),
      sentence: sentenceOf(facts, context),
    }),
});

function sentenceOf(facts: UpdateFacts, { language, now, calendar }: ViewContext): string {
  const { table, was, is } = facts;
  const told = (at: Date | null): string => (at === null ? 'none' : moment(at, language, now));
  const planBy = table.planBy === null ? 'none' : day(calendar.dayOf(table.planBy), language, calendar.dayOf(now));
  return texts(language)(sentenceFor(facts), {
    was: told(was),
    is: told(is),
    organiser: plain(organiserName(table.organiser, facts)),
    day: planBy,
    state: texts(language)(`round-table.state.${table.state}`).toLowerCase(),
  });
}

/** What is told; of a reminder, once the step was taken, that it was. */
function sentenceFor({ table, what }: UpdateFacts): TextKey {
  if (isReminder(what) && !stillReminds(what, table)) return 'round-table.told.settled';
  return sentences[what] ?? 'round-table.told.other';
}
