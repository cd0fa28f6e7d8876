import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view } from '../../../contracts/action.js';
import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import type { ReferralId } from '../../../domain/ids.js';
import type { Referral } from '../../../domain/case/referral.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { fileSections, type OpenedFile } from './file-sections.js';

interface OpenedFacts extends OpenedFile {
  readonly serviceName: string | null;
  /** It was opened before the desk. */
  readonly why: string | null;
}

/**
 * All personal data of a referral, for the one person who pressed. It has no `may`: nothing but the action `open-file`,
 * which writes the read log, can show it.
 */
export const openedFile = view({
  slug: 'opened-file',
  audience: 'one-person',
  params: z.object({
    referralId: id<ReferralId>(),
    why: z.string().nullish(),
  }),
  async load(read, { referralId, why }): Promise<OpenedFacts | null> {
    const facts = await read.caseOf(referralId);
    if (facts === null) return null;
    const { referral, service, referrer, clb } = facts;
    return {
      referral,
      typed: (await read.caseFile(referralId))?.typed ?? null,
      referrer,
      clb,
      serviceName: service?.name ?? null,
      why: why ?? null,
    };
  },
  fill(facts, context) {
    const { referral, serviceName, why } = facts;
    const say = texts(context.language);
    const { symbol, word } = stateWord(context.language, referral.state);
    return {
      reference: say('privacy.opened-file.reference', { reference: referral.reference }),
      service: serviceName === null ? say('privacy.opened-file.unchosen') : plain(serviceName),
      state: `${symbol} ${word}`,
      erased: facts.typed === null ? say('privacy.opened-file.erased') : null,
      sections: fileSections(facts, context),
      referralId: referral.id,
      ...backTo(referral, context.actor, why),
    };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('privacy.opened-file.summary', { reference: referral.reference }),
});

/** The card from which each side opened the file. */
function backTo(referral: Referral, actor: Actor | null, why: string | null) {
  if (actor === null) return { backTo: 'referral-offer', why: null };
  const isDesk = actsFor(actor, 'desk') !== null;
  if (isDesk && why !== null) return { backTo: 'desk-referral', why };
  if (isOf(actor, referral.clbId)) return { backTo: 'referral-post', why: null };
  return isOf(actor, referral.providerId) || !isDesk
    ? { backTo: 'referral-offer', why: null }
    : { backTo: 'desk-referral', why: 'desk' };
}
