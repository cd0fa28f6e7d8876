import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import type { HelpLine, LineChange } from '../../domain/helpline/help-line.js';
import { canTakeBack } from '../../domain/helpline/take-back.js';
import type { ToldEntry } from '../../domain/timeline/entries.js';
import { entryWords } from '../../texts/entry-lines.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { changeLines, type OrganisationNames } from './changed-words.js';
import { keeps, mayPutBack } from './keeper.js';
import { lineId, listShape } from './line-params.js';
import { namesIn } from './names-in.js';

const perPage = 6;

type Told = LineChange | ToldEntry<'help-line'>;

/** What stands in the timeline only; a change stands there too, without its values. */
const saidOnly: readonly ToldEntry<'help-line'>['name'][] = ['reported', 'report-answered'];

interface HistoryFacts {
  readonly line: HelpLine;
  /** Newest first: changes with their values, and of the timeline what was said of the line without changing it. */
  readonly told: readonly Told[];
  readonly teams: ReadonlyMap<string, string>;
  readonly names: OrganisationNames;
  readonly page: number;
}

/**
 * What became of a line, newest first: which fields, from what to what, which team, when; what can be taken back says so.
 * Old contacts and texts are told only to who keeps the line.
 */
export const lineHistory = view({
  slug: 'line-history',
  forEverybody: true,
  audience: 'stored',
  params: z.object({ lineId, page: listShape.page }),
  async load(read, { lineId: id, page = 1 }): Promise<HistoryFacts | null> {
    const line = await read.helpLine(id);
    if (line === null) return null;
    const said = (await read.timeline('help-line', id)).filter(({ name }) => saidOnly.includes(name));
    const changes = await read.lineChanges(id);
    const told = newestFirst([...changes, ...said]);
    const last = Math.max(1, Math.ceil(told.length / perPage));
    const names = await namesIn(read, changes);
    return { line, told, teams: await teamsOf(read, told), names, page: Math.min(Math.max(1, page), last) };
  },
  may: () => null,
  fill(facts, context) {
    const { line, told, page } = facts;
    const shown = told.slice((page - 1) * perPage, page * perPage);
    return {
      lineId: line.id,
      name: plain(line.name),
      empty: told.length === 0 ? texts(context.language)('helplines.line-history.empty') : null,
      rows: shown.map((one) => ('what' in one ? changeRow(one, facts, context) : saidRow(one, facts, context))),
      earlierPage: page > 1 ? String(page - 1) : null,
      nextPage: page * perPage < told.length ? String(page + 1) : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('helplines.line-history.title'),
});

/** Of two at the same moment the one that was read first stays first. */
const newestFirst = (told: readonly Told[]): Told[] =>
  [...told].sort((one, other) => other.at.getTime() - one.at.getTime());

async function teamsOf(read: Read, told: readonly Told[]): Promise<Map<string, string>> {
  const ids = new Set(told.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])));
  const found = await Promise.all([...ids].map((id) => read.organisation(id)));
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
}

function whoOf({ organisationId, at }: Told, { teams }: HistoryFacts, { language, now }: ViewContext): string {
  const team = organisationId === null ? undefined : teams.get(organisationId);
  return [...(team === undefined ? [] : [plain(team)]), moment(at, language, now)].join(' · ');
}

const saidRow = (one: ToldEntry<'help-line'>, facts: HistoryFacts, context: ViewContext) => ({
  changeId: null,
  what: entryWords(one, context),
  who: whoOf(one, facts, context),
  lines: null,
  mayUndo: null,
});

function changeRow(change: LineChange, facts: HistoryFacts, context: ViewContext) {
  const { line, names } = facts;
  const { language, actor } = context;
  const all = actor !== null && keeps(line, actor);
  const lines = change.what === 'added' ? [] : changeLines(change, { language, names, line, all });
  return {
    changeId: change.id,
    what: texts(language)(`helplines.changes.${change.what}`),
    who: whoOf(change, facts, context),
    lines: lines.length === 0 ? null : lines.join('\n\n'),
    mayUndo: canTakeBack(change, line) && (actor === null || mayPutBack(change, line, actor)) ? 'yes' : null,
  };
}
