import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { HelpLine, LineChange } from '../../domain/helpline/help-line.js';
import type { Organisation } from '../../domain/organisation.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { changeLines, type OrganisationNames } from './changed-words.js';
import { keeps } from './keeper.js';
import { lineId } from './line-params.js';
import { namesIn } from './names-in.js';

interface ChangedFacts {
  readonly line: HelpLine;
  readonly change: LineChange;
  readonly team: Organisation | null;
  readonly names: OrganisationNames;
}

/**
 * Tells a keeper that another team changed the line, or keeps it from now on. The message goes to the keeper alone; whoever
 * else opens it reads no old contacts and texts.
 */
export const lineChanged = view({
  slug: 'line-changed',
  audience: 'stored',
  params: z.object({ lineId, at: z.string() }),
  async load(read, { lineId: id, at }): Promise<ChangedFacts | null> {
    const line = await read.helpLine(id);
    const change = (await read.lineChanges(id)).find((one) => one.at.toISOString() === at);
    if (line === null || change === undefined) return null;
    const team = change.organisationId === null ? null : await read.organisation(change.organisationId);
    const names = await namesIn(read, [change]);
    return { line, change, team, names };
  },
  may: () => null,
  fill({ line, change, team, names }, { language, now, actor }) {
    const say = texts(language);
    const who = team === null ? say('helplines.words.somebody') : plain(team.name);
    const lines = changeLines(change, { language, names, line, all: actor === null || keeps(line, actor) });
    return {
      lineId: line.id,
      name: plain(line.name),
      what: say(`helplines.line-changed.${change.what === 'keeper-changed' ? 'keeper' : 'what'}`, {
        who,
        when: moment(change.at, language, now),
      }),
      lines: lines.length === 0 ? null : lines.join('\n\n'),
    };
  },
  summary: (_facts, { language }) => texts(language)('helplines.line-changed.title'),
});
