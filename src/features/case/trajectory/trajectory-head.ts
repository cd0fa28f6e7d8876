import type { ActionContext } from '../../../contracts/action.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { OnTrajectory } from '../../../domain/trajectory/cards.js';
import type { Language } from '../../../domain/language.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import type { ActingOn } from './act-on-trajectory.js';

/** `2026-0042 · 14–15 jaar · BSO · bij NAFT`: which one it is, without who it is. */
export const trajectoryLine = ({ referral, provider }: TrajectoryCase, language: Language): string =>
  [
    referral.reference,
    aboutWhom(referral, language),
    texts(language)('trajectory.words.at', { provider: plain(provider?.name ?? '') }),
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** What the buttons of a form carry. */
export const onCard = ({ trajectory, side }: ActingOn): OnTrajectory => ({ trajectoryId: trajectory.id, side });

/** What stands on top of every form of a trajectory, and what its buttons carry. */
export const headOf = (facts: ActingOn, { actor }: Pick<ActionContext, 'actor'>) => ({
  trajectoryId: facts.trajectory.id,
  side: facts.side ?? null,
  line: trajectoryLine(facts, actor.language),
});
