import type { InquiryId, OrganisationId, ServiceId } from '../ids.js';
import { formTo, referenceTo } from '../reference-to.js';
import type { InquiryEventName } from './events.js';

/** On whose card a question stands. */
export const inquiryReaders = ['clb', 'provider', 'desk'] as const;
export type InquiryReader = (typeof inquiryReaders)[number];

/** What is told of a question under its post or in a chat: something that happened, or that a step is expected. */
export type InquiryNews = InquiryEventName | 'left-provider' | 'left-desk' | 'left-clb';

/** What a button of a question carries: which one, and on whose card it stands. */
export type OnInquiry = {
  readonly inquiryId: InquiryId;
  readonly side: InquiryReader;
};

/** The cards that show a question before referring. */
export const inquiryCards = {
  /** `of`: at a provider, the service of which it was asked there; it may have gone to another since. */
  card: referenceTo<OnInquiry & { readonly of?: ServiceId }>('inquiry'),
  update: referenceTo<OnInquiry & { readonly what: InquiryNews }>('inquiry-update'),
  /** Put in a message by the message extension. */
  mention: referenceTo<{ readonly inquiryId: InquiryId }>('inquiry-mention'),
  /** What was typed, for one person. */
  opened: referenceTo<OnInquiry>('opened-inquiry'),
} as const;

export const inquiryForms = {
  ask: formTo<{ readonly serviceId?: ServiceId; readonly clbId?: OrganisationId }>('ask-inquiry'),
  refuse: formTo<OnInquiry>('refuse-inquiry'),
  write: formTo<OnInquiry>('write-answer'),
  another: formTo<OnInquiry>('ask-another'),
  forward: formTo<OnInquiry>('forward-inquiry'),
} as const;
