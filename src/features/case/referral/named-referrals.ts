import { z } from 'zod';
import { view } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { OrganisationId, ReferralId } from '../../../domain/ids.js';
import { textOf } from '../../../domain/intake/index.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { loadOwnWorklist } from './own-worklist.js';
import type { Worklist } from './worklist.js';
import { groupsOf } from './worklist-groups.js';

interface Named extends Worklist {
  readonly names: ReadonlyMap<ReferralId, string>;
}

/**
 * One page of somebody's own list with the pupils' names, for the one person who pressed. It has no `may`: nothing but the
 * action `show-names`, which writes the read log, can show it.
 */
export const namedReferrals = view({
  slug: 'named-referrals',
  audience: 'one-person',
  params: z.object({ organisationIds: z.array(id<OrganisationId>()).min(1), page: z.coerce.number().int().min(0) }),
  async load(read, params, { actor, now }): Promise<Named | null> {
    const list = actor === null ? null : await loadOwnWorklist(read, actor, params, now);
    if (list === null) return null;
    const names = new Map<ReferralId, string>();
    for (const line of list.lines) {
      if (line.kind === 'draft') continue;
      const typed = (await read.caseFile(line.referral.id))?.typed ?? {};
      const name = textOf(typed, 'pupilName') || textOf(typed, 'groupName');
      if (name !== '') names.set(line.referral.id, name);
    }
    return { ...list, names };
  },
  fill(facts, context) {
    const t = texts(context.language);
    const { organisations, page } = facts;
    return {
      onlyYou: t('privacy.opened-file.only-you'),
      noted: t('privacy.opened-file.noted', { moment: moment(context.now, context.language, context.now) }),
      close: t('referral.named-referrals.close'),
      title: t('referral.my-referrals.mine'),
      groups: groupsOf(facts, context),
      organisationIds: organisations.map((one) => one.id),
      personId: context.actor?.person.id ?? null,
      page: String(page),
    };
  },
  summary: (_facts, { language }) => texts(language)('referral.named-referrals.summary'),
});
