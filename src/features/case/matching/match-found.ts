import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { isOf } from '../../../contracts/actor.js';
import type { MatchedOfWorker } from '../../../contracts/case-lists.js';
import { id } from '../../../contracts/id.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import { caseCards } from '../../../domain/case/cards.js';
import { takesReferrals } from '../../../domain/case/match.js';
import { availabilityOf } from '../../../domain/fit.js';
import type { PersonId, ServiceId, TrailId } from '../../../domain/ids.js';
import type { Language } from '../../../domain/language.js';
import type { LocalDate } from '../../../domain/local-date.js';
import type { Person, Service } from '../../../domain/organisation.js';
import { availabilityWords } from '../../../texts/availability-words.js';
import { oneStop, ordinal } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { caseForms } from '../case-forms.js';
import { waitsLine } from '../waits-line.js';

interface MatchFacts {
  readonly person: Person;
  readonly service: Service;
  readonly waiting: number;
  readonly on: LocalDate;
  /** Who of this worker would fit there and is helped nowhere yet. */
  readonly rows: readonly MatchedOfWorker[];
  /** The CLB's own hints, per trail; null on a card that others may read. */
  readonly hints: ReadonlyMap<TrailId, string> | null;
}

/** So many rows fit in one card; the others follow when these were answered. */
const mostRows = 10;

/**
 * To one CLB worker: a service with room fits pupils of his or hers who wait or were refused elsewhere (R12). A press refers
 * on, and asks what happens with the first; nothing is assumed. Numbers only; to the one person also the CLB's own hints.
 */
export const matchFound = view({
  slug: 'match-found',
  audience: 'stored',
  params: z.object({ personId: id<PersonId>(), serviceId: id<ServiceId>(), on: z.iso.date() }),
  async load(read, { personId, serviceId, on }, { actor }): Promise<MatchFacts | null> {
    const [person, service] = [await read.person(personId), await read.service(serviceId)];
    if (person === null || service === null) return null;
    const own = actor?.person.id === personId ? actor : null;
    const all = await read.matchedOf(personId, serviceId);
    const rows = own === null ? all : all.filter(({ referral }) => isOf(own, referral.clbId));
    const hints = own === null ? null : await read.hintsOf(rows.map(({ referral }) => referral.trailId));
    const [counted] = await read.waitingCounts([serviceId]);
    return { person, service, waiting: counted?.count ?? 0, on, rows, hints };
  },
  may: ({ person }, actor) => (person.id === actor.person.id ? null : { refused: 'not-yours' }),
  fill(facts, context) {
    const { service, rows, hints } = facts;
    const say = texts(context.language);
    const open = isOpen(facts, context);
    return {
      refresh: refreshOf(facts, context),
      strip: stripOf(facts, context),
      title: open ? plain(service.name) : null,
      line: open ? availabilityLine(facts, context) : null,
      rows: open ? rows.slice(0, mostRows).map((row) => rowOf(row, facts, context)) : [],
      more: open && rows.length > mostRows ? say('matching.match-found.more', { count: rows.length - mostRows }) : null,
      hinted: open && hints !== null ? say('matching.match-found.only-you') : null,
    };
  },
  summary: ({ service, rows }, { language }) =>
    texts(language)('matching.match-found.summary', { service: service.name, count: rows.length }),
});

const isOpen = ({ rows, service }: MatchFacts, { calendar, now }: Pick<ViewContext, 'calendar' | 'now'>): boolean =>
  rows.length > 0 && takesReferrals(service, calendar.dayOf(now));

function stripOf(facts: MatchFacts, context: ViewContext): Strip {
  const say = texts(context.language);
  if (!isOpen(facts, context))
    return { ...looks.over, state: say('matching.match-found.over'), next: say('matching.match-found.nothing') };
  return {
    ...looks.decide,
    state: say('matching.match-found.fits', { count: facts.rows.length }),
    next: say('matching.match-found.choose'),
  };
}

function availabilityLine({ service, waiting }: MatchFacts, { language, calendar, now }: ViewContext): string {
  const today = calendar.dayOf(now);
  const availability = availabilityWords(availabilityOf(service, waiting, today), language, today);
  return oneStop(texts(language)('matching.match-found.now', { availability: plain(availability) }));
}

/** How the reader knows it, and where it stands now; a press goes on from there. */
function rowOf(row: MatchedOfWorker, facts: MatchFacts, context: ViewContext) {
  const { referral } = row;
  const { language } = context;
  const t = texts(language);
  const hint = facts.hints?.get(referral.trailId);
  const { stands, word, ...press } = pressOf(row, facts, language);
  return {
    title: hint === undefined ? referral.reference : plain(hint),
    line: [
      ...(hint === undefined ? [] : [referral.reference]),
      stands,
      ...(row.position === null
        ? []
        : [t('matching.match-found.position', { position: ordinal(row.position, language) })]),
      waitsLine(referral, context),
    ].join(' · '),
    badge: referral.urgency === 'urgent' ? { text: t('case.card.urgent'), style: 'Attention' } : null,
    press: t(`matching.match-found.${word}`, { reference: referral.reference }),
    ...press,
  };
}

/** Full there: onto its list. Held by the desk: to that service at once. Anywhere else: referred on, and what happens with the first is asked. */
function pressOf({ referral, service: where }: MatchedOfWorker, { service }: MatchFacts, language: Language) {
  const t = texts(language);
  const subject = { referralId: referral.id, round: referral.round };
  if (where === null)
    return {
      stands: t('matching.match-found.with-desk'),
      word: 'take' as const,
      verb: 'take-match',
      data: { ...subject, serviceId: service.id },
    };
  if (referral.serviceId === service.id)
    return {
      stands: t('matching.match-found.was-full'),
      word: 'keep' as const,
      verb: 'keep-on-waitlist',
      data: subject,
    };
  const state = stateWord(language, referral.state).word.toLowerCase();
  return {
    stands: t('matching.match-found.at', { state, service: plain(where) }),
    word: 'refer' as const,
    verb: builtInVerbs.openForm,
    data: caseForms.chooseOther.onButton({ ...subject, serviceId: service.id }),
  };
}

/** In the chat it shows itself anew, with the hints and as it stands now, to the one person. */
function refreshOf(facts: MatchFacts, context: ViewContext): object | null {
  if (context.actor !== null || !isOpen(facts, context)) return null;
  const { person, service, on } = facts;
  const { view: slug, params } = caseCards.match.with({ personId: person.id, serviceId: service.id, on });
  const data = { view: slug, ...params };
  return { action: { type: 'Action.Execute', verb: builtInVerbs.show, data }, userIds: [person.teamsId] };
}
