import type { Language } from '../domain/language.js';
import type { Trajectory } from '../domain/trajectory/trajectory.js';
import { codeWord } from './referral-words.js';

/** `warme overdracht: welzijnswerk`: how a trajectory ended, and to what kind of service the pupil was handed over. */
export const outcomeWords = (
  { outcome, handover }: Pick<Trajectory, 'outcome' | 'handover'>,
  language: Language,
): string =>
  [
    ...(outcome === null ? [] : [codeWord(language, 'trajectory-outcome', outcome)]),
    ...(handover === null ? [] : [codeWord(language, 'handover', handover)]),
  ].join(': ');
