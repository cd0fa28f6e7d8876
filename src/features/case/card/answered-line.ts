import type { ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import type { Referral } from '../../../domain/case/referral.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';

/** Once a provider's part is closed, its card tells no more than which referral it was and who referred it. */
export const isClosedForProvider = ({ state }: Pick<Referral, 'state'>): boolean =>
  ['no-match', 'full', 'completed', 'withdrawn', 'recalled'].includes(state);

/** Who gave the present answer and when, or that the desk wrote it down; null when there is none. */
export function answeredLine(facts: CaseFacts, { language, now }: ViewContext): string | null {
  const { referral, answeredBy } = facts;
  if (referral.answeredAt === null || answeredBy === null) return null;
  const told = {
    moment: moment(referral.answeredAt, language, now),
    name: plain(answeredBy.name),
    what: referral.state === 'contacted' ? 'contacted' : 'answered',
  };
  return texts(language)(isNotedByDesk(facts) ? 'dispatch.answered.by-desk' : 'dispatch.answered.by-person', told);
}

const isNotedByDesk = ({ referral: { answeredAt }, history }: CaseFacts): boolean =>
  history.some(
    ({ at, side, data }) => at.getTime() === answeredAt?.getTime() && (side === 'desk' || data['by'] === 'desk'),
  );

/** On whose name the case stands at the provider, as long as there is no answer that says it; null when nobody took it. */
export const onNameOf = ({ contactedBy }: CaseFacts, { language }: Pick<ViewContext, 'language'>): string | null =>
  contactedBy === null ? null : texts(language)('case.card.on-name-of', { name: plain(contactedBy.name) });

/** Who answered; and on whose name it stands, where nobody did yet or somebody else took it over. */
export function nameLines(facts: CaseFacts, context: ViewContext): (string | null)[] {
  const answered = answeredLine(facts, context);
  const isHanded = answered !== null && facts.contactedBy !== null && facts.contactedBy.id !== facts.answeredBy?.id;
  return [answered, ...(answered === null || isHanded ? [onNameOf(facts, context)] : [])];
}
