import type { DraftId, NoteId, PersonId, QuestionId, ReferralId, ServiceId } from '../ids.js';
import type { LocalDate } from '../local-date.js';
import { postKey, type PostKey } from '../reference-to.js';

/** Key of the living message in which a referral stands in the CLB's channel. */
export const clbPost = (referral: ReferralId): PostKey => postKey(`referral:${referral}:clb`);
/** Key of the living message in the provider's channel; delivered anew after a recall or undo it stays the same post. */
export const offerPost = (referral: ReferralId, service: ServiceId): PostKey =>
  postKey(`referral:${referral}:offer:${service}`);
/** Key of the one living message before the desk, whatever its reasons. */
export const deskPost = (referral: ReferralId): PostKey => postKey(`referral:${referral}:desk`);
/** Key of the stored message of an intake in personal chat. */
export const draftPost = (draft: DraftId): PostKey => postKey(`draft:${draft}`);
/** Key of the same living message posted once more, lower in the conversation: it is refreshed with the first. */
export const copyOf = (key: PostKey, turn: string): PostKey => postKey(`${key}#${turn}`);
/** Key of the living waiting list of a service in its provider's channel. */
export const waitlistPost = (service: ServiceId): PostKey => postKey(`waitlist:${service}`);
/** Key of the card that asks one worker about his or her whole waiting list on a day, and of the reminder of it. */
export const checkInPost = (person: PersonId, on: LocalDate, again = false): PostKey =>
  postKey(`check-in:${person}:${on}${again ? ':again' : ''}`);
/** Key of the card that tells one worker whom of his or hers a service with room would fit. */
export const matchPost = (person: PersonId, service: ServiceId, on: LocalDate): PostKey =>
  postKey(`match:${person}:${service}:${on}`);
/** Key of a reply that tells of a question or a note; that it was asked lives on. */
export const questionPost = (referral: ReferralId, question: QuestionId | NoteId, what: string): PostKey =>
  postKey(`referral:${referral}:question:${question}:${what}`);
