import type { ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { InquiryCase } from '../../../contracts/inquiry.js';
import { inquiryCards, inquiryForms, type InquiryReader, type OnInquiry } from '../../../domain/inquiry/cards.js';
import { inquiryRights, type InquiryAct } from '../../../domain/inquiry/policy.js';
import type { FormTo } from '../../../domain/reference-to.js';
import { texts, type TextKey } from '../../../texts/index.js';
import type { PressButton } from '../card/buttons.js';

interface Choice {
  readonly act: InquiryAct;
  readonly word: TextKey;
  readonly press: FormTo<OnInquiry> | { readonly verb: string; readonly data?: Readonly<Record<string, string>> };
  readonly inMenu?: boolean;
  readonly likeliest?: boolean;
}

const read: Choice = {
  act: 'read',
  word: 'inquiry.buttons.read',
  press: { verb: builtInVerbs.show, data: { view: inquiryCards.opened.slug } },
};

/** Three answers between equals; what was answered already is put right from the menu. */
const answers = (isPutRight: boolean): Choice[] => [
  {
    act: 'answer',
    word: 'inquiry.buttons.fits',
    press: { verb: 'answer-inquiry', data: { answer: 'fits' } },
    inMenu: isPutRight,
  },
  {
    act: 'answer',
    word: 'inquiry.buttons.maybe',
    press: { verb: 'answer-inquiry', data: { answer: 'maybe' } },
    inMenu: isPutRight,
  },
  { act: 'answer', word: 'inquiry.buttons.misfit', press: inquiryForms.refuse, inMenu: isPutRight },
];
const words: Choice = { act: 'answer', word: 'inquiry.buttons.words', press: inquiryForms.write, inMenu: true };

function choicesFor({ inquiry }: InquiryCase, reader: InquiryReader): Choice[] {
  const isAnswered = inquiry.state === 'answered';
  const isBare = isAnswered && (inquiry.answer === 'fits' || inquiry.answer === 'maybe');
  if (reader === 'clb')
    return [
      {
        act: 'refer',
        word: inquiry.state === 'referred' ? 'inquiry.buttons.go-on' : 'inquiry.buttons.refer',
        press: { verb: 'refer-inquiry' },
        likeliest: inquiry.state !== 'referred' && (inquiry.answer === 'fits' || inquiry.answer === 'maybe'),
        inMenu: inquiry.state === 'asked',
      },
      // A bare answer says it all.
      { ...read, word: isAnswered ? 'inquiry.buttons.read-answer' : 'inquiry.buttons.read', inMenu: isBare },
      { act: 'ask-another', word: 'inquiry.buttons.another', press: inquiryForms.another },
      {
        act: 'withdraw',
        word: isAnswered ? 'inquiry.buttons.not-needed' : 'inquiry.buttons.withdraw',
        press: { verb: 'withdraw-inquiry' },
        inMenu: true,
      },
    ];
  const forward: Choice = { act: 'forward', word: 'inquiry.buttons.forward', press: inquiryForms.forward };
  if (reader === 'desk' && inquiry.serviceId === null) return [forward, read, ...answers(true), words];
  // What was asked in words is read before one answers; where nothing was, the card says it all.
  const first = inquiry.worded ? [read] : [];
  const all = isAnswered || inquiry.worded ? [...first, ...answers(isAnswered)] : [...answers(false)];
  return [...all, words, ...(reader === 'desk' ? [{ ...forward, inMenu: true }] : [])];
}

/** The buttons of a question; on a stored card everybody sees those of the side where it stands. */
export function inquiryButtons(
  facts: InquiryCase,
  reader: InquiryReader,
  { language, now }: ViewContext,
): PressButton[] {
  const may = inquiryRights.allowedActs({ sides: [reader], isAuthor: false }, facts.inquiry, now);
  const on: OnInquiry = { inquiryId: facts.inquiry.id, side: reader };
  return choicesFor(facts, reader)
    .filter(({ act }) => may.has(act))
    .slice(0, 6)
    .map(({ word, press, inMenu, likeliest }) => ({
      title: texts(language)(word),
      style: likeliest === true ? 'positive' : null,
      mode: inMenu === true ? 'secondary' : null,
      ...('verb' in press
        ? { verb: press.verb, data: { ...on, ...press.data } }
        : { verb: builtInVerbs.openForm, data: press.onButton(on) }),
    }));
}
