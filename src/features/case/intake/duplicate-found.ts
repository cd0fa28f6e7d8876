import { z } from 'zod';
import { view } from '../../../contracts/action.js';
import type { DraftId, ReferralId } from '../../../domain/ids.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { stateWord } from '../../../texts/referral-words.js';
import { draftId, referralId } from './draft-subject.js';
import { loadDraft, mayOpen } from './load-draft.js';
import { plain } from '../../../texts/plain.js';

/** The same pupil is referred already by this CLB: follow that one, or make a new one all the same. */
export const duplicateFound = view({
  slug: 'duplicate-found',
  audience: 'one-person',
  params: z.object({ draftId, referralId }),
  async load(read, params: { draftId: DraftId; referralId: ReferralId }) {
    const loaded = await loadDraft(read, params);
    const live = await read.referral(params.referralId);
    if ('refused' in loaded || live === null || live.clbId !== loaded.draft.clbId) return null;
    return {
      ...loaded,
      live,
      service: live.serviceId === null ? null : await read.service(live.serviceId),
      referrer: await read.person(live.referrerId),
    };
  },
  may: (facts, actor) => mayOpen(facts, { actor }),
  fill({ draft, live, service, referrer }, { language, now, calendar }) {
    const t = texts(language);
    const { symbol, word } = stateWord(language, live.state);
    const registeredOn = day(calendar.dayOf(live.registeredAt), language, calendar.dayOf(now));
    return {
      draftId: draft.id,
      referralId: live.id,
      reference: t('intake.duplicate-found.reference', { reference: live.reference }),
      state: `${symbol} ${word}`,
      facts: [
        { title: t('intake.duplicate-found.pupil'), value: plain(draft.typed['pupilName'] ?? '') || null },
        { title: t('intake.duplicate-found.provider'), value: service?.name ?? t('intake.draft-post.desk') },
        { title: t('intake.duplicate-found.since'), value: registeredOn },
        { title: t('intake.duplicate-found.by'), value: referrer?.name ?? null },
      ],
    };
  },
  summary: (_facts, { language }) => texts(language)('intake.duplicate-found.summary'),
});
