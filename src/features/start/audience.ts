import { z } from 'zod';
import type { Actor } from '../../contracts/actor.js';
import type { Doing } from '../../contracts/doings.js';
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

/** What anybody may read, linked or not. */
export const explanations = ['tell-privacy', 'tell-about', 'tell-stop'] as const satisfies readonly Doing[];

/** What somebody of this audience can do, likeliest first. */
export function doingsFor({ scope, kinds }: Audience): Doing[] {
  // The offer and the help lines are for everybody; a channel that is not linked shows how to link, and nothing else.
  if (kinds.length === 0)
    return scope === 'personal'
      ? ['link-channel', 'list-services', 'list-lines', 'find-answer', 'say-help']
      : ['link-channel', 'say-help'];
  const has = (kind: Audience['kinds'][number]) => kinds.includes(kind);
  // A school has its own map, the help lines and the offer; never a referral.
  if (kinds.every((kind) => kind === 'school')) return ['show-map', 'list-lines', 'list-services'];
  const works = has('clb') || has('provider') || has('desk');
  return [
    ...(has('clb') && scope === 'personal' ? (['start-intake'] as const) : []),
    ...(has('desk') ? (['show-desk'] as const) : []),
    ...(works ? (['list-my-referrals'] as const) : []),
    ...(has('provider') ? (['show-waitlist', 'show-availability'] as const) : []),
    ...(has('workgroup') ? (['list-meetings', 'list-signals'] as const) : []),
    'list-services',
    ...(has('clb') && scope === 'personal' ? (['ask-inquiry'] as const) : []),
    'list-lines',
    'start-signal',
    ...(has('desk') && !has('workgroup') ? (['list-meetings', 'list-signals'] as const) : []),
  ];
}

/** What is less often asked for: by its word, or when it was nearly meant. */
export const alsoFor = ({ kinds }: Audience): Doing[] => [
  ...(kinds.length > 0 ? (['find-answer'] as const) : []),
  ...(kinds.includes('clb') ? (['show-map'] as const) : []),
  ...(kinds.includes('workgroup') || kinds.includes('desk') ? (['list-decisions'] as const) : []),
  ...(kinds.includes('clb') || kinds.includes('workgroup') ? (['show-survey'] as const) : []),
  ...(kinds.some((kind) => kind !== 'school') ? (['list-my-signals'] as const) : []),
];

/** Whether somebody refers, but not here: an intake is begun in one's own chat, where nobody reads along. */
export const refersElsewhere = ({ scope, kinds }: Audience): boolean => scope !== 'personal' && kinds.includes('clb');
