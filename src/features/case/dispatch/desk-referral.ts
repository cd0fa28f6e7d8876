import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import { ageOfBand, linesDoor, type LinesDoor } from '../../../contracts/lines-door.js';
import { deskReasonsOf, type DeskReason } from '../../../domain/case/posts.js';
import type { ReferralId } from '../../../domain/ids.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { actsOnCard, mayBeSeen } from '../viewer.js';
import { answeredLine, answersOf, factLines, headerOf, undoUntil } from './referral-facts.js';

/** A referral that needs the desk: why (all reasons on one card), what is asked, and the acts that fit the present state. */
export const deskReferral = view({
  slug: 'desk-referral',
  audience: 'stored',
  params: z.object({ referralId: id<ReferralId>() }),
  load: (read, { referralId }) => read.caseOf(referralId),
  may: ({ referral }, actor) => (mayBeSeen(actor, 'see-before-desk', referral) ? null : { refused: 'only-desk' }),
  fill(facts, context) {
    const { referral } = facts;
    const t = texts(context.language);
    const may = actsOnCard({ actor: null, now: context.now }, referral, 'desk');
    return {
      ...headerOf(facts, context),
      title: titleOf(facts, context),
      referralId: referral.id,
      why: 'desk',
      round: referral.round,
      facts: [
        ...factLines(facts, context),
        { title: t('dispatch.facts.provider'), value: serviceName(facts, context) },
        ...(referral.state === 'to-phone'
          ? [{ title: t('dispatch.facts.phone'), value: phoneOf(facts, context) }]
          : []),
      ],
      asked: askedOf(facts, context),
      answered: answeredLine(facts, context),
      isHeld: may.has('assign'),
      mayOpenLater: !may.has('assign') && !may.has('deliver') && !may.has('contact'),
      mayDeliver: may.has('deliver'),
      mayNotePhoned: may.has('note-phoned'),
      lines: linesOf(facts),
      ...answersOf(referral, may),
      undoUntil: undoUntil(referral, may, context.language),
    };
  },
  summary: (facts, context) =>
    texts(context.language)('dispatch.desk-referral.summary', {
      reference: facts.referral.reference,
      title: titleOf(facts, context),
    }),
});

/** All reasons for which it stands before the desk; when there is none any more, what it is. */
function titleOf({ referral }: CaseFacts, { language }: Pick<ViewContext, 'language'>): string {
  const t = texts(language);
  const reasons = deskReasonsOf(referral).map((reason) => t(`dispatch.desk-referral.title.${reason}`));
  return reasons.length === 0 ? t('dispatch.desk-referral.title.settled') : reasons.join(' · ');
}

/** The provider's number, to phone; missing: say where to fill it in. */
const phoneOf = ({ provider }: CaseFacts, { language }: ViewContext): string =>
  provider?.phone ? plain(provider.phone) : texts(language)('dispatch.facts.no-phone');

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
    t(`dispatch.desk-referral.asked.${reason}`, { provider, moment: told }),
  );
  if (asked.length > 0) return asked.join(' ');
  return t(
    referral.state === 'contacted' ? 'dispatch.desk-referral.asked.contacted' : 'dispatch.desk-referral.asked.settled',
  );
}
