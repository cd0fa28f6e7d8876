import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { isOf } from '../../../contracts/actor.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { ageOfBand, linesDoor, type LinesBecause, type LinesDoor } from '../../../contracts/lines-door.js';
import type { PersonId, ReferralId } from '../../../domain/ids.js';
import { isLive, type ReferralState } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Person } from '../../../domain/organisation.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { caseCard } from '../card/case-card.js';
import { caseLine } from '../card/case-line.js';
import { contactOf, type Contact } from '../card/people.js';
import { lateSince } from '../card/strip.js';
import { lostLine } from '../card/lost-line.js';
import { waitingFigures } from '../card/waiting-figures.js';
import { actsOnCard, mayBeSeen } from '../viewer.js';
import { hintFor } from '../hint-for.js';
import { expectedOfReferrer } from './expected-of-referrer.js';
import { loadPost, type PostFacts } from './post-facts.js';
import { lastLine, runningLine, trailLine } from './post-lines.js';
import { threadLine } from '../card/thread-link.js';
import { caseCards } from '../../../domain/case/cards.js';
import type { CaseWay } from '../card/buttons.js';

interface SeenPost extends PostFacts {
  readonly side: 'desk' | null;
  /** The CLB's own hint, for a reader of that CLB alone; null on a card that others may read. */
  readonly hint: string | null;
  /** Asked for in his or her own chat. */
  readonly asker: Person | null;
}

/**
 * A referral in its CLB's channel: the present state, what is expected of the referrer and the choices that fit. On a
 * waiting list its place, the expected start and the time since the trail's first registration (R11).
 */
export const referralPost = view({
  slug: 'referral-post',
  audience: 'stored',
  params: z.object({
    referralId: id<ReferralId>(),
    /** Shown to the desk, which may not refer and has its own way to the provider's answers. */
    side: z.literal('desk').optional().catch(undefined),
    /** Asked for by this person in personal chat: there it shows itself anew to him or her. */
    asker: id<PersonId>().optional().catch(undefined),
  }),
  async load(read, { referralId, side, asker }, { actor }): Promise<SeenPost | null> {
    const facts = await loadPost(read, referralId);
    if (facts === null) return null;
    const person = asker === undefined ? null : await read.person(asker);
    return { ...facts, side: side ?? null, asker: person, hint: await hintFor(read, actor, facts.referral) };
  },
  may: ({ referral }, actor) => (mayBeSeen(actor, 'see-post', referral) ? null : { refused: 'not-yours' }),
  fill(facts, context) {
    const { referral } = facts;
    const forDesk = isForDesk(facts, context);
    const card = caseCard(
      facts,
      {
        reader: 'clb',
        may: actsOnCard(context, referral, forDesk ? 'desk' : 'clb'),
        title: headingOf(facts, context),
        line: hintedLine(facts, context),
        next: expectedOfReferrer(facts, context),
        state: stateAt(facts, context),
        figures: waitingFigures(facts, context),
        people: [providerContact(facts, context), deskContact(facts, context)],
        chatWith: isWithProvider(facts) ? facts.contactedBy : null,
        notes: [
          lastLine(facts, context),
          lostLine(facts, context),
          runningLine(facts, context),
          trailLine(facts, context),
          forDesk ? null : threadLine(facts.threads.clb, context, facts.asker !== null),
        ],
        maySignal: referral.deliveredAt !== null && !forDesk,
        lines: linesOf(facts),
        mayHint: context.actor !== null && isOf(context.actor, referral.clbId),
        way: deskWay(facts, context),
      },
      context,
    );
    return { refresh: refreshOf(facts, context), ...card };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('referral.referral-post.summary', {
      reference: referral.reference,
      state: stateWord(language, referral.state).word,
    }),
});

/** By which the reader knows the pupil, before which referral it is. */
const hintedLine = (facts: SeenPost, context: ViewContext): string =>
  [...(facts.hint === null ? [] : [`**${plain(facts.hint)}**`]), caseLine(facts, context)].join(' · ');

/**
 * Days go by without an event: for the referrer the figures are counted anew when the post is looked at. In personal chat it
 * shows itself anew to who asked, with the hint.
 */
function refreshOf({ referral, referrer, position, asker }: SeenPost, { actor }: ViewContext): object | null {
  const reader = asker ?? (position === null ? null : referrer);
  if (actor !== null || reader === null) return null;
  const data = caseCards.post.onButton({ referralId: referral.id });
  return { action: { type: 'Action.Execute', verb: builtInVerbs.show, data }, userIds: [reader.teamsId] };
}

/** Where it goes. */
export const headingOf = ({ service }: PostFacts, { language }: Pick<ViewContext, 'language'>): string =>
  service === null
    ? texts(language)('referral.referral-post.unchosen')
    : texts(language)('referral.referral-post.to', { service: plain(service.name) });

/** `Nieuw bij NAFT`: where the case is, in the states in which it is with the provider. */
function stateAt({ referral, provider }: PostFacts, { language }: ViewContext): string {
  const { word } = stateWord(language, referral.state);
  return provider !== null && (referral.state === 'delivered' || referral.state === 'placed')
    ? texts(language)('case.card.at', { word, provider: plain(provider.name) })
    : word;
}

/** Who has the case at the provider, from when it is there. */
const providerContact = (facts: PostFacts, { language }: ViewContext): Contact | null =>
  isWithProvider(facts) ? contactOf(facts.contactedBy, facts.provider, language) : null;

const isWithProvider = ({ referral }: PostFacts): boolean =>
  referral.deliveredAt !== null && referral.state !== 'withdrawn';

/** Whom to phone where nobody else can help: nobody has the referral yet, or who has it does not call. */
function deskContact({ referral, desk }: PostFacts, { language, calendar, now }: ViewContext): Contact | null {
  const asks = atDesk.includes(referral.state) || lateSince(referral, 'clb', calendar, now) !== null;
  return asks && desk !== null && (desk.phone !== null || desk.email !== null) ? contactOf(null, desk, language) : null;
}

const atDesk: readonly ReferralState[] = ['registered', 'held', 'to-phone'];

const isForDesk = ({ referral, side }: SeenPost, { actor }: ViewContext): boolean =>
  actor === null ? side === 'desk' : !isOf(actor, referral.clbId);

/** Other help beside the referral: when it was refused, is full, lies outside the province or is under 12. */
function linesOf({ referral }: PostFacts): LinesDoor | null {
  const because = whyLines(referral);
  if (because === null && referral.state !== 'waitlist-proposed') return null;
  const { id: referralId, region, ageBand } = referral;
  return linesDoor({ phase: 'through-clb', region, age: ageOfBand(ageBand), because, from: { referralId } });
}

function whyLines({ state, region, ageBand }: Referral): LinesBecause | null {
  if (state === 'no-match') return 'refused';
  if (state === 'full') return 'full';
  if (!isLive(state)) return null;
  return region === 'outside' ? 'outside' : ageBand === 'under-12' ? 'under-12' : null;
}

/** From here the desk goes to its own card, or to the offer, where it writes down what the provider says by phone. */
function deskWay(facts: SeenPost, context: ViewContext): CaseWay | null {
  const { referral } = facts;
  const t = texts(context.language);
  if (!isForDesk(facts, context)) return null;
  if (['held', 'registered', 'dispatched', 'to-phone'].includes(referral.state))
    return { title: t('referral.referral-post.handle'), view: caseCards.beforeDesk.slug };
  return referral.deliveredAt === null || referral.state === 'withdrawn'
    ? null
    : { title: t('referral.referral-post.for-provider'), view: caseCards.offer.slug };
}
