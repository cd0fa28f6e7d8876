import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import { isOf } from '../../../contracts/actor.js';
import { id } from '../../../contracts/id.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { OrganisationId } from '../../../domain/ids.js';
import { entry } from '../../../domain/timeline/entries.js';
import { loadOwnWorklist } from './own-worklist.js';
import type { Worklist } from './worklist.js';
import { caseViews } from '../case-views.js';

/**
 * Namen tonen: the names of the pupils on this page of one's own list, answered to this one person. One line in the read
 * log says who looked when, and at which referrals.
 */
export const showNames = action({
  slug: 'show-names',
  subject: z.object({
    organisationIds: z.array(id<OrganisationId>()).min(1),
    page: z.coerce.number().int().min(0).catch(0),
  }),
  fields: z.object({}),
  opensPersonal: true,
  load: async (read, subject, { actor, now }): Promise<Worklist | Refusal> =>
    (await loadOwnWorklist(read, actor, subject, now)) ?? { refused: 'not-found' },
  may: ({ organisations }, { actor }) =>
    organisations.every((one) => one.kind === 'clb' && isOf(actor, one.id)) ? null : { refused: 'not-yours' },
  decide(list, _fields, { actor }) {
    const references = list.lines.flatMap((line) => (line.kind === 'referral' ? [line.referral.reference] : []));
    const reply = caseViews.named.shown({ organisationIds: list.organisations.map((one) => one.id), page: list.page });
    return {
      inNameOf: list.organisations.length === 1 ? list.organisations[0]?.id : undefined,
      entries: references.length === 0 ? [] : [entry('worker', actor.person.id, 'names-shown', { references })],
      reply,
    };
  },
});
