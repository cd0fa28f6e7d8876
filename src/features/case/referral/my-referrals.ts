import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { isOf } from '../../../contracts/actor.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import type { Organisation } from '../../../domain/organisation.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { loadWorklist, perPage, sideOf, type Worklist } from './worklist.js';
import { groupsOf } from './worklist-groups.js';

interface ListFacts extends Worklist {
  readonly personId: PersonId | null;
}

/**
 * What waits for me first: choices asked, what is late, then what runs and the intakes under way; ten at a time. In a channel it
 * is the organisation's list, in personal chat one's own. References, states and age bands only.
 */
export const myReferrals = view({
  slug: 'my-referrals',
  audience: 'stored',
  params: z.object({
    organisationIds: z.array(id<OrganisationId>()).min(1),
    personId: id<PersonId>().nullish(),
    page: z.coerce.number().int().min(0).catch(0),
  }),
  async load(read, { organisationIds, personId, page }, { now }): Promise<ListFacts | null> {
    const organisations: Organisation[] = [];
    for (const one of organisationIds) organisations.push(...[(await read.organisation(one)) ?? []].flat());
    if (organisations.length === 0) return null;
    const list = await loadWorklist(read, organisations, personId ?? null, { now, page });
    return { ...list, personId: personId ?? null };
  },
  may: ({ organisations, personId }, actor) =>
    organisations.every(({ id }) => isOf(actor, id)) && (personId === null || personId === actor.person.id)
      ? null
      : { refused: 'not-yours' },
  fill(facts, context) {
    const { count, organisations, personId, page, undelivered } = facts;
    const say = texts(context.language);
    return {
      title: say(personId === null ? 'referral.my-referrals.of-organisation' : 'referral.my-referrals.mine', {
        name: plain(organisations.map(({ name }) => name).join(', ')),
      }),
      counted: count === 0 ? null : countLine(facts, context),
      undelivered: undelivered === 0 ? null : say('referral.my-referrals.undelivered', { count: undelivered }),
      empty:
        count > 0 || undelivered > 0
          ? null
          : say(`referral.my-referrals.empty-${personId === null ? sideOf(organisations) : 'own'}`),
      groups: groupsOf(facts, context),
      organisationIds: organisations.map(({ id }) => id),
      personId,
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < count ? String(page + 1) : null,
      mayRefer: personId !== null,
    };
  },
  summary: ({ count }, { language }) => texts(language)('referral.my-referrals.summary', { count }),
});

function countLine({ count, asking, page }: ListFacts, { language }: ViewContext): string {
  const say = texts(language);
  const pages = Math.ceil(count / perPage);
  return [
    say('referral.my-referrals.count', { count, waiting: asking }),
    ...(pages > 1 ? [say('referral.my-referrals.page', { page: page + 1, pages })] : []),
  ].join(' · ');
}
