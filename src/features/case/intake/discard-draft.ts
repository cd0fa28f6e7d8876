import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { Change, Refusal } from '../../../contracts/outcome.js';
import type { Draft } from '../../../domain/draft.js';
import { draftSubject } from './draft-subject.js';
import { expireKey, tidyKey } from './keep-draft.js';
import { loadDraft, mayOpen, standingOf, type LoadedDraft } from './load-draft.js';
import { caseCards } from '../../../domain/case/cards.js';

/** What throwing a draft away comes to: nothing typed stays, and its key is destroyed unless a referral lives under it. */
export function discarded(draft: Draft, now: Date): Change[] {
  const row: Draft = { ...draft, typed: {}, tried: [], state: 'discarded', updatedAt: now };
  const ownKey = draft.follows === null;
  return [{ put: 'draft', row }, ...(ownKey ? [{ erase: 'trail' as const, id: draft.trailId }] : [])];
}

/** A referral that was called back is withdrawn, not thrown away. */
function may(loaded: LoadedDraft, context: Parameters<typeof mayOpen>[1]): Refusal | null {
  const refusal = mayOpen(loaded, context);
  if (refusal !== null) return refusal;
  const sent = standingOf(loaded) === 'sent' || loaded.draft.referralId !== null;
  return sent ? { refused: 'outdated', show: caseCards.draft.instead({ draftId: loaded.draft.id }) } : null;
}

/** "Weggooien": asks first (its form), then nothing of it stays. Pressed again it just shows that. */
export const discardDraft = action({
  slug: 'discard-draft',
  subject: draftSubject,
  fields: z.object({}),
  load: loadDraft,
  may,
  form: ({ draft }) => ({ draftId: draft.id }),
  decide(loaded, _fields, context) {
    const { draft } = loaded;
    const reply = caseCards.draft.shown({ draftId: draft.id });
    if (standingOf(loaded) === 'discarded') return { reply };
    return {
      changes: discarded(draft, context.now),
      settled: [tidyKey(draft.id), expireKey(draft.id)],
      reply,
    };
  },
});
