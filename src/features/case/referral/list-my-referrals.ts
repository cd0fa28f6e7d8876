import { z } from 'zod';
import type { Actor } from '../../../contracts/actor.js';
import { action } from '../../../contracts/action.js';
import type { Organisation } from '../../../domain/organisation.js';

const kinds = ['clb', 'provider', 'desk'] as const;

/** For whom the actor's list is: the place's organisation; in personal chat all his or hers of one kind, CLBs first. */
export const organisationsOfList = (actor: Actor): readonly Organisation[] =>
  kinds.map((kind) => actor.organisations.filter((one) => one.kind === kind)).find((some) => some.length > 0) ?? [];

/** Mijn aanmeldingen, werklijst: what waits for me; in a channel what waits for the organisation. */
export const listMyReferrals = action({
  slug: 'list-my-referrals',
  words: {
    nl: ['mijn aanmeldingen', 'werklijst', 'aanmeldingen', 'mijn werklijst'],
    en: ['my referrals', 'worklist', 'referrals', 'my worklist'],
  },
  subject: z.object({ page: z.coerce.number().int().min(0).catch(0) }),
  fields: z.object({}),
  load: async (_read, { page }, { actor }) => ({ organisations: organisationsOfList(actor), page }),
  may({ organisations }, { actor }) {
    if (organisations.length > 0) return null;
    return { refused: actor.conversation.scope === 'personal' ? 'not-a-member' : 'not-linked' };
  },
  decide({ organisations, page }, _fields, { actor }) {
    const own = actor.conversation.scope === 'personal' && organisations[0]?.kind === 'clb';
    const organisationIds = organisations.map(({ id }) => id);
    const personId = own ? actor.person.id : null;
    return { reply: { show: 'my-referrals', with: { organisationIds, personId, page } } };
  },
});
