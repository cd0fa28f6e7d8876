import type { ViewContext } from '../../../contracts/action.js';
import type { Actor } from '../../../contracts/actor.js';
import type { Visit } from '../../../contracts/page.js';
import type { PersonId, ReferralId } from '../../../domain/ids.js';

export const accountPath = '/dossier';

/** What a page starts: whoever opens it is written in the read log. */
export const accountActions = { noteOpened: 'note-account-opened' } as const;

/** A copy of one referral for the CLB's own file; or everything that is kept of its pupil. */
export const accountKinds = ['copy', 'account'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** So long the address works that somebody's press made. */
const minutes = 15;
export const accountUntil = (now: Date): Date => new Date(now.getTime() + minutes * 60_000);

/** The address for this one person, for a quarter of an hour. */
export const accountLink = (
  kind: AccountKind,
  referral: ReferralId,
  { person }: Pick<Actor, 'person'>,
  { links, language, now }: Pick<ViewContext, 'links' | 'language' | 'now'>,
): string =>
  `${links.pass(accountPath, { kind, referral, person: person.id, until: accountUntil(now).toISOString() })}${language === 'nl' ? '' : `?taal=${language}`}`;

/** What an address opens, and for whom. */
export interface Pass {
  readonly kind: AccountKind;
  readonly referralId: ReferralId;
  readonly actor: Actor;
}

/** Whose address this is, with the organisations by the roster of now; null: none of ours, or its quarter of an hour has passed. */
export async function readPass({ read, passSays, now, language }: Visit, token: string): Promise<Pass | null> {
  const says = passSays(accountPath, token);
  const kind = accountKinds.find((one) => one === says?.['kind']);
  if (kind === undefined || !(new Date(says?.['until'] ?? 0) > now)) return null;
  const person = await read.person(says?.['person'] as PersonId);
  if (person === null) return null;
  const conversation = {
    tenantId: person.tenantId,
    conversationId: person.personalConversationId ?? '',
    serviceUrl: person.serviceUrl ?? '',
    scope: 'personal' as const,
    threadId: null,
    teamId: null,
    name: null,
  };
  const organisations = await read.organisationsOf(person.id);
  return {
    kind,
    referralId: says?.['referral'] as ReferralId,
    actor: { person, conversation, channel: null, organisations, language },
  };
}
