import type { CaseMessage } from '../case/posts.js';
import { isReminder } from '../case/reminders.js';
import { inquiryCards, type InquiryNews, type InquiryReader } from './cards.js';
import { isLeftInquiry } from './clocks.js';
import type { InquiryEvent } from './events.js';
import type { PostKey } from '../reference-to.js';
import { isAtDesk, type Inquiry } from './inquiry.js';
import { answerPost, inquiryPost, reminderPost, takenPost } from './posts.js';

interface Telling {
  readonly side: InquiryReader;
  readonly what: InquiryNews;
  readonly to: CaseMessage['to'];
  readonly after: Inquiry;
}

/** One sentence, once; a reminder lives on, and says afterwards that nothing is asked any more. */
const news = ({ side, what, to, after }: Telling): CaseMessage => ({
  key: isReminder(what)
    ? reminderPost(after, after.nudges)
    : `inquiry:${after.id}:update:${side}:${what}:${after.version}`,
  ...inquiryCards.update.with({ inquiryId: after.id, side, what }),
  to,
  mention: null,
  living: isReminder(what),
  receipt: null,
});

const toAsker = (what: InquiryNews, after: Inquiry): CaseMessage =>
  news({ side: 'clb', what, to: { person: after.askerId }, after });

/** Under the provider's own post; nothing where it never came. */
const toProvider = (what: InquiryNews, of: Inquiry, after: Inquiry): CaseMessage[] =>
  isAtDesk(of) ? [] : [news({ side: 'provider', what, to: { under: inquiryPost(of, 'provider') }, after })];

const toDesk = (what: InquiryNews, of: Inquiry, after: Inquiry): CaseMessage[] =>
  isLeftInquiry(of) ? [news({ side: 'desk', what, to: { under: inquiryPost(of, 'desk') }, after })] : [];

/** The card once more, low in the chat of whose it is. */
const cardAgain = (key: PostKey, after: Inquiry): CaseMessage => ({
  key,
  ...inquiryCards.card.with({ inquiryId: after.id, side: 'clb' }),
  to: { person: after.askerId },
  mention: null,
  living: true,
  receipt: null,
});

/** What an answer leads to is one press there. */
const answer = (after: Inquiry): CaseMessage => cardAgain(answerPost(after.id, after.answers), after);

/** Whoever is to act is asked for it; the first time before the desk it stands there as a post. */
function reminder({ data }: InquiryEvent<'followed-up'>, before: Inquiry, after: Inquiry): CaseMessage[] {
  if (data.owner === 'clb') return [toAsker('left-clb', after)];
  if (isLeftInquiry(before)) return toDesk('left-desk', before, after);
  if (isLeftInquiry(after)) return [];
  if (before.nudges === 0 || data.coordinatorId === null) return toProvider('left-provider', after, after);
  return [
    {
      ...news({ side: 'provider', what: 'left-provider', to: { person: data.coordinatorId }, after }),
      ...inquiryCards.card.with({ inquiryId: after.id, side: 'provider' }),
    },
  ];
}

/** Every message that follows from one event, once. Pure. */
export function messagesForInquiry(event: InquiryEvent, before: Inquiry | null, after: Inquiry): CaseMessage[] {
  if (before === null) return [];
  switch (event.name) {
    case 'answered':
      return [answer(after), ...(event.side === 'desk' ? toProvider('answered', before, after) : [])];
    case 'forwarded':
      return [toAsker('forwarded', after), ...toProvider('withdrawn', before, after)];
    case 'missed':
      return [toAsker('missed', after)];
    case 'withdrawn':
      // Who answered owes nothing any more.
      return before.state === 'answered'
        ? []
        : [...toProvider('withdrawn', before, after), ...toDesk('withdrawn', before, after)];
    case 'lapsed':
      return [toAsker('lapsed', after), ...toProvider('lapsed', before, after)];
    case 'handed-over':
      return [cardAgain(takenPost(after), after)];
    case 'followed-up':
      return reminder(event, before, after);
    default:
      return [];
  }
}
