import type { CasePost, Receipt } from '../case/posts.js';
import type { ServiceId } from '../ids.js';
import { postKey, type PostKey } from '../reference-to.js';
import { inquiryCards, type InquiryReader } from './cards.js';
import { isLeftInquiry } from './clocks.js';
import { isAtDesk, isLiveInquiry, type Inquiry } from './inquiry.js';

/** A job that the outbox starts when the question cannot be brought to the provider: then the desk asks. */
export const inquiryReceipt = { accepted: null, failed: 'miss-inquiry' } as const satisfies Receipt;

/** Key of a question at one side; at a provider per service of which it was asked. */
export const inquiryPost = ({ id, serviceId }: Pick<Inquiry, 'id' | 'serviceId'>, side: InquiryReader): PostKey =>
  postKey(side === 'provider' ? `inquiry:${id}:provider:${serviceId ?? ''}` : `inquiry:${id}:${side}`);

/** Key of the card that brings an answer to who asked; one that is put right comes once more. */
export const answerPost = (id: Inquiry['id'], count: number): PostKey => postKey(`inquiry:${id}:answer:${count}`);

/** Key of the card with who took it over. */
export const takenPost = ({ id, askerId }: Pick<Inquiry, 'id' | 'askerId'>): PostKey =>
  postKey(`inquiry:${id}:taken:${askerId}`);

/** Key of a reminder: the first or a next one of this step, with whom it is. */
export const reminderPost = ({ id, serviceId, answers, state }: Inquiry, count: number): PostKey =>
  postKey(`inquiry:${id}:reminder:${state}:${serviceId ?? 'desk'}:${answers}:${count}`);

const atService = ({ serviceId }: Inquiry, side: InquiryReader): { readonly of?: ServiceId } =>
  side === 'provider' && serviceId !== null ? { of: serviceId } : {};

const post = (inquiry: Inquiry, side: InquiryReader, to: CasePost['to'], receipt: Receipt | null = null): CasePost => ({
  key: inquiryPost(inquiry, side),
  ...inquiryCards.card.with({ inquiryId: inquiry.id, side, ...atService(inquiry, side) }),
  to,
  mention: null,
  living: true,
  receipt,
});

/** Every living card of a question that must be there: with who asked, with who is to answer, and before the desk what nobody answers. Pure. */
export function postsOfInquiry(inquiry: Inquiry): CasePost[] {
  if (!isLiveInquiry(inquiry)) return [];
  const { providerId, askerId } = inquiry;
  return [
    post(inquiry, 'clb', { person: askerId }),
    ...(providerId === null || isAtDesk(inquiry)
      ? []
      : [post(inquiry, 'provider', { organisation: providerId }, inquiryReceipt)]),
    ...(isLeftInquiry(inquiry) ? [post(inquiry, 'desk', { desk: true })] : []),
  ];
}

/** Keys of all living cards that may show it. */
export const postKeysOfInquiry = (inquiry: Inquiry): PostKey[] => [
  ...(['clb', 'provider', 'desk'] as const).map((side) => inquiryPost(inquiry, side)),
  takenPost(inquiry),
  ...Array.from({ length: inquiry.answers }, (_, index) => answerPost(inquiry.id, index + 1)),
  ...Array.from({ length: inquiry.nudges }, (_, index) => reminderPost(inquiry, index + 1)),
];
