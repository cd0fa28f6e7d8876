import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due } from '../../../contracts/outcome.js';
import { questionSides } from '../../../domain/case/question.js';
import { handOverInquiryDue } from './hand-over-inquiry.job.js';
import { handOverCaseDue } from './hand-over-case.job.js';
import type { OrganisationId, PersonId, ReferralId } from '../../../domain/ids.js';

const atOnce = 200;

const subject = z.object({
  organisationId: id<OrganisationId>(),
  side: z.enum(questionSides),
  from: id<PersonId>(),
  to: id<PersonId>(),
  /** Who hands over. */
  by: id<PersonId>(),
  /** The desk, where it hands over for a team whose worker has gone. */
  deskId: id<OrganisationId>().nullish(),
  after: id<ReferralId>().nullable(),
});
type Work = z.output<typeof subject>;

/** Everything that somebody has on his or her name, from the case after `after` on. */
export const handOverDue = (work: Work, at: Date): Due => ({
  key: `handing-over:${work.organisationId}:${work.from}:${work.after ?? 'first'}`,
  job: jobNames.handOverWork,
  subject: work,
  at,
});

/** Gives each case its own command, in a transaction of its own; goes on where it stopped, and run again changes nothing more. */
export const handOverWorkJob = job({
  name: jobNames.handOverWork,
  subject,
  async load(read, work, { now }) {
    const { organisationId, side, from, after } = work;
    const asked = { side: 'clb', organisationIds: [organisationId], personId: from, now, offset: 0 } as const;
    const isFirst = side === 'clb' && after === null;
    return {
      work,
      ids: await read.casesOnName(organisationId, side, from, after, atOnce),
      // Nobody asks more than some at a time.
      questions: isFirst ? (await read.inquiriesOf({ ...asked, limit: atOnce })).rows : [],
    };
  },
  decide({ work, ids, questions }, { now }) {
    const { side, from, to, by, deskId } = work;
    const each: Due[] = ids.map((referralId) => handOverCaseDue({ referralId, side, from, to, by, deskId }, now));
    const asked = questions.map(({ inquiry }) =>
      handOverInquiryDue({ inquiryId: inquiry.id, from, to, by, deskId }, now),
    );
    const last = ids.at(-1);
    const more = ids.length === atOnce && last !== undefined ? [handOverDue({ ...work, after: last }, now)] : [];
    return { dues: [...each, ...asked, ...more] };
  },
});
