import { builtInVerbs } from '../../../contracts/jobs.js';
import type { LinesDoor } from '../../../contracts/lines-door.js';
import { isUnconfirmed } from '../../../domain/case/check-in.js';
import type { Act } from '../../../domain/case/policy.js';
import type { Referral } from '../../../domain/case/referral.js';
import type { ReferralState } from '../../../domain/case/states.js';
import { time } from '../../../texts/format.js';
import type { Language } from '../../../domain/language.js';
import { texts, type TextKey } from '../../../texts/index.js';
import { isBeside } from './beside-on-case.js';
import type { Chat } from './chat.js';
import { isAsked, type Reader } from './strip.js';
import { caseForms } from '../case-forms.js';
import { caseViews } from '../case-views.js';
import type { CaseSubject } from '../act-on-case.js';
import type { FormTo } from '../../../domain/reference-to.js';
import { signalForms } from '../../../contracts/signal-forms.js';
import type { ViewSlug } from '../../../domain/reference-to.js';

/** A button as the template takes it; null is "not there". */
export type Button = PressButton | ChatButton;

export interface PressButton {
  readonly title: string;
  readonly style: 'positive' | null;
  /** Behind “…”. */
  readonly mode: 'secondary' | null;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Opens a chat in Teams; no press of ours. */
export interface ChatButton extends Chat {
  readonly mode: 'secondary' | null;
}

/** What can stand on a case card, by name: the word in the texts, what the press does, which acts it stands for. */
interface Choice {
  readonly acts: readonly Act[];
  readonly press: { readonly verb: string; readonly view?: ViewSlug } | FormTo<CaseSubject>;
  /** Cannot be undone, or is rarely needed: only in the menu. */
  readonly inMenu?: true;
}

const choices = {
  contact: { acts: ['contact'], press: { verb: 'confirm-contact' } },
  place: { acts: ['place'], press: { verb: 'offer-place' } },
  waitlist: { acts: ['put-on-waitlist'], press: caseForms.putOnWaitlist },
  'no-match': { acts: ['refuse-match'], press: caseForms.refuseMatch },
  full: { acts: ['mark-full'], press: caseForms.markFull },
  'free-place': { acts: ['free-place'], press: { verb: 'free-place' } },
  'move-start': { acts: ['move-start'], press: caseForms.moveStart },
  undo: { acts: ['undo'], press: { verb: 'undo-answer' } },
  correct: { acts: ['correct'], press: caseForms.correct, inMenu: true },
  answer: { acts: ['answer-question'], press: { verb: 'open-questions' } },
  asked: { acts: ['withdraw-question'], press: { verb: 'open-questions' }, inMenu: true },
  ask: { acts: ['ask-question'], press: caseForms.ask, inMenu: true },
  open: { acts: ['open-file'], press: { verb: 'open-file' } },
  beside: { acts: ['keep-beside'], press: { verb: 'keep-beside' } },
  still: { acts: ['confirm-waiting'], press: { verb: 'confirm-waiting' } },
  return: { acts: ['return-to-list'], press: { verb: 'return-to-list' } },
  keep: { acts: ['keep'], press: { verb: 'keep-on-waitlist' } },
  confirm: { acts: ['confirm-place'], press: { verb: 'confirm-place' } },
  'refer-on': { acts: ['refer-on'], press: caseForms.chooseOther },
  change: { acts: ['recall', 'resend'], press: { verb: 'recall-referral' } },
  amend: { acts: ['amend'], press: caseForms.amend },
  withdraw: { acts: ['withdraw'], press: caseForms.withdraw, inMenu: true },
  assign: { acts: ['assign'], press: caseForms.assign },
  deliver: { acts: ['deliver'], press: { verb: 'deliver-now' } },
  phoned: { acts: ['note-phoned'], press: { verb: 'note-phoned' } },
  history: { acts: ['see-history'], press: { verb: builtInVerbs.show, view: caseViews.history.slug }, inMenu: true },
  signal: { acts: [], press: signalForms.raise, inMenu: true },
  hint: { acts: [], press: caseForms.hint, inMenu: true },
} as const satisfies Readonly<Record<string, Choice>>;
type ChoiceName = keyof typeof choices;

const answers: readonly ChoiceName[] = ['place', 'waitlist', 'no-match'];
const afterwards: readonly ChoiceName[] = ['undo', 'asked', 'ask', 'correct', 'signal'];

/** The order of the buttons for each reader; the first is the likeliest. */
const order: Readonly<Record<Reader, (referral: Referral) => readonly ChoiceName[]>> = {
  provider: ({ state }) =>
    state === 'contacted'
      ? ['answer', ...answers, 'full', 'open', ...afterwards]
      : ['answer', 'contact', 'free-place', 'open', 'move-start', ...answers, 'full', ...afterwards],
  clb: (referral) =>
    isBeside(referral)
      ? ['answer', 'withdraw', 'beside', 'open', 'asked', 'ask', 'refer-on', 'amend', 'hint', 'signal', 'history']
      : isAsked(referral, 'clb') && referral.state !== 'recalled'
        ? [
            'answer',
            ...choosing(referral.state),
            'open',
            'asked',
            'ask',
            'withdraw',
            'amend',
            'hint',
            'signal',
            'history',
          ]
        : [
            'change',
            'still',
            'return',
            'answer',
            'open',
            'refer-on',
            'asked',
            'ask',
            'withdraw',
            'amend',
            'hint',
            'signal',
            'history',
          ],
  desk: (referral) =>
    referral.state === 'contacted'
      ? ['answer', ...answers, 'full', 'open', 'undo', 'correct', 'history']
      : [
          'answer',
          ...(isUnconfirmed(referral) ? (['still', 'withdraw'] as const) : []),
          'assign',
          'deliver',
          'phoned',
          'contact',
          'open',
          ...answers,
          'full',
          'undo',
          'correct',
        ],
};

/** To wait first where that was asked; elsewhere first where it was refused. */
const choosing = (state: ReferralState): readonly ChoiceName[] =>
  state === 'full' ? ['refer-on', 'keep'] : ['keep', 'confirm', 'refer-on'];

/** One button is the likeliest, except where the bot must not push: a choice between equals has none. */
const likeliest: readonly ChoiceName[] = ['still', 'contact', 'free-place', 'assign', 'deliver', 'phoned'];
const isLikeliest = (
  name: ChoiceName,
  { state, referredOn }: Referral,
  { may, reader }: Pick<ButtonsFor, 'may' | 'reader'>,
): boolean =>
  may.has('answer-question')
    ? name === 'answer'
    : // The desk writes down what a provider says: it does not answer in its place.
      (likeliest.includes(name) && !(name === 'contact' && reader === 'desk')) ||
      (name === 'change' && state === 'recalled') ||
      (name === 'refer-on' && state === 'no-match' && !referredOn);

/** So many buttons show in a row, and so many there are with those behind “…”. */
export const mostShown = 3;
export const mostButtons = 6;

/** A way to another card of the referral. */
export interface CaseWay {
  readonly title: string;
  readonly view: ViewSlug;
}

/** What a row of buttons is made of. */
export interface ButtonsFor {
  readonly referral: Referral;
  readonly reader: Reader;
  readonly may: ReadonlySet<Act>;
  readonly language: Language;
  /** Whether a signal about this case may be given here. */
  readonly maySignal?: boolean;
  /** Whether the CLB's own hint may be changed here. */
  readonly mayHint?: boolean;
  /** Whether the answers themselves stand on this card: only there they are changed. */
  readonly showsAnswers?: boolean;
  /** Where other help is found, when that fits. */
  readonly lines?: LinesDoor | null;
  /** Another card that this reader goes to, first in the row. */
  readonly way?: CaseWay | null;
  /** Buttons of what hangs on the referral, before its own. */
  readonly more?: readonly LooseButton[];
  /** With whom this reader may want to speak. */
  readonly chat?: Chat | null;
}

/** The buttons of a case card: what the policy allows, in the reader's order, three shown and the rest in the menu. */
export function buttonsOf(given: ButtonsFor): Button[] {
  const { referral, reader, may, language } = given;
  const fits = (name: ChoiceName): boolean => {
    if (name === 'signal') return given.maySignal === true;
    if (name === 'hint') return given.mayHint === true;
    if (name === 'amend' && given.showsAnswers !== true) return false;
    if (name === 'correct' && may.has('undo')) return false;
    return (choices[name].acts as readonly Act[]).some((act) => may.has(act));
  };
  const possible = order[reader](referral).filter(fits);
  const besides = (given.lines ? 1 : 0) + (given.way ? 1 : 0) + (given.more?.length ?? 0);
  const names = fitted(possible, mostButtons - besides);
  const own = names.map((name) => buttonOf(name, given));
  const t = texts(language);
  const lines = given.lines
    ? [
        {
          title: t('case.buttons.lines'),
          style: null,
          verb: builtInVerbs.show,
          data: { ...given.lines },
          inMenu: names.length > 2,
        },
      ]
    : [];
  const way = given.way
    ? [
        {
          title: given.way.title,
          style: null,
          verb: builtInVerbs.show,
          data: { view: given.way.view, referralId: referral.id },
          inMenu: false,
        },
      ]
    : [];
  const row = [
    ...way,
    ...(given.more ?? []).filter(({ inMenu }) => !inMenu),
    ...own.filter(({ inMenu }) => !inMenu),
    ...lines,
    ...(given.more ?? []).filter(({ inMenu }) => inMenu),
    ...own.filter(({ inMenu }) => inMenu),
  ];
  return inRow(withChat(row, given.chat ?? null));
}

/** What is typed as easily, or stands in the opened file too, gives way where the row is full; the file opens from a question too. */
const givesWay: readonly ChoiceName[] = ['history', 'signal', 'ask', 'asked', 'hint'];

function fitted(names: readonly ChoiceName[], most: number): readonly ChoiceName[] {
  const first = [...givesWay, ...(names.includes('answer') ? (['open'] as const) : [])].find((one) =>
    names.includes(one),
  );
  if (names.length <= most || first === undefined) return names;
  return fitted(
    names.filter((name) => name !== first),
    most,
  );
}

/** Beside “Bekijken” where that stands in front: there one phones or chats next. Else behind “…”: first comes the answer. */
function withChat(row: readonly Loose[], chat: Chat | null): Loose[] {
  if (chat === null) return [...row];
  const at = row.findIndex((one) => 'verb' in one && one.verb === 'open-file');
  const beside = at === 0 || at === 1;
  return row.toSpliced(beside ? at + 1 : row.length, 0, { ...chat, inMenu: !beside });
}

/** A button before it has its place in the row. */
export type LooseButton = (Omit<PressButton, 'mode'> | Chat) & { readonly inMenu: boolean };
type Loose = LooseButton;

const inRow = (buttons: readonly Loose[]): Button[] => {
  let shown = 0;
  // A menu alone would hide all that can be done.
  const isMenuAlone = buttons.every(({ inMenu }) => inMenu);
  return buttons.map(({ inMenu, ...button }) => {
    const hides = (inMenu && !isMenuAlone) || shown >= mostShown;
    if (!hides) shown += 1;
    return { ...button, mode: hides ? 'secondary' : null };
  });
};

function buttonOf(name: ChoiceName, given: ButtonsFor): Loose {
  const { referral, reader, language } = given;
  const { press, inMenu }: Choice = choices[name];
  const subject = {
    referralId: referral.id,
    round: referral.round,
    ...(reader === 'desk' ? { why: 'desk' } : {}),
  };
  return {
    title: titleOf(name, referral, language),
    style: isLikeliest(name, referral, given) ? 'positive' : null,
    ...('verb' in press
      ? { verb: press.verb, data: press.view === undefined ? subject : { ...subject, view: press.view } }
      : { verb: builtInVerbs.openForm, data: press.onButton(subject) }),
    inMenu: inMenu === true && !(name === 'withdraw' && reader === 'clb' && isBeside(referral)),
  };
}

function titleOf(name: ChoiceName, { undo, state }: Referral, language: Language): string {
  const t = texts(language);
  if (name === 'undo' && undo !== null) return t('case.buttons.undo', { time: time(undo.until, language) });
  if (name === 'keep' && state === 'full') return t('case.buttons.keep-full');
  return t(`case.buttons.${name}` as TextKey);
}
