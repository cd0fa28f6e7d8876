import type { Language } from '../../../domain/language.js';
import { plain } from '../../../texts/plain.js';
import { tableLine } from '../../../texts/round-table-words.js';
import type { TableFacts } from './act-on-round-table.js';

/** What stands on top of every form of a round table, and what its buttons carry. */
export const headOf = (facts: TableFacts, language: Language) => ({
  roundTableId: facts.table.id,
  side: facts.side ?? null,
  line: plain(tableLine(facts.table.organiser, facts.referral.reference, facts, language)),
});
