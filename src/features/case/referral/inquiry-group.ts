import type { ViewContext } from '../../../contracts/action.js';
import type { InquiryLine } from '../../../contracts/inquiry.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { looks } from '../../../contracts/strip.js';
import { inquiryCards, type InquiryReader } from '../../../domain/inquiry/cards.js';
import { day } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import { sideOf, type Worklist } from './worklist.js';
import type { Group, Row } from './worklist-groups.js';

/** Something is asked of who reads: an answer of the provider or the desk, a decision of the CLB. */
const asksReader = ({ inquiry }: InquiryLine, side: InquiryReader): boolean =>
  side === 'clb' ? inquiry.state === 'answered' : inquiry.state === 'asked';

/** Questions before referring, at the head of the list: what waits for the reader, and what he or she waits for. */
export function inquiryGroup(
  { inquiries, organisations }: Pick<Worklist, 'inquiries' | 'organisations'>,
  context: ViewContext,
): Group[] {
  const { rows, count, asking, late } = inquiries;
  if (rows.length === 0) return [];
  const side = sideOf(organisations);
  const calm = { style: null, icon: 'PersonClock', sign: '◔' } as const;
  return [
    {
      ...(late > 0 ? looks.late : asking > 0 ? looks.decide : calm),
      word: texts(context.language)('referral.my-referrals.group.inquiries', { count, late }),
      rows: rows.map((one) => rowOf(one, side, context)),
    },
  ];
}

function rowOf(line: InquiryLine, side: InquiryReader, { language, calendar, now }: ViewContext): Row {
  const { inquiry, service } = line;
  const say = texts(language);
  const about = [
    aboutWhom({ ...inquiry, target: 'pupil', groupSize: null }, language),
    textAt(language, `common.common.region.${inquiry.region}`) ?? inquiry.region,
  ].join(' · ');
  const of = plain(service ?? say('inquiry.words.desk-row'));
  const stands = inquiry.state === 'answered' ? (inquiry.answer ?? 'words') : 'sent';
  const term = inquiry.nextBy;
  return {
    title: side === 'clb' ? of : about,
    line: side === 'clb' ? [say(`inquiry.state.${stands}`), about].join(' · ') : say('inquiry.inquiry.title'),
    badge:
      term === null || !asksReader(line, side)
        ? null
        : {
            text: day(calendar.dayOf(term), language, calendar.dayOf(now)),
            style: term < now ? 'Attention' : 'Warning',
          },
    press: say('referral.my-referrals.show'),
    verb: builtInVerbs.show,
    view: inquiryCards.card.slug,
    referralId: null,
    draftId: null,
    inquiryId: inquiry.id,
    side,
    list: null,
  };
}
