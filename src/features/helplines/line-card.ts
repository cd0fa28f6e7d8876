import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import type { HelpLine, HelpOrganisation, LineReport } from '../../domain/helpline/help-line.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { loadKeeper, type Keeper } from './keeper.js';
import { asButton, lineId, listShape, type ListParams } from './line-params.js';
import { reasonWords } from './line-words.js';
import { toldLine } from './told-line.js';

interface CardFacts {
  readonly line: HelpLine;
  readonly organisation: HelpOrganisation | null;
  readonly keeper: Keeper;
  /** Somebody says that it is wrong, and nobody answered yet. */
  readonly open: LineReport | null;
  readonly back: ListParams;
}

/** One help line: everything it tells, who keeps it true, and what one can do with it. Carries the list it was opened from. */
export const lineCard = view({
  slug: 'line-card',
  forEverybody: true,
  audience: 'stored',
  params: z.object({ lineId, ...listShape }),
  async load(read, { lineId: id, ...back }): Promise<CardFacts | null> {
    const line = await read.helpLine(id);
    if (line === null) return null;
    const [open = null] = await read.lineReports(id, 'open');
    const organisation = await read.helpOrganisation(line.organisationId);
    return { line, organisation, keeper: await loadKeeper(read, line), open, back };
  },
  may: () => null,
  // The message extension puts a line in any chat, and everybody may read it.
  anywhere: true,
  fill(facts, context) {
    const { line, organisation, open, back } = facts;
    const { language } = context;
    const say = texts(language);
    return {
      ...toldLine(line, organisation, context),
      ...keeperOf(facts, context),
      reportId: open?.id ?? null,
      report:
        open === null ? null : say('helplines.line-card.reported', { reason: reasonWords(open.reason, language) }),
      filter: asButton(back),
    };
  },
  summary: ({ line }) => line.name,
});

/** Who keeps it, and the way to become its keeper for who is not. */
function keeperOf({ line, keeper: { person, team } }: CardFacts, { language, actor }: ViewContext) {
  const say = texts(language);
  const mine = actor !== null && actor.person.id === line.keeperId;
  const who = [team?.name ?? null, person?.name ?? null]
    .filter((one) => one !== null)
    .map(plain)
    .join(', ');
  return {
    keeper: who === '' ? say('helplines.line-card.no-keeper') : say('helplines.line-card.keeper', { who }),
    takeOver: mine ? null : say('helplines.line-card.take-over'),
    leave: mine ? say('helplines.line-card.leave') : null,
  };
}
