import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';
import { organiserName } from '../../../texts/round-table-words.js';
import type { TableFacts } from './act-on-round-table.js';

/** What stands on top of every form of a round table, and what its buttons carry. */
export const headOf = (facts: TableFacts, language: Language) => ({
  roundTableId: facts.table.id,
  side: facts.side ?? null,
  line: texts(language)('round-table.words.line', {
    reference: facts.referral.reference,
    organiser: organiserName(facts.table.organiser, facts),
  }),
});
