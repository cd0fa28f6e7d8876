import { z } from 'zod';
import { job } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { InquiryCase } from '../../../contracts/inquiry.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due } from '../../../contracts/outcome.js';
import type { InquiryId, OrganisationId, PersonId } from '../../../domain/ids.js';
import { decideInquiry } from '../../../domain/inquiry/decide.js';

const subject = z.object({
  inquiryId: id<InquiryId>(),
  from: id<PersonId>(),
  to: id<PersonId>(),
  /** Who hands over. */
  by: id<PersonId>(),
  /** The desk, where it hands over for a team whose worker has gone. */
  deskId: id<OrganisationId>().nullish(),
});
type Handing = z.output<typeof subject>;

/** One question before referring, looked at as soon as possible. */
export const handOverInquiryDue = (handing: Handing, at: Date): Due => ({
  key: `inquiry:${handing.inquiryId}:hand-over`,
  job: jobNames.handOverInquiry,
  subject: handing,
  at,
});

/** One question before referring goes to a colleague, who gets its card; nothing when it is not on that name any more. */
export const handOverInquiry = job({
  name: jobNames.handOverInquiry,
  subject,
  async load(read, given): Promise<(InquiryCase & Handing) | null> {
    const facts = await read.inquiry(given.inquiryId);
    return facts === null ? null : { ...facts, ...given };
  },
  decide({ inquiry, from, to, by, deskId }, { now, calendar, settings }) {
    const actor = { sides: [deskId ? ('desk' as const) : ('clb' as const)], isAuthor: false };
    const moment = { now, calendar, settings, actor, by: { personId: by, organisationId: deskId ?? inquiry.clbId } };
    const events = decideInquiry(inquiry, { act: 'hand-over', from, to }, moment);
    return 'denied' in events || events.length === 0
      ? {}
      : { inquiries: [{ id: inquiry.id, before: inquiry, events }] };
  },
});
