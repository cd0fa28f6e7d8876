import { z } from 'zod';
import { view } from '../../contracts/action.js';
import { workgroupOnly } from '../../contracts/workgroup-home.js';
import type { Decision, Meeting } from '../../domain/workgroup/meeting.js';
import { day } from '../../texts/format.js';
import { texts } from '../../texts/index.js';
import { looks } from '../../contracts/strip.js';
import { plain } from '../../texts/plain.js';
import { referenceOf, titleOf } from './meeting-words.js';
import { decisionId } from './working-group.js';

interface ReminderFacts {
  readonly decision: Decision;
  readonly meeting: Meeting;
}

/** What the owner of a decision is told a week before it is due (R19). */
export const decisionReminder = view({
  slug: 'decision-reminder',
  audience: 'stored',
  params: z.object({ decisionId }),
  async load(read, params): Promise<ReminderFacts | null> {
    const decision = await read.decision(params.decisionId);
    const meeting = decision === null ? null : await read.meeting(decision.meetingId);
    return decision === null || meeting === null ? null : { decision, meeting };
  },
  may: (_facts, actor) => workgroupOnly(actor),
  fill({ decision, meeting }, { language, calendar, now }) {
    const say = texts(language);
    const due = decision.dueOn === null ? '' : day(decision.dueOn, language, calendar.dayOf(now));
    return {
      decisionId: decision.id,
      reference: `${referenceOf(meeting, language)} · ${titleOf(meeting, language)}`,
      text: plain(decision.text),
      expected:
        decision.state === 'open'
          ? say('meetings.decision-reminder.expected', { name: plain(decision.ownerName), due })
          : say(`meetings.decision-reminder.is.${decision.state}`),
      strip: decision.state === 'open' ? looks.left : decision.state === 'done' ? looks.over : looks.closed,
      isOpen: decision.state === 'open',
    };
  },
  summary: (_facts, { language }) => texts(language)('meetings.decision-reminder.summary'),
});
