import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { isOf } from '../../../contracts/actor.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Draft } from '../../../domain/draft.js';
import type { ReferralId } from '../../../domain/ids.js';
import { longestHint } from '../../../domain/intake/index.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import { texts } from '../../../texts/index.js';
import { caseCards } from '../../../domain/case/cards.js';

interface Hinted {
  readonly whole: CaseFacts;
  readonly hint: string | null;
  /** Its intake, while that is open again: there the hint can be changed too. */
  readonly open: Draft | null;
}

async function load(read: Read, subject: { referralId: ReferralId }): Promise<Hinted | Refusal> {
  const whole = await read.caseOf(subject.referralId);
  if (whole === null || (await read.isErased(whole.referral.trailId))) return { refused: 'not-found' };
  const { trailId, draftId } = whole.referral;
  const draft = await read.draft(draftId);
  const hint = (await read.hintsOf([trailId])).get(trailId) ?? null;
  return { whole, hint, open: draft?.state === 'open' ? draft : null };
}

/** The CLB's own hint for a pupil: it stays sealed under the trail's key, and goes with it. Nobody outside the CLB has it. */
export const changeHint = action({
  slug: 'change-hint',
  opensPersonal: true,
  subject: z.object({ referralId: id<ReferralId>() }),
  fields: z.object({
    memoryHint: z
      .string('hint-too-long')
      .transform((text) => text.trim().replace(/\s+/g, ' '))
      .refine((text) => text.length <= longestHint, 'hint-too-long'),
  }),
  load,
  may: ({ whole }, { actor }: ActionContext) =>
    isOf(actor, whole.referral.clbId) ? null : { refused: 'only-referrer' },
  form: ({ whole: { referral }, hint }, { actor: { language } }, { typed }) => ({
    referralId: referral.id,
    reference: texts(language)('case.card.reference', { reference: referral.reference }),
    about: aboutWhom(referral, language) || null,
    typed: { memoryHint: typed['memoryHint'] ?? hint },
  }),
  decide({ whole: { referral }, open }, { memoryHint }) {
    return {
      changes: [
        { put: 'hint', row: { trailId: referral.trailId, text: memoryHint === '' ? null : memoryHint } },
        ...(open === null ? [] : [{ put: 'draft' as const, row: { ...open, typed: { ...open.typed, memoryHint } } }]),
      ],
      reply: { ...caseCards.post.shown({ referralId: referral.id }), note: { key: 'done' } },
    };
  },
});
