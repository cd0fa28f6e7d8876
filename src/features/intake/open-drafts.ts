import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { isUntouched } from '../../domain/intake/index.js';
import type { PersonId } from '../../domain/ids.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { draftStep } from './draft-step.js';

const shown = 8;
const personId = z.uuid().transform((id) => id as string as PersonId);

/** The referrals a person has begun: go on with one, or begin another. Steps and dates only, so that it may be stored. */
export const openDrafts = view({
  slug: 'open-drafts',
  audience: 'stored',
  params: z.object({ personId }),
  async load(read, params: { personId: PersonId }) {
    const drafts = (await read.draftsOf(params.personId)).filter((draft) => !isUntouched(draft));
    const rows = [];
    for (const draft of drafts.slice(0, shown))
      rows.push({ draft, referral: draft.referralId === null ? null : await read.referral(draft.referralId) });
    return { personId: params.personId, rows, more: Math.max(0, drafts.length - shown) };
  },
  may: (facts, actor) => (actor.person.id === facts.personId ? null : { refused: 'draft-gone' }),
  fill({ rows, more }, context) {
    const { language, now } = context;
    const t = texts(language);
    return {
      drafts: rows.map(({ draft, referral }) => ({
        draftId: draft.id,
        step: draftStep(draft, referral, context),
        touched: t('intake.open-drafts.touched', { at: moment(draft.updatedAt, language, now) }),
      })),
      more: more === 0 ? null : t('intake.open-drafts.more', { more }),
    };
  },
  summary: ({ rows }, { language }) => texts(language)('intake.open-drafts.summary', { count: rows.length }),
});
