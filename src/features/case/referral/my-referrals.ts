import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { isOf } from '../../../contracts/actor.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { intakeSteps } from '../../../domain/draft.js';
import { readinessOf } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import type { Organisation } from '../../../domain/organisation.js';
import { moment, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom, stateWord } from '../../../texts/referral-words.js';
import { loadWorklist, perPage, sideOf, type Line, type Worklist } from './worklist.js';

interface ListFacts extends Worklist {
  readonly personId: PersonId | null;
}

/**
 * What waits for me first: choices asked, intakes under way, what is late, then the rest; ten at a time. In a channel it
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
    const { lines, count, organisations, personId, page, undelivered } = facts;
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
      rows: lines.map((line) => rowOf(line, facts, context)),
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

/** One row: what it is, how it stands, and what a press on it opens. */
function rowOf(line: Line, facts: ListFacts, context: ViewContext) {
  return line.kind === 'draft' ? draftRow(line, context) : referralRow(line, facts, context);
}

type ReferralLine = Extract<Line, { kind: 'referral' }>;

function draftRow({ draft, reference }: Extract<Line, { kind: 'draft' }>, { language, calendar, now }: ViewContext) {
  const say = texts(language);
  const number = intakeSteps.findIndex((step) => step === draft.step) + 1;
  return {
    title:
      reference === null ? say('referral.my-referrals.draft') : say('referral.my-referrals.changing', { reference }),
    line: say('referral.my-referrals.touched', { moment: moment(draft.updatedAt, language, now) }),
    state:
      number === 0
        ? say(`intake.steps.at-review.${readinessOf(draft.typed, calendar.dayOf(now))}`)
        : say('referral.my-referrals.step', { number }),
    open: say('referral.my-referrals.continue'),
    verb: 'continue-draft',
    view: null,
    referralId: null,
    draftId: draft.id,
  };
}

/** Late before anything else. */
function stateIn({ rank, referral }: ReferralLine, language: Language): string {
  const say = texts(language);
  if (rank === 'late') return say('referral.my-referrals.late');
  const { symbol, word } = stateWord(language, referral.state);
  return rank === 'left' ? say('referral.my-referrals.left', { state: word.toLowerCase() }) : `${symbol} ${word}`;
}

const views = { clb: 'referral-post', provider: 'referral-offer', desk: 'desk-referral' } as const;

function referralRow(line: ReferralLine, facts: ListFacts, { language, calendar, now }: ViewContext) {
  const { referral, service } = line;
  const say = texts(language);
  const registered = shortDay(calendar.dayOf(referral.firstRegisteredAt), language, calendar.dayOf(now));
  return {
    title: [referral.reference, plain(service ?? say('referral.my-referrals.unchosen'))].join(' · '),
    line: [aboutWhom(referral, language), say('referral.my-referrals.since', { day: registered })]
      .filter((part) => part !== '')
      .join(' · '),
    state: stateIn(line, language),
    open: say('referral.my-referrals.show'),
    verb: builtInVerbs.show,
    view: views[sideOf(facts.organisations)],
    referralId: referral.id,
    draftId: null,
  };
}
