import type { Look, Strip } from '../../contracts/strip.js';
import type { Language } from '../../domain/language.js';
import type { SignalState } from '../../domain/workgroup/signal.js';
import { texts } from '../../texts/index.js';

const looks: Readonly<Record<SignalState, Pick<Look, 'style' | 'icon'>>> = {
  new: { style: 'accent', icon: 'MailInbox' },
  'on-agenda': { style: 'accent', icon: 'Clock' },
  discussed: { style: 'emphasis', icon: 'Chat' },
  delivered: { style: 'accent', icon: 'Send' },
  answered: { style: 'good', icon: 'CheckmarkCircle' },
  merged: { style: 'emphasis', icon: 'DismissCircle' },
  closed: { style: 'emphasis', icon: 'DismissCircle' },
};

/** How far a signal has come; nothing is asked of who reads it. */
export function signalStrip(state: SignalState, language: Language): Strip {
  const say = texts(language);
  return {
    ...looks[state],
    sign: say(`signals.states.${state}.symbol`),
    state: say(`signals.states.${state}.word`),
    next: null,
  };
}
