import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import { ageOfBand, linesDoor, type LinesDoor } from '../../../contracts/lines-door.js';
import { deskReasonsOf, type DeskReason } from '../../../domain/case/posts.js';
import { otherSide } from '../../../domain/case/question.js';
import type { ReferralId } from '../../../domain/ids.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { deskWord } from '../../../texts/desk-words.js';
import { stateWord } from '../../../texts/referral-words.js';
import { caseCard } from '../card/case-card.js';
import { caseFacts } from '../card/case-facts.js';
import { caseLine } from '../card/case-line.js';
import { bothSides } from '../card/people.js';
import { owedBy } from '../card/strip.js';
import { actsOnCard, mayBeSeen } from '../viewer.js';
import { answeredLine } from '../card/answered-line.js';

/** A referral that needs the desk: why (all reasons on one card), what is asked, and the acts that fit the present state. */
export const deskReferral = view({
  slug: 'desk-referral',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  may: ({ referral }, actor) => (mayBeSeen(actor, 'see-before-desk', referral) ? null : { refused: 'only-desk' }),
  fill(facts, context) {
    const { referral } = facts;
    return caseCard(
      facts,
      {
        reader: 'desk',
        may: actsOnCard({ actor: null, now: context.now }, referral, 'desk'),
        title: headingOf(facts, context),
        line: caseLine(facts, context),
        next: askedOf(facts, context),
        state: stateOf(facts, context),
        people: bothSides(facts, 'desk', context.language),
        chatWith: facts.referrer,
        facts: caseFacts(referral, context),
        notes: [answeredLine(facts, context)],
        lines: linesOf(facts),
      },
      context,
    );
  },
  summary: (facts, context) =>
    texts(context.language)('dispatch.desk-referral.summary', {
      reference: facts.referral.reference,
      title: titleOf(facts, context),
    }),
});

/** All reasons for which it stands before the desk; when there is none any more, what it is. */
function titleOf({ referral }: CaseFacts, { language }: Pick<ViewContext, 'language'>): string {
  return deskWord(referral, language) ?? texts(language)('dispatch.desk-referral.title.settled');
}

/** Why it stands before the desk; when there is no reason any more, how it stands. */
const stateOf = (facts: CaseFacts, { language }: ViewContext): string =>
  deskReasonsOf(facts.referral).length === 0
    ? stateWord(language, facts.referral.state).word
    : titleOf(facts, { language });

const headingOf = ({ service }: CaseFacts, { language }: ViewContext): string =>
  service === null
    ? texts(language)('referral.referral-post.unchosen')
    : texts(language)('referral.referral-post.to', { service: plain(service.name) });

/** Where nothing of ours fits, the desk may look for other help: outside the province, or under 12 (R7, R8). */
const linesOf = ({ referral: { id: referralId, state, region, ageBand } }: CaseFacts): LinesDoor | null =>
  state === 'held' && (region === 'outside' || ageBand === 'under-12')
    ? linesDoor({
        phase: 'through-clb',
        region,
        age: ageOfBand(ageBand),
        because: region === 'outside' ? 'outside' : 'under-12',
        from: { referralId, why: 'desk' },
      })
    : null;

const serviceName = ({ service }: CaseFacts, { language }: ViewContext): string =>
  service === null ? texts(language)('dispatch.facts.unchosen') : plain(service.name);

/** Who does not answer whom. */
function unanswered({ referral, clb, provider }: CaseFacts): { who: string; asker: string } {
  const names = { clb: plain(clb?.name ?? 'CLB'), provider: plain(provider?.name ?? '') };
  const by = owedBy(referral, 'desk')[0]?.by ?? 'clb';
  return { who: names[otherSide(by)], asker: names[by] };
}

/** What is asked of the desk now: one sentence for each reason. When the state has moved on, that there is nothing to do. */
function askedOf(facts: CaseFacts, context: ViewContext): string {
  const { referral } = facts;
  const { language, now } = context;
  const t = texts(language);
  const provider = serviceName(facts, context);
  if (referral.state === 'registered')
    return t('dispatch.desk-referral.asked.registered', {
      provider,
      moment: moment(referral.deliverAt, language, now),
    });
  const told = referral.contactBy === null ? '–' : moment(referral.contactBy, language, now);
  const asked = deskReasonsOf(referral).map((reason: DeskReason) =>
    t(`dispatch.desk-referral.asked.${reason}`, { provider, moment: told, ...unanswered(facts) }),
  );
  if (asked.length > 0) return asked.join(' ');
  // It is late before it is the desk's turn, and the list of the desk says so already.
  if (referral.state === 'delivered' && referral.contactBy < now)
    return t('dispatch.desk-referral.asked.overdue', { provider, moment: told });
  const isAnswered = referral.state !== 'delivered' && referral.state !== 'contacted';
  return t(isAnswered ? 'dispatch.desk-referral.asked.settled' : 'dispatch.desk-referral.asked.contacted');
}
