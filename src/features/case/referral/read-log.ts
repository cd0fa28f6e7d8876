import { z } from 'zod';
import { view } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { Opening } from '../../../contracts/read-timeline.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { ReferralId } from '../../../domain/ids.js';
import { textAt, texts } from '../../../texts/index.js';
import { mayBeSeen } from '../viewer.js';
import { namesBehind, whoDid, type Names } from '../who-did.js';

const perPage = 10;

interface Facts {
  readonly referral: Referral;
  /** The openings of this page, newest first, and how many there are in all. */
  readonly openings: readonly Opening[];
  readonly count: number;
  readonly names: Names;
  readonly page: number;
  readonly why: string | null;
}

/**
 * Who opened the pupil's data of a referral, what of it, and when; newest first, ten a page. For the desk, and for the
 * CLB of its own referrals. It tells nothing of what stood there.
 */
export const readLog = view({
  slug: 'read-log',
  audience: 'one-person',
  params: z.object({
    referralId: id<ReferralId>(),
    page: z.coerce.number().int().min(0).catch(0).optional(),
    why: z.string().nullish(),
  }),
  async load(read, { referralId, page = 0, why }): Promise<Facts | null> {
    const referral = await read.referral(referralId);
    if (referral === null) return null;
    const opened = await read.openingsOf(referralId, { offset: page * perPage, limit: perPage });
    return { referral, ...opened, names: await namesBehind(read, opened.openings), page, why: why ?? null };
  },
  may: ({ referral }, actor) => (mayBeSeen(actor, 'see-read-log', referral) ? null : { refused: 'not-yours' }),
  fill({ referral, openings, count, names, page, why }, context) {
    const { language } = context;
    const t = texts(language);
    return {
      referralId: referral.id,
      reference: t('case.card.reference', { reference: referral.reference }),
      count: count === 0 ? t('referral.read-log.empty') : t('referral.read-log.count', { count }),
      rows: openings.map((one) => ({
        what: textAt(language, `referral.read-log.what.${one.what}`) ?? t('referral.read-log.what.other'),
        who: whoDid(one, names, context),
      })),
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < count ? String(page + 1) : null,
      why,
    };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('referral.read-log.summary', { reference: referral.reference }),
});
