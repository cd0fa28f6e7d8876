import { actsFor, type Actor } from '../../../contracts/actor.js';
import type { ActionContext } from '../../../contracts/action.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { GoneWorker, Read } from '../../../contracts/read.js';
import { questionSides, type QuestionSide } from '../../../domain/case/question.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { Organisation } from '../../../domain/organisation.js';
import { referencesIn } from '../../../domain/reference.js';

/** A team, on which side of its cases it stands, and the desk where that hands over in its name. */
export interface Team {
  readonly organisation: Organisation;
  readonly side: QuestionSide;
  readonly desk: Organisation | null;
}

const teamOf = (organisation: Organisation, desk: Organisation | null): Team | null => {
  const side = questionSides.find((one) => one === organisation.kind);
  return side === undefined ? null : { organisation, side, desk };
};

/** The team of somebody for which work is handed over; null for who is of none that has cases. */
export function ownTeam({ organisations }: Pick<Actor, 'organisations'>): Team | null {
  for (const side of questionSides) {
    const organisation = organisations.find(({ kind }) => kind === side);
    if (organisation !== undefined) return { organisation, side, desk: null };
  }
  return null;
}

/** The team that is meant: one's own, or for the desk the one that its button names; null when the desk names none. */
export async function meantTeam(read: Read, of: OrganisationId | null, actor: Actor): Promise<Team | null> {
  const desk = actsFor(actor, 'desk');
  if (desk === null) return ownTeam(actor);
  const organisation = of === null ? null : await read.organisation(of);
  return organisation === null ? null : teamOf(organisation, desk);
}

/** Who left a team with cases on his or her name; of one team, or of all. */
export const goneOf = async (read: Read, team: Team | null): Promise<readonly GoneWorker[]> =>
  (await read.goneWorkers()).filter(({ organisation }) => team === null || organisation.id === team.organisation.id);

/** The case with this number that the team has, or why it is not handed over. A case of others does not exist. */
export async function caseOfTeam(
  read: Read,
  reference: string,
  { organisation, side }: Team,
  { calendar, now }: Pick<ActionContext, 'calendar' | 'now'>,
): Promise<Referral | Refusal> {
  const asked = referencesIn(reference, Number(calendar.dayOf(now).slice(0, 4)));
  for (const one of asked) {
    const referral = await read.referralByReference(one);
    const of = side === 'clb' ? referral?.clbId : referral?.providerId;
    if (referral !== null && of === organisation.id) return referral;
  }
  return asked[0] === undefined
    ? { refused: 'reference-unclear' }
    : { refused: 'reference-unknown', values: { reference: asked[0] } };
}
