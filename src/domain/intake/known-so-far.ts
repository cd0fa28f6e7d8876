import { ageBand, readBirthDate } from '../age.js';
import type { ReferralFacts } from '../case/referral.js';
import { schoolForms, targets } from '../codes.js';
import type { Typed } from '../draft.js';
import type { LocalDate } from '../local-date.js';
import { isForGroup } from './forms.js';
import { oneOf, textOf } from './parsed.js';
import { readRegion } from './region.js';

/** What an intake under way is about, as far as it may be told where others might read along: codes only. */
export interface KnownSoFar extends Pick<ReferralFacts, 'ageBand' | 'schoolForm' | 'groupSize'> {
  /** Null: nothing was said of it yet. */
  readonly target: ReferralFacts['target'] | null;
  readonly region: string | null;
}

/** Takes what was typed so far, right or wrong; gives what of it is known. */
export function knownSoFar(typed: Typed, today: LocalDate): KnownSoFar {
  const forGroup = isForGroup(typed);
  const birth = readBirthDate(textOf(typed, 'birthDate'), today);
  const size = Number(textOf(typed, 'groupSize'));
  const region = readRegion(typed);
  const schoolForm = forGroup ? null : oneOf(typed, 'schoolForm', schoolForms);
  const isPupil = birth.ok || schoolForm !== null;
  return {
    target: oneOf(typed, 'target', targets) ?? (isPupil ? 'pupil' : null),
    ageBand: !forGroup && birth.ok ? ageBand(birth.age) : null,
    schoolForm,
    groupSize: forGroup && Number.isInteger(size) && size > 0 ? size : null,
    region: region.ok ? region.value.region : null,
  };
}
