import type { Actor } from '../../contracts/actor.js';
import { caseActor } from '../../contracts/case-actor.js';
import type { Read } from '../../contracts/read.js';
import type { Typed } from '../../domain/draft.js';
import { personalAnswers, type PersonalKind } from '../../domain/intake/index.js';
import { parseLocalDate } from '../../domain/local-date.js';
import type { KnownNames } from '../../lib/personal-data/index.js';
import { can } from '../../domain/case/policy.js';
import type { Referral } from '../../domain/case/referral.js';

/** Whether somebody is a party to this case, also when its part is closed: then a signal may come from it. */
export const isParty = (referral: Referral, actor: Actor, now: Date): boolean =>
  (['see-post', 'see-offer'] as const).some((act) => 'side' in can(caseActor(actor, referral), act, referral, now));

/**
 * Whether the text may be compared with the case's names: only for who may open them anyway, so that nobody can find out
 * a name by trying. The CLB, the desk, and the provider until its part is closed.
 */
const mayCompare = (referral: Referral, actor: Actor, now: Date): boolean =>
  'side' in can(caseActor(actor, referral), 'open-file', referral, now);

/** What the sealed part says about who must not be named; it never leaves this turn. */
function namesIn(typed: Typed): KnownNames {
  const answers = personalAnswers(typed);
  const of = (kind: PersonalKind): string[] =>
    answers.filter(({ personal }) => personal === kind).map(({ text }) => text);
  const birthDates = of('birth-date').flatMap((text) => {
    const birthDate = parseLocalDate(text);
    return birthDate === undefined ? [] : [birthDate];
  });
  return { pupilNames: of('person'), schoolNames: of('school'), birthDates, phones: of('phone'), emails: of('email') };
}

/** The names of a case to look for in a text about it; empty for who may not compare, and when the file was erased. */
export async function knownNames(read: Read, referral: Referral | null, actor: Actor, now: Date): Promise<KnownNames> {
  if (referral === null || !mayCompare(referral, actor, now)) return {};
  const file = await read.caseFile(referral.id);
  return file === null ? {} : namesIn(file.typed);
}
