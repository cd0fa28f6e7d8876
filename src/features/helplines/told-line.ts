import type { ViewContext } from '../../contracts/action.js';
import { isStale, type HelpLine, type HelpOrganisation } from '../../domain/helpline/help-line.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { factsOf } from './line-facts.js';
import { alertWords, assuredWords, kindName } from './line-words.js';

/** What a card tells of a help line, wherever it stands: data for the header, the facts and the line on how true it is. */
export function toldLine(line: HelpLine, organisation: HelpOrganisation | null, context: ViewContext) {
  const { language, calendar, now } = context;
  const today = calendar.dayOf(now);
  return {
    lineId: line.id,
    kind: kindName(line.kind, language),
    name: plain(line.name),
    state: isStale(line, today) ? texts(language)('helplines.words.stale') : null,
    description: line.description === null ? null : plain(line.description),
    alert: alertWords(line, language),
    facts: factsOf(line, organisation, context),
    assured: assuredWords(line, language, today),
  };
}
