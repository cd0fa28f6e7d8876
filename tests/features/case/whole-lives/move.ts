import type { CaseFacts } from '../../../../src/contracts/case.js';
import type { Actor } from '../../../../src/contracts/actor.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { actor, conversation } from '../../../support/given.js';
import { alone, an, atClb, atDesk, atProvider, bert, farmers, jan } from '../referral/world.js';

/** A number below `below`. */
export type Random = (below: number) => number;

/** What every press may look at. */
export interface Around {
  readonly now: Date;
  readonly today: string;
  readonly random: Random;
  /** A day so many days from today. */
  day(ahead: number): string;
}

/** What a press on a referral may look at. */
export interface SeenCase extends Around {
  readonly facts: CaseFacts;
}

/** A press that somebody may think of, whether it fits or not: what does not fit is refused, and changes nothing. */
export interface Move<Seen extends Around> {
  readonly slug: string;
  readonly by: 'clb' | 'provider' | 'desk';
  /** How often it is thought of: an end less than what goes on. */
  readonly weight: number;
  /** Whether the policy lets it through now; what people see a button for. */
  fits(seen: Seen): boolean;
  /** What stands on the button and in the form; null: there is no such card. */
  data(seen: Seen): Readonly<Record<string, unknown>> | null;
}
export type By = Move<Around>['by'];

export const actorOf = (by: By) => ({ sides: [by], isAuthor: by === 'clb' });

/** A button says everything that it is about; without that there is none. */
export const whole = (data: Readonly<Record<string, unknown>>) =>
  Object.values(data).includes(undefined) ? null : data;

export const oneOf = <T>(list: readonly T[], random: Random): T => list[random(list.length)]!;

const ofFarm: Actor = actor({
  person: jan,
  organisations: [farmers],
  conversation: conversation({ scope: 'channel' }),
});

/** Who presses for a side; sometimes somebody of another side, who may not. */
export function somebody(by: By, providerId: OrganisationId | null, random: Random): Actor {
  const isWrong = random(25) === 0;
  if (by === 'desk') return isWrong ? atClb(an) : atDesk();
  if (by === 'clb') return isWrong ? atProvider(bert) : oneOf([atClb(an), alone(an)], random);
  const isFarm = providerId === farmers.id;
  return isFarm === isWrong ? atProvider(bert) : ofFarm;
}
