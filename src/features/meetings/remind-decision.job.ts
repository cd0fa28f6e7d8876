import { z } from 'zod';
import { job } from '../../contracts/action.js';
import type { Outcome } from '../../contracts/outcome.js';
import type { Person } from '../../domain/organisation.js';
import type { Decision } from '../../domain/workgroup/meeting.js';
import { decisionDueKey, meetingPostKey } from './meeting-keys.js';
import { decisionId } from './working-group.js';
import { meetingCards, meetingJobs } from './meeting-cards.js';

interface OwnerFacts {
  readonly decision: Decision;
  readonly owner: Person;
}

/**
 * The owner of an open decision hears of it a week before it is due, once: in the personal chat, or in the thread of the
 * meeting when there is none (R19).
 */
export const remindDecision = job({
  name: meetingJobs.remindDecision.name,
  subject: z.object({ decisionId }),
  async load(read, subject): Promise<OwnerFacts | null> {
    const decision = await read.decision(subject.decisionId);
    const owner = decision?.ownerId ? await read.person(decision.ownerId) : null;
    return decision === null || owner === null ? null : { decision, owner };
  },
  decide({ decision, owner }): Outcome {
    if (decision.state !== 'open') return {};
    const hasChat = owner.personalConversationId !== null;
    return {
      notices: [
        {
          key: decisionDueKey(decision.id),
          ...meetingCards.decisionReminder.with({ decisionId: decision.id }),
          to: hasChat ? { person: owner.id } : { under: meetingPostKey(decision.meetingId) },
          mention: hasChat ? null : owner.id,
        },
      ],
    };
  },
});
