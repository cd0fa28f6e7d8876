import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { Draft } from '../../../domain/draft.js';
import { hintIn, isUntouched } from '../../../domain/intake/index.js';
import type { PersonId } from '../../../domain/ids.js';
import type { Person } from '../../../domain/organisation.js';
import { draftAbout, ownDraftAbout } from '../../../texts/draft-words.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { draftStep } from './draft-step.js';
import { caseViews } from '../case-views.js';

const shown = 8;
const personId = id<PersonId>();

interface Row {
  readonly draft: Draft;
  readonly referral: Referral | null;
}

interface Facts {
  readonly personId: PersonId;
  readonly person: Person | null;
  readonly rows: readonly Row[];
  readonly more: number;
}

/** A draft with what tells it from the others. */
function rowOf({ draft, referral }: Row, context: ViewContext) {
  const { language, now, calendar, actor } = context;
  const t = texts(language);
  const today = calendar.dayOf(now);
  const hint = hintIn(draft.typed);
  const own = [...(hint === null ? [] : [plain(hint)]), ownDraftAbout(draft, language, today)];
  const about = actor === null ? draftAbout(draft, language, today) : own.filter((part) => part !== '').join(' · ');
  return {
    draftId: draft.id,
    title: about || draftStep(draft, referral, context),
    line: [
      ...(about === '' ? [] : [draftStep(draft, referral, context)]),
      t('intake.open-drafts.touched', {
        begun: moment(draft.createdAt, language, now),
        at: moment(draft.updatedAt, language, now),
      }),
    ].join(' · '),
    badge: null,
  };
}

/** Shows itself anew to the one person whose drafts these are; not in a card that answers a press. */
const refreshOf = ({ person }: Facts, { actor }: ViewContext): object | null =>
  actor !== null || person === null
    ? null
    : {
        action: {
          type: 'Action.Execute',
          verb: builtInVerbs.show,
          data: caseViews.drafts.onButton({ personId: person.id }),
        },
        userIds: [person.teamsId],
      };

/**
 * The referrals a person has begun: go on with one, or begin another. As a message in the chat it tells of each what may
 * stand in a channel; answered to the person alone, also his or her own hint, and where.
 */
export const openDrafts = view({
  slug: 'open-drafts',
  audience: 'stored',
  params: z.object({ personId }),
  async load(read, params: { personId: PersonId }): Promise<Facts> {
    const drafts = (await read.draftsOf(params.personId)).filter((draft) => !isUntouched(draft));
    const rows = [];
    for (const draft of drafts.slice(0, shown))
      rows.push({ draft, referral: draft.referralId === null ? null : await read.referral(draft.referralId) });
    return {
      personId: params.personId,
      person: await read.person(params.personId),
      rows,
      more: Math.max(0, drafts.length - shown),
    };
  },
  may: (facts, actor) => (actor.person.id === facts.personId ? null : { refused: 'draft-gone' }),
  fill(facts, context) {
    const t = texts(context.language);
    const { rows, more } = facts;
    return {
      title: t('intake.open-drafts.title', { count: rows.length + more }),
      drafts: rows.map((row) => rowOf(row, context)),
      more: more === 0 ? null : t('intake.open-drafts.more', { more }),
      refresh: refreshOf(facts, context),
    };
  },
  summary: ({ rows }, { language }) => texts(language)('intake.open-drafts.summary', { count: rows.length }),
});
