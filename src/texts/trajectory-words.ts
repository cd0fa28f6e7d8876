import type { Language } from '../domain/language.js';
import type { Trajectory } from '../domain/trajectory/trajectory.js';
import { texts } from './index.js';
import { codeWord } from './referral-words.js';

/** `warme overdracht aan welzijnswerk`: how a trajectory ended, and to what kind of service the pupil was handed over. */
export function outcomeWords(
  { outcome, handover }: Pick<Trajectory, 'outcome' | 'handover'>,
  language: Language,
): string {
  if (outcome === null) return '';
  const word = codeWord(language, 'trajectory-outcome', outcome);
  if (handover === null) return word;
  return texts(language)('trajectory.words.handed-over', {
    outcome: word,
    to: codeWord(language, 'handover', handover),
  });
}
