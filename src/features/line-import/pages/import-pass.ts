import { importPath } from '../../../contracts/hsds/line-import.js';
import type { Actor } from '../../../contracts/actor.js';
import { actsFor } from '../../../contracts/actor.js';
import type { Visit } from '../../../contracts/page.js';
import type { PersonId } from '../../../domain/ids.js';
import type { Language } from '../../../domain/language.js';

/** Who opened the import page, with an address that still works. */
export interface Pass {
  readonly ok: true;
  readonly actor: Actor;
  readonly until: Date;
  /** The path of the page, token and all. */
  readonly path: string;
}
export interface NoPass {
  readonly ok: false;
  readonly why: 'expired' | 'not-desk';
  readonly language: Language;
}

/**
 * Reads the token of the address: whose it is and until when. Whether that person is of the desk is looked up in the
 * roster each time, not in the token.
 */
export async function readPass({ read, passSays, now }: Visit, token: string): Promise<Pass | NoPass> {
  const says = passSays(importPath, token);
  const language: Language = says?.['taal'] === 'en' ? 'en' : 'nl';
  const until = new Date(says?.['until'] ?? 0);
  if (says === null || !(until > now)) return { ok: false, why: 'expired', language };
  const person = await read.person(says['person'] as PersonId);
  if (person === null) return { ok: false, why: 'not-desk', language };
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
  const actor: Actor = { person, conversation, channel: null, organisations, language };
  if (actsFor(actor, 'desk') === null) return { ok: false, why: 'not-desk', language };
  return { ok: true, actor, until, path: `${importPath}/${token}` };
}
