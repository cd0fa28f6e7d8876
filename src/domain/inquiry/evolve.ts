import { folding } from '../case/aggregate.js';
import type { InquiryEvent } from './events.js';
import type { Inquiry } from './inquiry.js';

/** What the end of a question, or a new addressee, leaves of what went before. */
const anew = (event: InquiryEvent) => ({ since: event.at, nudges: 0 });
const ended = (event: InquiryEvent) => ({ ...anew(event), nextBy: null, draftId: null });
const unanswered = { answer: null, reason: null, answeredBy: null, noted: false, draftId: null } as const;

/** The next state of a question before referring. Pure. */
export function evolveInquiry(before: Inquiry | null, event: InquiryEvent, id?: Inquiry['id']): Inquiry {
  if (event.name === 'asked') {
    const own = before?.id ?? id;
    if (own === undefined) throw new Error('a question that is asked has an id');
    const { facts, ...to } = event.data;
    const counted = { answers: 0, erased: false, version: 0, askedAt: event.at };
    return { ...facts, ...to, ...counted, ...anew(event), ...unanswered, id: own, state: 'asked' };
  }
  if (before === null) throw new Error(`nothing was asked before ${event.name}`);
  return evolveExisting(before, event);
}

function evolveExisting(before: Inquiry, event: Exclude<InquiryEvent, { name: 'asked' }>): Inquiry {
  switch (event.name) {
    case 'forwarded':
      return { ...before, ...event.data, ...anew(event), ...unanswered, state: 'asked' };
    case 'missed':
      return { ...before, ...event.data, ...anew(event), ...unanswered, reached: false, state: 'asked' };
    case 'answered': {
      const noted = event.side === 'desk' && before.serviceId !== null;
      const by = { answeredBy: event.personId, noted, answers: before.answers + 1 };
      const how = { ...event.data, ...by, draftId: null };
      return { ...before, ...anew(event), ...how, state: 'answered' };
    }
    case 'withdrawn':
      return { ...before, ...ended(event), state: 'withdrawn' };
    case 'lapsed':
      return { ...before, ...ended(event), state: 'lapsed' };
    case 'referred':
      return { ...before, ...anew(event), nextBy: null, draftId: event.data.draftId, state: 'referred' };
    case 'followed-up':
      return { ...before, nudges: before.nudges + 1 };
    case 'handed-over':
      return { ...before, askerId: event.data.to };
    case 'erased':
      return { ...before, erased: true };
  }
}

/** The question after several events, oldest first. */
export const foldInquiry = folding(evolveInquiry);
