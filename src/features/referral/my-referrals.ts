import { z } from 'zod';
import { isOf } from '../../contracts/actor.js';
import { view, type ViewContext } from '../../contracts/action.js';
import { builtInVerbs } from '../../contracts/jobs.js';
import { intakeSteps } from '../../domain/draft.js';
import { readinessOf } from '../../domain/intake/index.js';
import type { Language } from '../../domain/language.js';
import type { OrganisationId, PersonId } from '../../domain/ids.js';
import type { Organisation } from '../../domain/organisation.js';
import type { Referral } from '../../domain/referral.js';
import { moment, shortDay } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { aboutWhom, stateWord } from '../../texts/referral-words.js';
import { referrerState } from './post-lines.js';
import { loadWorklist, type Line, type Worklist } from './worklist.js';

const perPage = 10;

interface ListFacts extends Worklist {
  readonly personId: PersonId | null;
  readonly page: number;
}

/**
 * What waits for me first: choices asked, intakes under way, what is late, then the rest; ten at a time. In a channel it
 * is the organisation's list, in personal chat one's own. References, states and age bands only.
 */
export const myReferrals = view({
  slug: 'my-referrals',
  audience: 'stored',
  params: z.object({
    organisationIds: z.array(z.uuid() as unknown as z.ZodType<OrganisationId>).min(1),
    personId: (z.uuid() as unknown as z.ZodType<PersonId>).nullish(),
    page: z.coerce.number().int().min(0).catch(0),
  }),
  async load(read, { organisationIds, personId, page }, { now }): Promise<ListFacts | null> {
    const organisations: Organisation[] = [];
    for (const id of organisationIds) organisations.push(...[(await read.organisation(id)) ?? []].flat());
    if (organisations.length === 0) return null;
    const list = await loadWorklist(read, organisations, personId ?? null, now);
    const last = Math.max(0, Math.ceil(list.lines.length / perPage) - 1);
    return { ...list, personId: personId ?? null, page: Math.min(page, last) };
  },
  may: ({ organisations, personId }, actor) =>
    organisations.every(({ id }) => isOf(actor, id)) && (personId === null || personId === actor.person.id)
      ? null
      : { refused: 'not-yours' },
  fill(facts, context) {
    const { lines, organisations, personId, page, undelivered } = facts;
    const say = texts(context.language);
    const shown = lines.slice(page * perPage, (page + 1) * perPage);
    return {
      title: say(personId === null ? 'referral.my-referrals.of-organisation' : 'referral.my-referrals.mine', {
        name: plain(organisations.map(({ name }) => name).join(', ')),
      }),
      counted: lines.length === 0 ? null : countLine(facts, context),
      undelivered: undelivered === 0 ? null : say('referral.my-referrals.undelivered', { count: undelivered }),
      empty: lines.length > 0 ? null : say(`referral.my-referrals.empty-${personId === null ? kindOf(facts) : 'own'}`),
      rows: shown.map((line) => rowOf(line, facts, context)),
      organisationIds: organisations.map(({ id }) => id),
      personId,
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < lines.length ? String(page + 1) : null,
      mayRefer: personId !== null,
    };
  },
  summary: ({ lines }, { language }) => texts(language)('referral.my-referrals.summary', { count: lines.length }),
});

function kindOf({ organisations }: Worklist): 'clb' | 'provider' | 'desk' {
  const kind = organisations[0]?.kind;
  return kind === 'provider' || kind === 'desk' ? kind : 'clb';
}

function countLine({ lines, page }: ListFacts, { language }: ViewContext): string {
  const say = texts(language);
  const waiting = lines.filter(({ rank }) => rank !== 'open').length;
  const pages = Math.ceil(lines.length / perPage);
  return [
    say('referral.my-referrals.count', { count: lines.length, waiting }),
    ...(pages > 1 ? [say('referral.my-referrals.page', { page: page + 1, pages })] : []),
  ].join(' · ');
}

/** One row: what it is, how it stands, and what a press on it opens. */
function rowOf(line: Line, facts: ListFacts, context: ViewContext) {
  return line.kind === 'draft' ? draftRow(line, context) : referralRow(line, facts, context);
}

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
    why: null,
    draftId: draft.id,
  };
}

/** A provider reads its own words: what was delivered to it is new. */
function stateIn(facts: ListFacts, { state }: Referral, language: Language): string {
  const { symbol, word } = kindOf(facts) === 'provider' ? stateWord(language, state) : referrerState(state, language);
  return `${symbol} ${word}`;
}

const views = { clb: 'referral-post', provider: 'referral-offer', desk: 'desk-referral' } as const;

function referralRow(
  line: Extract<Line, { kind: 'referral' }>,
  facts: ListFacts,
  { language, calendar, now }: ViewContext,
) {
  const { referral, rank, why } = line;
  const say = texts(language);
  const service = referral.serviceId === null ? undefined : facts.services.get(referral.serviceId);
  const registered = shortDay(calendar.dayOf(referral.firstRegisteredAt), language, calendar.dayOf(now));
  return {
    title: [referral.reference, plain(service?.name ?? say('referral.my-referrals.unchosen'))].join(' · '),
    line: [aboutWhom(referral, language), say('referral.my-referrals.since', { day: registered })]
      .filter((part) => part !== '')
      .join(' · '),
    state: rank === 'late' ? say('referral.my-referrals.late') : stateIn(facts, referral, language),
    open: say('referral.my-referrals.show'),
    verb: builtInVerbs.show,
    view: views[kindOf(facts)],
    referralId: referral.id,
    why,
    draftId: null,
  };
}
