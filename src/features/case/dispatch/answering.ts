import type { Present } from '../act-on-case.js';
import type { ActFacts } from '../act-on-case.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import type { Language } from '../../../domain/language.js';
import { caseCards } from '../../../domain/case/cards.js';

/** The card that shows the present state to who answered: before the desk, or the offer. */
export const presentAnswer = ({ referral, onDesk }: ActFacts): Present =>
  (onDesk ? caseCards.beforeDesk : caseCards.offer).shown({ referralId: referral.id });

/** What every answer's form shows on top, what its button carries on, and the card that 'back' leads to. */
export const formHeader = (facts: ActFacts, language: Language) => ({
  reference: texts(language)('case.card.reference', { reference: facts.referral.reference }),
  service: plain(facts.service?.name ?? ''),
  referralId: facts.referral.id,
  why: facts.onDesk ? 'desk' : null,
  round: facts.referral.round,
  backTo: presentAnswer(facts).show,
});
