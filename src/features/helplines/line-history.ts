import { z } from 'zod';
import { view, type ViewContext } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import type { HelpLine, LineChange } from '../../domain/helpline/help-line.js';
import { canTakeBack } from '../../domain/helpline/take-back.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { changeLines, type OrganisationNames } from './changed-words.js';
import { keeps, mayPutBack } from './keeper.js';
import { lineId, listShape } from './line-params.js';

const perPage = 6;

interface HistoryFacts {
  readonly line: HelpLine;
  readonly changes: readonly LineChange[];
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
  audience: 'stored',
  params: z.object({ lineId, page: listShape.page }),
  async load(read, { lineId: id, page = 1 }): Promise<HistoryFacts | null> {
    const line = await read.helpLine(id);
    if (line === null) return null;
    const changes = await read.lineChanges(id);
    const last = Math.max(1, Math.ceil(changes.length / perPage));
    const names = new Map((await read.helpOrganisations()).map(({ id: one, name }) => [one, name]));
    return { line, changes, teams: await teamsOf(read, changes), names, page: Math.min(Math.max(1, page), last) };
  },
  may: () => null,
  fill(facts, context) {
    const { line, changes, page } = facts;
    const shown = changes.slice((page - 1) * perPage, page * perPage);
    return {
      lineId: line.id,
      name: plain(line.name),
      empty: changes.length === 0 ? texts(context.language)('helplines.line-history.empty') : null,
      rows: shown.map((change) => rowOf(change, facts, context)),
      earlierPage: page > 1 ? String(page - 1) : null,
      nextPage: page * perPage < changes.length ? String(page + 1) : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('helplines.line-history.title'),
});

async function teamsOf(read: Read, changes: readonly LineChange[]): Promise<Map<string, string>> {
  const ids = new Set(changes.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])));
  const found = await Promise.all([...ids].map((id) => read.organisation(id)));
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.id, one.name]])));
}

function rowOf(change: LineChange, { line, teams, names }: HistoryFacts, { language, now, actor }: ViewContext) {
  const say = texts(language);
  const team = change.organisationId === null ? undefined : teams.get(change.organisationId);
  const all = actor !== null && keeps(line, actor);
  const lines = change.what === 'added' ? [] : changeLines(change, { language, names, line, all });
  return {
    changeId: change.id,
    what: say(`helplines.changes.${change.what}`),
    who: [...(team === undefined ? [] : [plain(team)]), moment(change.at, language, now)].join(' · '),
    lines: lines.length === 0 ? null : lines.join('\n\n'),
    mayUndo: canTakeBack(change, line) && (actor === null || mayPutBack(change, line, actor)) ? 'yes' : null,
  };
}
