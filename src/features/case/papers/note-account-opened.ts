import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import type { Reaction } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import type { Refusal } from '../../../contracts/outcome.js';
import type { ReferralId } from '../../../domain/ids.js';
import { act } from '../act-on-case.js';
import { caseViews } from '../case-views.js';
import { mayBeSeen } from '../viewer.js';
import { accountActions, accountKinds, type AccountKind } from './account-link.js';

interface Facts extends CaseFacts {
  readonly kind: AccountKind;
}

interface Subject {
  readonly referralId: ReferralId;
  readonly kind: AccountKind;
}

const sight = { copy: 'see-copy', account: 'see-account' } as const;

/** Somebody opens the address of a copy, or of everything: judged by how it stands now, and written to the read log. */
export const noteAccountOpened: Reaction<Subject, object, Facts> = {
  slug: accountActions.noteOpened,
  startedBy: 'page',
  subject: z.object({ referralId: id<ReferralId>(), kind: z.enum(accountKinds) }),
  fields: z.object({}),
  async load(read, { referralId, kind }): Promise<Facts | Refusal> {
    const whole = await read.caseOf(referralId);
    return whole === null ? { refused: 'not-found' } : { ...whole, kind };
  },
  may: ({ referral, kind }, { actor }) => (mayBeSeen(actor, sight[kind], referral) ? null : { refused: 'not-yours' }),
  decide: ({ kind, ...facts }, _fields, context) =>
    act(facts, { act: 'open-file', what: kind }, context, caseViews.papers.shown({ referralId: facts.referral.id })),
};
