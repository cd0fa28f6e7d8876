import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import { letterLanguages } from '../../../domain/letter-language.js';
import { letterFor, type FamilyLetter } from './letter-for.js';
import type { ReferralId } from '../../../domain/ids.js';
import { ownName } from '../../../texts/letter-texts.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { isOf } from '../../../contracts/actor.js';
import { wayBack } from '../card/way-back.js';
import { mayBeSeen } from '../viewer.js';
import { accountLink, accountUntil } from './account-link.js';
import { letterLink, letterUntil } from './letter-link.js';

interface Facts {
  readonly whole: CaseFacts;
  readonly letter: FamilyLetter | null;
  /** Nothing personal is kept any more. */
  readonly isErased: boolean;
  readonly why: string | null;
}

/** What can be put on paper of a referral: a letter for the family, a copy for the CLB, everything for who asks the desk. */
export const casePapers = view({
  slug: 'case-papers',
  audience: 'one-person',
  params: z.object({ referralId: id<ReferralId>(), why: z.string().nullish() }),
  async load(read, { referralId, why }, { now }): Promise<Facts | null> {
    const whole = await read.caseOf(referralId);
    if (whole === null) return null;
    const { referral, roundTables, trajectories } = whole;
    // Opened, not shown: so Teams is asked whether this person is in the team before an address is given that opens it.
    const isErased = (await read.caseFile(referralId)) === null;
    return { whole, letter: letterFor(referral, roundTables, trajectories, now), isErased, why: why ?? null };
  },
  may: ({ whole: { referral } }, actor) => (mayBeSeen(actor, 'see-post', referral) ? null : { refused: 'not-yours' }),
  fill(facts, context) {
    const { referral } = facts.whole;
    const way = wayBack(referral, context.actor, facts.why);
    return {
      referralId: referral.id,
      backTo: way.backTo,
      why: way.why,
      reference: texts(context.language)('case.card.reference', { reference: referral.reference }),
      letter: letterPart(facts, context),
      file: filePart(facts, context),
    };
  },
  summary: ({ whole: { referral } }, { language }) =>
    texts(language)('papers.case-papers.summary', { reference: referral.reference }),
});

/** The letter, with a way to it in each language; null for who may not give one to the family. */
function letterPart({ whole: { referral }, letter }: Facts, context: ViewContext) {
  const { actor, language, now } = context;
  if (actor === null || referral.target !== 'pupil' || !isOf(actor, referral.clbId)) return null;
  const t = texts(language);
  if (letter === null || !mayBeSeen(actor, 'see-letter', referral))
    return { about: t('papers.case-papers.no-letter'), until: null, links: null };
  return {
    about: t(`papers.case-papers.about.${letter.tells}`),
    until: t('papers.case-papers.until', { moment: moment(letterUntil(now), language, now) }),
    links: letterLanguages.map((one) => `[${ownName[one]}](${letterLink(referral.id, one, context)})`).join(' · '),
  };
}

/** The way to the copy for the CLB, or to everything for the desk; null: neither, or it was erased. */
function filePart({ whole: { referral }, isErased }: Facts, context: ViewContext) {
  const { actor, language, now } = context;
  if (actor === null || isErased) return null;
  const kind = mayBeSeen(actor, 'see-copy', referral) ? 'copy' : 'account';
  if (kind === 'account' && !mayBeSeen(actor, 'see-account', referral)) return null;
  const t = texts(language);
  return {
    heading: t(`papers.case-papers.${kind}`),
    about: t(`papers.case-papers.${kind}-text`),
    link: `[${t('papers.case-papers.open')}](${accountLink(kind, referral.id, actor, context)})`,
    until: t('papers.case-papers.open-until', { moment: moment(accountUntil(now), language, now) }),
  };
}
