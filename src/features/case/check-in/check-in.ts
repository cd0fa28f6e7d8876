import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { WaitingOfWorker } from '../../../contracts/case-lists.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import { perPage } from '../../../contracts/worklist-way.js';
import { mayReturn, returnUntil } from '../../../domain/case/check-in.js';
import type { PersonId } from '../../../domain/ids.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { day, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { checkInStrip } from '../card/check-in-on-case.js';
import { knownAs, standsLine } from './list-row.js';
import { askedNow, askedOn, isAskedOn, lastAsked, loadOwnList, type OwnList } from './own-list.js';
import { caseCards } from '../../../domain/case/cards.js';

interface CheckInFacts extends OwnList {
  readonly on: LocalDate;
  readonly again: boolean;
  readonly page: number;
  /** What was asked under this day and waits for an answer. */
  readonly asked: readonly WaitingOfWorker[];
}

/**
 * Asks one worker about the whole waiting list: is each still needed (R11)? One card for all of it, in personal chat; the
 * next one takes its place, and an older one says so. Numbers and places; to the one person also the CLB's own hints.
 */
export const checkInCard = view({
  slug: 'check-in',
  audience: 'stored',
  params: z.object({
    personId: id<PersonId>(),
    on: askedOn,
    again: z.literal('yes').optional().catch(undefined),
    page: z.coerce.number().int().min(0).catch(0),
  }),
  async load(read, { personId, on, again, page }, { actor }): Promise<CheckInFacts | null> {
    const own = actor?.person.id === personId ? actor : null;
    const list = await loadOwnList(read, personId, own);
    if (list === null) return null;
    const asked = askedNow(list.rows).filter((row) => isAskedOn(row, on));
    const last = Math.max(0, Math.ceil(asked.length / perPage) - 1);
    return { ...list, on, again: again === 'yes', asked, page: Math.min(page, last) };
  },
  may: ({ person }, actor) => (person.id === actor.person.id ? null : { refused: 'not-yours' }),
  fill(facts, context) {
    const { person, on, asked, page } = facts;
    const say = texts(context.language);
    const newest = asked.length === 0 ? lastAsked(facts.rows) : null;
    return {
      personId: person.id,
      on,
      refresh: refreshOf(facts, context),
      strip: stripOf(facts, newest, context),
      title: asked.length === 0 ? null : say('check-in.check-in.title', { count: asked.length }),
      rows: asked.slice(page * perPage, (page + 1) * perPage).map((row) => askedRow(row, facts, context)),
      left: leftRows(facts, context),
      hinted: facts.hints !== null && asked.length > 0 ? say('check-in.check-in.only-you') : null,
      all: asked.length === 0 ? null : say(`check-in.check-in.${asked.length === 1 ? 'one' : 'all'}`),
      each: asked.length > 0,
      newest,
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < asked.length ? String(page + 1) : null,
    };
  },
  summary: ({ asked }, { language }) => texts(language)('check-in.check-in.summary', { count: asked.length }),
});

/** Until when an answer is expected; that a newer card asks; or that it was looked through. */
function stripOf({ asked, again }: CheckInFacts, newest: LocalDate | null, context: ViewContext): Strip {
  const { language, calendar, now } = context;
  const say = texts(language);
  const askedAt = asked[0]?.referral.listCheck?.asked?.at;
  if (askedAt !== undefined)
    return { ...checkInStrip(askedAt, context), next: say(`check-in.check-in.${again ? 'again' : 'why'}`) };
  if (newest === null)
    return { ...looks.over, state: say('check-in.check-in.done'), next: say('check-in.check-in.nothing') };
  const values = { day: day(newest, language, calendar.dayOf(now)) };
  return { ...looks.over, state: say('check-in.check-in.replaced'), next: say('check-in.check-in.newer', values) };
}

function askedRow(row: WaitingOfWorker, facts: CheckInFacts, context: ViewContext) {
  const { referral, service } = row;
  const t = texts(context.language);
  return {
    title: `${knownAs(row, facts)} · ${plain(service)}`,
    line: standsLine(row, facts, context),
    badge: referral.urgency === 'urgent' ? { text: t('case.card.urgent'), style: 'Attention' } : null,
    press: t('check-in.row.show', { reference: referral.reference }),
    referralId: referral.id,
  };
}

/** What left the list with this card, and may still come back with its place. */
function leftRows(facts: CheckInFacts, { language, calendar, now }: ViewContext) {
  const t = texts(language);
  return facts.rows
    .filter((row) => isAskedOn(row, facts.on) && mayReturn(row.referral, now))
    .map((row) => ({
      title: `${knownAs(row, facts)} · ${plain(row.service)}`,
      line: [
        ...(knownAs(row, facts) === row.referral.reference ? [] : [row.referral.reference]),
        t('check-in.row.until', {
          day: shortDay(
            calendar.dayOf(returnUntil(row.referral.listCheck?.leftAt ?? now)),
            language,
            calendar.dayOf(now),
          ),
        }),
      ].join(' · '),
      press: t('check-in.row.return', { reference: row.referral.reference }),
      referralId: row.referral.id,
      round: row.referral.round,
    }));
}

/** In the chat it shows itself anew, with the hints, to the one person whose list it is. */
function refreshOf({ person, on, asked, again }: CheckInFacts, { actor }: ViewContext): object | null {
  if (actor !== null || asked.length === 0) return null;
  const data = caseCards.checkIn.onButton({ personId: person.id, on, ...(again ? { again: 'yes' } : {}) });
  return { action: { type: 'Action.Execute', verb: builtInVerbs.show, data }, userIds: [person.teamsId] };
}
