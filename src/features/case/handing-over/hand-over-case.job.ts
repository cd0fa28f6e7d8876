import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due } from '../../../contracts/outcome.js';
import { decide, isDenied } from '../../../domain/case/decide/index.js';
import { questionSides } from '../../../domain/case/question.js';
import type { Draft } from '../../../domain/draft.js';
import type { OrganisationId, PersonId, ReferralId } from '../../../domain/ids.js';
import { schoolYearOf } from '../../../domain/school-year.js';
import type { LocalDate } from '../../../domain/local-date.js';
import { gonePosts } from './handed-cards.js';
import { standingOf } from '../act-on-case.js';

const subject = z.object({
  referralId: id<ReferralId>(),
  side: z.enum(questionSides),
  from: id<PersonId>(),
  to: id<PersonId>(),
  by: id<PersonId>(),
  /** The desk, where it hands over for a team whose worker has gone. */
  deskId: id<OrganisationId>().nullish(),
});

/** One case, looked at as soon as possible. */
export const handOverCaseDue = (handing: z.output<typeof subject>, at: Date): Due => ({
  key: `referral:${handing.referralId}:hand-over:${handing.side}`,
  job: jobNames.handOverCase,
  subject: handing,
  at,
});

interface Handing extends z.output<typeof subject> {
  readonly facts: CaseFacts;
  /** Its intake, which may be open again to change the referral (R4): it goes along. Null when it was erased, or is not of the CLB. */
  readonly draft: Draft | null;
}

/** One case goes to a colleague of the same side; nothing when it is not on that name any more. */
export const handOverCase = job({
  name: jobNames.handOverCase,
  subject,
  async load(read, given): Promise<Handing | null> {
    const facts = await read.caseOf(given.referralId);
    if (facts === null) return null;
    const isOwn = given.side === 'clb' && !(await read.isErased(facts.referral.trailId));
    return { ...given, facts, draft: isOwn ? await read.draft(facts.referral.draftId) : null };
  },
  decide({ facts, draft, side, from, to, by, deskId }, { now, calendar, settings }) {
    const { referral } = facts;
    const teamId = side === 'clb' ? referral.clbId : referral.providerId;
    const actor = { sides: [deskId ? ('desk' as const) : side], isAuthor: false };
    const command = { act: 'hand-over', of: side, from, to } as const;
    const moment = { now, calendar, settings, actor, by: { personId: by, organisationId: deskId ?? teamId } };
    const events = decide(standingOf(facts), command, moment);
    if (isDenied(events) || events.length === 0) return {};
    const moves = draft !== null && draft.personId === from;
    return {
      cases: [{ id: referral.id, before: referral, events }],
      refresh: teamId === null ? [] : goneTold(teamId, from, calendar.dayOf(now)),
      changes: moves ? [{ put: 'draft', row: { ...draft, personId: to } }] : [],
    };
  },
});

/** What was told of somebody who left: it counts how much is still on that name. */
const goneTold = (organisationId: OrganisationId, personId: PersonId, day: LocalDate) =>
  Object.values(gonePosts({ organisationId, personId }, schoolYearOf(day)));
