import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { isOf } from '../../../contracts/actor.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import type { Person } from '../../../domain/organisation.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { loadOwnWorklist, organisationsOf } from './own-worklist.js';
import { loadWorklist, pagesOf, sideOf, type Worklist } from './worklist.js';
import { groupsOf } from './worklist-groups.js';
import { inquiryGroup } from './inquiry-group.js';
import { caseViews } from '../case-views.js';

interface ListFacts extends Worklist {
  readonly personId: PersonId | null;
  /** Whose own list it is; null: an organisation's. */
  readonly person: Person | null;
}

/**
 * What waits for me first: choices asked, what is late, then what runs and the intakes under way; ten at a time. In a channel it
 * is the organisation's list, in personal chat one's own. References, states and age bands only; to the one person whose
 * list it is also the CLB's own hints, which no stored message has.
 */
export const myReferrals = view({
  slug: 'my-referrals',
  audience: 'stored',
  params: z.object({
    organisationIds: z.array(id<OrganisationId>()).min(1),
    personId: id<PersonId>().nullish(),
    page: z.coerce.number().int().min(0).catch(0),
  }),
  async load(read, { organisationIds, personId, page }, { now, actor }): Promise<ListFacts | null> {
    if (actor !== null && actor.person.id === personId) {
      const own = await loadOwnWorklist(read, actor, { organisationIds, page }, now);
      return own === null ? null : { ...own, personId, person: actor.person };
    }
    const person = personId == null ? null : await read.person(personId);
    const organisations = await organisationsOf(read, organisationIds, actor);
    if (organisations.length === 0) return null;
    const list = await loadWorklist(read, organisations, personId ?? null, { now, page });
    return { ...list, personId: personId ?? null, person };
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
        count > 0 || undelivered > 0 || facts.inquiries.count > 0
          ? null
          : say(`referral.my-referrals.empty-${personId === null ? sideOf(organisations) : 'own'}`),
      groups: [...inquiryGroup(facts, context), ...groupsOf(facts, context)],
      refresh: refreshOf(facts, context),
      hinted: facts.hints === null || count === 0 ? null : say('referral.my-referrals.only-you'),
      nameable: facts.person !== null && facts.lines.some(({ kind }) => kind === 'referral') ? String(page) : null,
      organisationIds: organisations.map(({ id }) => id),
      personId,
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: page + 1 < pagesOf(facts) ? String(page + 1) : null,
      mayRefer: personId !== null,
      undeliveredList: undelivered === 0 ? null : 'undelivered-list',
      menu: sideOf(organisations) === 'desk' ? 'desk-menu' : null,
      mayHandOver: count > 0 && sideOf(organisations) !== 'desk',
      // A menu alone would hide all that can be done.
      handOverMode: personId === null ? null : 'secondary',
    };
  },
  summary: ({ count }, { language }) => texts(language)('referral.my-referrals.summary', { count }),
});

/** In the chat it shows itself anew, with the hints, to the one person whose list it is. */
function refreshOf({ person, organisations, page }: ListFacts, { actor }: ViewContext): object | null {
  if (actor !== null || person === null || sideOf(organisations) !== 'clb') return null;
  const whose = { organisationIds: organisations.map(({ id }) => id), personId: person.id, page };
  const data = { ...caseViews.worklist.onButton(whose), page: String(page) };
  return { action: { type: 'Action.Execute', verb: builtInVerbs.show, data }, userIds: [person.teamsId] };
}

function countLine(facts: ListFacts, { language }: ViewContext): string {
  const { count, asking, page } = facts;
  const say = texts(language);
  const pages = pagesOf(facts);
  return [
    say('referral.my-referrals.count', { count, waiting: asking }),
    ...(pages > 1 ? [say('referral.my-referrals.page', { page: page + 1, pages })] : []),
  ].join(' · ');
}
