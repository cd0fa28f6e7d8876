import type { DraftId, NoteId, PersonId, QuestionId, ReferralId, ServiceId } from '../ids.js';
import type { LocalDate } from '../local-date.js';
import { referenceTo } from '../reference-to.js';

/** A code, a day or an instant as text, a number: what a sentence in a thread may be told with. */
export type Told = Readonly<Record<string, string | number | null>>;

/** What happened, as a reply tells it. `at`: when, as text; what came after it answers it. */
export interface Update {
  readonly referralId: ReferralId;
  readonly what: string;
  readonly data: Told;
  readonly at?: string | undefined;
}

/** What a reply tells of a question, or that there is a note; the words of it are never in a thread. */
export const questionNews = ['asked', 'answered', 'reminded', 'closed', 'noted'] as const;
export type QuestionNews = (typeof questionNews)[number];

/** The cards that show a referral, wherever they live. */
export const caseCards = {
  /** `side`: as the desk sees it; `asker`: in the personal chat of who asked for it. */
  post: referenceTo<{ readonly referralId: ReferralId; readonly side?: 'desk'; readonly asker?: PersonId }>(
    'referral-post',
  ),
  offer: referenceTo<{ readonly referralId: ReferralId }>('referral-offer'),
  beforeDesk: referenceTo<{ readonly referralId: ReferralId }>('desk-referral'),
  update: referenceTo<Update>('referral-update'),
  offerUpdate: referenceTo<Omit<Update, 'at'>>('offer-update'),
  question: referenceTo<{
    readonly referralId: ReferralId;
    readonly questionId: QuestionId | NoteId;
    readonly what: QuestionNews;
  }>('question-post'),
  coordinator: referenceTo<{ readonly referralId: ReferralId }>('contact-reminder'),
  /** The whole list of one worker; `again`: the same once more, as the one reminder. */
  checkIn: referenceTo<{ readonly personId: PersonId; readonly on: LocalDate; readonly again?: 'yes' }>('check-in'),
  /** To one worker: a service with room would fit these. */
  match: referenceTo<{ readonly personId: PersonId; readonly serviceId: ServiceId; readonly on: LocalDate }>(
    'match-found',
  ),
  waitlist: referenceTo<{ readonly serviceId: ServiceId }>('service-waitlist'),
  draft: referenceTo<{ readonly draftId: DraftId }>('draft-post'),
} as const;
