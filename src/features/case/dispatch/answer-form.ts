import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { presentState, type AnswerFacts } from './answering.js';

/** What every answer's form shows on top, what its button carries on, and the card that 'back' leads to. */
export const formHeader = (facts: AnswerFacts, language: Language) => ({
  reference: texts(language)('dispatch.facts.reference', { reference: facts.referral.reference }),
  service: plain(facts.service.name),
  referralId: facts.referral.id,
  why: facts.subject.why ?? null,
  round: facts.undone.length,
  backTo: presentState(facts).show,
});
