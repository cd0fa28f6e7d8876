import { z } from 'zod';
import type { Actor } from '../../contracts/actor.js';
import { organisationKinds } from '../../domain/organisation.js';

/** For whom a card of words is written: where, and for which kinds of organisation. No names: it is stored. */
export const audience = z.object({
  scope: z.enum(['personal', 'channel', 'group']),
  kinds: z.array(z.enum(organisationKinds)),
});

export type Audience = z.output<typeof audience>;

export const audienceOf = (actor: Actor): Audience => ({
  scope: actor.conversation.scope,
  kinds: [...new Set(actor.organisations.map((organisation) => organisation.kind))],
});

/** What one can do, by slug of the action or form behind the button. */
export const doings = [
  'start-intake',
  'list-my-referrals',
  'show-waitlist',
  'show-availability',
  'show-desk',
  'link-place',
  'say-help',
] as const;
export type Doing = (typeof doings)[number];

/** What somebody of this audience can do, likeliest first; never more than five. */
export function doingsFor({ scope, kinds }: Audience): Doing[] {
  const found: Doing[] = [];
  if (kinds.length === 0) return ['link-place', 'say-help'];
  if (kinds.includes('clb') && scope === 'personal') found.push('start-intake');
  if (kinds.includes('desk')) found.push('show-desk');
  found.push('list-my-referrals');
  if (kinds.includes('provider')) found.push('show-waitlist', 'show-availability');
  return found.slice(0, 5);
}
