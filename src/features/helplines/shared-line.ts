import { z } from 'zod';
import { id } from '../../contracts/id.js';
import { view } from '../../contracts/action.js';
import type { HelpLine, HelpOrganisation } from '../../domain/helpline/help-line.js';
import type { PersonId } from '../../domain/ids.js';
import type { Person } from '../../domain/organisation.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { lineId } from './line-params.js';
import { toldLine } from './told-line.js';

interface SharedFacts {
  readonly line: HelpLine;
  readonly organisation: HelpOrganisation | null;
  readonly by: Person | null;
}

/**
 * A help line as a message for everybody in a channel, shared by somebody; and as what the message extension puts in any
 * conversation: then it has no button, because the bot need not be there to answer it.
 */
export const sharedLine = view({
  slug: 'shared-line',
  audience: 'stored',
  params: z.object({ lineId, by: id<PersonId>().optional().catch(undefined) }),
  async load(read, { lineId: id, by }): Promise<SharedFacts | null> {
    const line = await read.helpLine(id);
    if (line === null) return null;
    const organisation = await read.helpOrganisation(line.organisationId);
    return { line, organisation, by: by === undefined ? null : await read.person(by) };
  },
  may: () => null,
  fill({ line, organisation, by }, context) {
    const { language } = context;
    const say = texts(language);
    return {
      ...toldLine(line, organisation, context),
      by: by === null ? null : say('helplines.shared-line.by', { name: plain(by.name) }),
    };
  },
  summary: ({ line }, { language }) => texts(language)('helplines.shared-line.summary', { name: line.name }),
});
