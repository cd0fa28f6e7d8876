import { z } from 'zod';
import { view } from '../../contracts/action.js';
import type { Read } from '../../contracts/read.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { InterestId } from '../../domain/ids.js';
import type { Person } from '../../domain/organisation.js';
import { waysOf } from '../../domain/worker.js';
import type { Interest } from '../../domain/workgroup/interest.js';
import type { Meeting } from '../../domain/workgroup/meeting.js';
import { moment } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { plain } from '../../texts/plain.js';
import { titleOf, whenOf } from './meeting-words.js';
import { interestId } from './working-group.js';

export interface InterestFacts {
  readonly interest: Interest;
  readonly person: Person | null;
  readonly email: string | null;
  /** To which somebody was invited, or would be now: the next that is planned. */
  readonly meeting: Meeting | null;
}

export async function loadInterest(read: Read, id: InterestId, now: Date): Promise<InterestFacts | null> {
  const interest = await read.interest(id);
  if (interest === null) return null;
  const details = await read.worker(interest.personId);
  const next = (await read.meetings(['planned'])).find(({ startsAt }) => startsAt > now) ?? null;
  return {
    interest,
    person: await read.person(interest.personId),
    email: details === null ? null : waysOf(details).email,
    meeting: interest.meetingId === null ? next : await read.meeting(interest.meetingId),
  };
}

/** Who would like to join the working group, for its coordinator: one press sends the invitation. */
export const interestedPerson = view({
  slug: 'interested-person',
  audience: 'stored',
  params: z.object({ interestId }),
  load: (read, { interestId: id }, { now }) => loadInterest(read, id, now),
  may: (_facts, actor) => workgroupOnly(actor),
  fill({ interest, person, email, meeting }, context) {
    const { language, now } = context;
    const t = texts(language);
    const isOpen = interest.state === 'asked';
    const which = meeting === null ? null : `${titleOf(meeting, language)} · ${whenOf(meeting, context)}`;
    return {
      interestId: interest.id,
      open: isOpen ? 'yes' : null,
      state: t(`meetings.interested-person.states.${interest.state}`),
      next: which ?? t('meetings.interested-person.no-meeting'),
      title: plain(person?.name ?? '') || t('meetings.interested-person.somebody'),
      line: [
        ...(interest.organisation === '' ? [] : [plain(interest.organisation)]),
        moment(interest.at, language, now),
      ].join(' · '),
      email: email === null ? null : plain(email),
      plan: meeting === null && isOpen ? 'yes' : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('meetings.interested-person.summary'),
});
