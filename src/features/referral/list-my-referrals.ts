import { z } from 'zod';
import type { Actor } from '../../contracts/actor.js';
import { action } from '../../contracts/action.js';
import type { Organisation } from '../../domain/organisation.js';

const kinds = ['clb', 'provider', 'desk'] as const;

/** For whom the actor's list is: the place's organisation, in personal chat the one of the actor that comes first. */
export const organisationOfList = (actor: Actor): Organisation | null =>
  kinds.flatMap((kind) => actor.organisations.filter((one) => one.kind === kind))[0] ?? null;

/** Mijn aanmeldingen, werklijst: shows what waits for me; in a channel what waits for the organisation. */
export const listMyReferrals = action({
  slug: 'list-my-referrals',
  words: {
    nl: ['mijn aanmeldingen', 'werklijst', 'aanmeldingen', 'mijn werklijst'],
    en: ['my referrals', 'worklist', 'referrals', 'my worklist'],
  },
  subject: z.object({}),
  fields: z.object({}),
  load: async (_read, _subject, { actor }) => ({ organisation: organisationOfList(actor) }),
  may: ({ organisation }) => (organisation === null ? { refused: 'not-a-member' } : null),
  decide({ organisation }, _fields, { actor }) {
    if (organisation === null) return { refused: 'not-a-member' };
    const own = actor.conversation.scope === 'personal' && organisation.kind === 'clb';
    const personId = own ? actor.person.id : null;
    return { reply: { show: 'my-referrals', with: { organisationId: organisation.id, personId, page: 0 } } };
  },
});
